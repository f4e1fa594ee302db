package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.basinlab.experiment.InputException;

/**
 * A convolutional layer as the command line names it: stride 2, no padding.
 *
 * @param count how many filters
 * @param size  their rows and columns
 */
public record Filters(int count, int size) {
    /** Of every convolution. */
    static final int STRIDE = 2;

    private static final Pattern SPELLING = Pattern.compile("(\\d{1,4})x(\\d{1,3})");

    public Filters {
        require(
                count >= 1 && size >= 1,
                "--convolutions needs filters and their size, such as 8x5, got %sx%s",
                count,
                size);
    }

    /**
     * Reads {@code 8x5,16x3}, or {@code none}.
     *
     * @throws InputException if it is neither
     */
    public static List<Filters> parse(String text) {
        if (text.strip().equals("none")) {
            return List.of();
        }
        return Arrays.stream(text.split(",", -1)).map(Filters::one).toList();
    }

    private static Filters one(String text) {
        var spelled = SPELLING.matcher(text.strip());
        require(spelled.matches(), "--convolutions takes FILTERSxSIZE such as 8x5, or none; got %s", text);
        return new Filters(Integer.parseInt(spelled.group(1)), Integer.parseInt(spelled.group(2)));
    }

    /** As {@link #parse} reads it. */
    static String text(List<Filters> convolutions) {
        return convolutions.isEmpty()
                ? "none"
                : convolutions.stream().map(Filters::toString).collect(Collectors.joining(","));
    }

    @Override
    public String toString() {
        return count + "x" + size;
    }
}
