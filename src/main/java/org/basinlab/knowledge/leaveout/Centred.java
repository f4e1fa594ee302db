package org.basinlab.knowledge.leaveout;

import java.util.Arrays;

/**
 * Numbers less their mean, so that a correlation with others is one sum: r = a . b / (|a| |b|). A rank correlation
 * (C. Spearman 1904) is that of ranks, which are found once an array, however many others it is held against.
 *
 * @param deviations from the mean
 * @param length     |deviations|; 0 where all are equal
 */
record Centred(double[] deviations, double length) {
    /** Of the numbers themselves: Pearson's correlation. */
    static Centred values(double[] values) {
        var least = Double.POSITIVE_INFINITY;
        var most = Double.NEGATIVE_INFINITY;
        var sum = 0.0;
        for (var value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
        }
        // The mean of equal numbers may be off by rounding, and what is left would correlate with anything.
        return least < most
                ? about(values, sum / values.length)
                : new Centred(new double[values.length], least > most || Double.isNaN(sum) ? Double.NaN : 0);
    }

    /** Of the ranks of numbers, equal ones sharing the mean of their ranks; all NaN if one is. */
    static Centred ranks(double[] values) {
        var ranks = new double[values.length];
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            return new Centred(ranks, Double.NaN);
        }
        var sorted = values.clone();
        // 0 and -0 are equal, but not to a sort.
        for (var i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        // At the first place of each run of equal numbers, their mean rank.
        var mean = new double[sorted.length];
        for (var from = 0; from < sorted.length; ) {
            var to = from + 1;
            while (to < sorted.length && !(sorted[to] > sorted[from])) {
                to++;
            }
            Arrays.fill(mean, from, to, (from + to - 1) / 2.0);
            from = to;
        }
        for (var i = 0; i < values.length; i++) {
            ranks[i] = mean[Arrays.binarySearch(sorted, values[i] + 0.0)];
        }
        return about(ranks, (values.length - 1) / 2.0);
    }

    private static Centred about(double[] values, double mean) {
        var deviations = new double[values.length];
        var squares = 0.0;
        for (var i = 0; i < values.length; i++) {
            deviations[i] = values[i] - mean;
            squares += deviations[i] * deviations[i];
        }
        return new Centred(deviations, Math.sqrt(squares));
    }

    /** From -1 to 1; NaN where one side does not vary. */
    double correlation(Centred other) {
        if (!(length > 0 && other.length > 0)) {
            return Double.NaN;
        }
        var sum = 0.0;
        for (var i = 0; i < deviations.length; i++) {
            sum += deviations[i] * other.deviations[i];
        }
        return Math.max(-1, Math.min(1, sum / length / other.length));
    }
}
