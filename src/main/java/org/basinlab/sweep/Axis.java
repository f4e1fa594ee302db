package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One option of a sweep and the values it takes.
 *
 * @param option its name with underscores
 * @param values what it takes
 */
public record Axis(String option, Values values) {
    /** The values of an option: named one by one, or a {@link Range}. */
    public sealed interface Values permits Listed, Range {
        /**
         * The values of a grid, as text.
         *
         * @param whole whether the option takes whole numbers alone
         */
        List<String> grid(boolean whole);

        /**
         * One value at random.
         *
         * @param uniform in [0, 1)
         * @param whole   whether the option takes whole numbers alone
         */
        String draw(double uniform, boolean whole);
    }

    /** Values named one by one. */
    public record Listed(List<String> values) implements Values {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public List<String> grid(boolean whole) {
            return values;
        }

        @Override
        public String draw(double uniform, boolean whole) {
            return values.get((int) (uniform * values.size()));
        }

        /** As {@link Axis#of(String, String)} reads it. */
        @Override
        public String toString() {
            var commas = values.stream().anyMatch(value -> value.contains(","));
            return commas ? String.join(";", values) + ";" : String.join(",", values);
        }
    }

    public Axis {
        require(
                !option.isBlank(),
                "a sweep needs the name of an option before the =, such as learning_rate=0.001,0.01");
        if (values instanceof Listed listed) {
            requireValues(option, listed.values());
        }
    }

    /**
     * Reads {@code option=values}.
     *
     * @throws org.basinlab.experiment.InputException if it is not that
     */
    public static Axis parse(String text) {
        var equals = text.indexOf('=');
        require(equals > 0, "--over takes OPTION=VALUES, such as learning_rate=log:0.0001:0.1:4; got %s", text);
        return of(text.substring(0, equals), text.substring(equals + 1));
    }

    /**
     * Reads {@code v,v,v}, {@code v;v;v} where values hold commas, {@code from:to:count}, or
     * {@code log:from:to:count}.
     *
     * @throws org.basinlab.experiment.InputException if it is none of them
     */
    public static Axis of(String option, String text) {
        var name = name(option);
        var spelled = text.strip();
        require(!spelled.isEmpty(), "%s has no values: give some, such as %s=v,v", name, name);
        if (spelled.contains(";")) {
            // One at the end parts nothing: it only says that the commas are part of the value.
            var parted = spelled.endsWith(";") ? spelled.substring(0, spelled.length() - 1) : spelled;
            return new Axis(name, new Listed(words(parted, ";")));
        }
        if (Range.looksLikeOne(spelled)) {
            return new Axis(name, Range.parse(name, spelled));
        }
        return new Axis(name, new Listed(words(spelled, ",")));
    }

    /** An option with each of some values, as they are. */
    public static Axis listing(String option, List<String> values) {
        return new Axis(
                name(option), new Listed(values.stream().map(String::strip).toList()));
    }

    private static String name(String written) {
        return written.strip().replaceFirst("^-+", "").replace('-', '_');
    }

    private static List<String> words(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }

    private static void requireValues(String option, List<String> values) {
        require(!values.isEmpty(), "%s has no values: give some, such as %s=v,v", option, option);
        var seen = new HashSet<String>();
        for (var value : values) {
            require(
                    !value.isEmpty(),
                    "%s: a value is missing in %s: take out the comma or semicolon too many",
                    option,
                    values.stream().map(each -> each.isEmpty() ? "''" : each).collect(Collectors.joining(", ")));
            require(seen.add(value), "%s names %s twice: give each value once", option, value);
        }
    }
}
