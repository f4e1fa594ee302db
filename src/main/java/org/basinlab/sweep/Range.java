package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;

/**
 * Evenly spaced values between two ends, which are among them.
 *
 * <p>Linear: {@code v_i = from + (to - from) i / (count - 1)}; logarithmic:
 * {@code v_i = from (to / from)^(i / (count - 1))}. Values between the ends are rounded to twelve digits, so that they
 * read as one would write them: 0.3, not 0.30000000000000004.
 *
 * @param from  the smaller end
 * @param to    the greater end; the same as {@code from} only where {@code count} is 1
 * @param count how many values a grid takes
 * @param log   even spacing of the logarithms; {@code from} is positive then
 */
public record Range(BigDecimal from, BigDecimal to, int count, boolean log) implements Axis.Values {
    private static final MathContext DIGITS = new MathContext(12);
    private static final int MOST = 100_000;
    private static final String LOG = "log:";
    private static final Pattern THREE = Pattern.compile("[^,;:]*:[^,;:]*:[^,;:]*");
    private static final Pattern TWO_NUMBERS = Pattern.compile("[-+.\\deE]+:[-+.\\deE]+");
    /** What a whole number stands for when one is drawn: all that is rounded to it. */
    private static final double HALF = 0.5;

    /** Whether a text is meant as a range, well or badly written. */
    static boolean looksLikeOne(String text) {
        return text.startsWith(LOG)
                || THREE.matcher(text).matches()
                || TWO_NUMBERS.matcher(text).matches();
    }

    /**
     * Reads {@code from:to:count} or {@code log:from:to:count}.
     *
     * @param option whose values these are, for what is said of a mistake
     * @throws InputException if it is neither, or holds no values
     */
    static Range parse(String option, String text) {
        var log = text.startsWith(LOG);
        var parts = (log ? text.substring(LOG.length()) : text).split(":", -1);
        require(
                parts.length == 3,
                "%s: a range is from:to:count or log:from:to:count, such as log:0.0001:0.1:4; got %s",
                option,
                text);
        var from = number(option, parts[0], text);
        var to = number(option, parts[1], text);
        var count = count(option, parts[2], text);
        require(
                from.compareTo(to) <= 0,
                "%s: the range %s is empty, for %s is more than %s: give the smaller end first",
                option,
                text,
                parts[0],
                parts[1]);
        require(
                !log || from.signum() > 0,
                "%s: the logarithmic range %s begins at %s: let it begin above 0, or leave out log:",
                option,
                text,
                parts[0]);
        require(
                count > 1 || from.compareTo(to) == 0,
                "%s: the range %s has two ends and a count of 1: give a count of 2 or more, or one value",
                option,
                text);
        require(
                count == 1 || from.compareTo(to) < 0,
                "%s: the range %s holds %s only: give that value alone",
                option,
                text,
                parts[0]);
        return new Range(from, to, count, log);
    }

    @Override
    public List<String> grid(boolean whole) {
        return IntStream.range(0, count)
                .mapToObj(this::value)
                .map(value -> text(value, whole))
                .distinct()
                .toList();
    }

    /** Uniform between the ends, or with a uniform logarithm; a whole number has the share that is rounded to it. */
    @Override
    public String draw(double uniform, boolean whole) {
        var low = whole ? Math.rint(from.doubleValue()) - HALF : from.doubleValue();
        var high = whole ? Math.rint(to.doubleValue()) + HALF : to.doubleValue();
        var drawn = log
                ? Math.exp(Math.log(low) + uniform * (Math.log(high) - Math.log(low)))
                : low + uniform * (high - low);
        // Rounding may carry a number over the end it is drawn next to.
        return text(BigDecimal.valueOf(Math.min(Math.max(drawn, low), Math.nextDown(high))), whole);
    }

    /** As {@link Axis#of} reads it. */
    @Override
    public String toString() {
        return (log ? LOG : "") + from + ":" + to + ":" + count;
    }

    private BigDecimal value(int i) {
        if (i == 0 || i == count - 1) {
            return i == 0 ? from : to;
        }
        var share = (double) i / (count - 1);
        return log
                ? new BigDecimal(from.doubleValue() * Math.pow(to.doubleValue() / from.doubleValue(), share), DIGITS)
                : from.add(to.subtract(from)
                                .multiply(BigDecimal.valueOf(i))
                                .divide(BigDecimal.valueOf(count - 1L), DIGITS))
                        .round(DIGITS);
    }

    private static String text(BigDecimal value, boolean whole) {
        return whole ? String.valueOf(Math.round(value.doubleValue())) : String.valueOf(value.doubleValue());
    }

    private static BigDecimal number(String option, String word, String text) {
        try {
            return new BigDecimal(word.strip());
        } catch (NumberFormatException e) {
            throw new InputException(
                    option + ": '" + word + "' in the range " + text + " is no number: a range is from:to:count", e);
        }
    }

    private static int count(String option, String word, String text) {
        try {
            var count = Integer.parseInt(word.strip());
            require(
                    count >= 1 && count <= MOST,
                    "%s: the range %s asks for %s values: give a count from 1 to %s",
                    option,
                    text,
                    count,
                    MOST);
            return count;
        } catch (NumberFormatException e) {
            throw new InputException(
                    option + ": '" + word + "' in the range " + text + " is no count: a range is from:to:count", e);
        }
    }
}
