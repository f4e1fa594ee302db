package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Options that take several numbers: {@code v,v,v}, or {@code from:to:count} for equal steps, both ends among them. */
final class NumberList {
    /** Steps are rounded to so many digits, so that 0.007 is not 0.007000000000000001. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final int MOST = 100_000;

    private NumberList() {}

    /** Any numbers. */
    static List<Double> doubles(String option, String text) {
        var range = text.split(":", -1);
        if (range.length == 1) {
            return listed(option, text, Double::valueOf, "numbers, v,v,v or from:to:count");
        }
        require(range.length == 3, "%s must be numbers, v,v,v or from:to:count, got %s", option, text);
        double from = number(option, text, range[0], Double::valueOf, "from:to:count");
        double to = number(option, text, range[1], Double::valueOf, "from:to:count");
        int count = number(option, text, range[2], Integer::valueOf, "from:to:count with a whole count");
        require(
                count >= 2 && count <= MOST && Double.isFinite(from) && Double.isFinite(to) && from != to,
                "%s from:to:count needs two different ends and a count from 2 to %s, got %s",
                option,
                MOST,
                text);
        var values = new ArrayList<Double>();
        for (var i = 0; i < count; i++) {
            values.add(new BigDecimal(from + (to - from) * i / (count - 1))
                    .round(DIGITS)
                    .doubleValue());
        }
        return values;
    }

    /** Whole numbers. */
    static List<Integer> integers(String option, String text) {
        return listed(option, text, Integer::valueOf, "whole numbers, v,v,v");
    }

    /** Numbers between colons, so many of them, in a shape such as {@code lo:hi:points}. */
    static double[] parts(String option, String shape, String text, int count) {
        var parts = text.split(":", -1);
        require(parts.length == count, "%s must be %s, got %s", option, shape, text);
        return Arrays.stream(parts)
                .mapToDouble(part -> number(option, text, part, Double::valueOf, shape))
                .toArray();
    }

    private static <T> List<T> listed(String option, String text, Function<String, T> read, String what) {
        return Arrays.stream(text.split(",", -1))
                .map(part -> number(option, text, part, read, what))
                .toList();
    }

    /** One number of a text. */
    static <T> T number(String option, String text, String part, Function<String, T> read, String what) {
        try {
            return read.apply(part.strip());
        } catch (NumberFormatException e) {
            require(false, "%s must be %s, got %s", option, what, text);
            throw e;
        }
    }
}
