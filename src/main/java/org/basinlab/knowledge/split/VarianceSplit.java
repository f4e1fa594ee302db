package org.basinlab.knowledge.split;

/**
 * The variance of networks over starts and data sets, split in two ways with random effects and one network a cell, for
 * training is deterministic given both: {@code y_sd = mu + a_s + b_d + e_sd}, summed over coordinates (S. R. Searle, G.
 * Casella and C. E. McCulloch, "Variance Components", 1992, chapter 4).
 *
 * <p>Two networks that share the start differ by {@code A = 2 (data + rest)} in mean squared distance, two that share
 * the data by {@code B = 2 (start + rest)}, two that share neither by {@code C = 2 (start + data + rest)}. Solved for the
 * components:
 *
 * <pre>start = (C - A) / 2,  data = (C - B) / 2,  rest = (A + B - C) / 2</pre>
 *
 * the same numbers as {@code (MS_start - MS_rest) / D}, {@code (MS_data - MS_rest) / S} and {@code MS_rest} of the table
 * of S starts and D data sets. They are unbiased, so one that is truly near zero can come out negative; it is left so.
 * The rest is how start and data act together: what the data do to one start and not to another.
 *
 * @param sameStart A
 * @param sameData  B
 * @param neither   C
 */
record VarianceSplit(double sameStart, double sameData, double neither) {
    /** Component of the start. */
    double start() {
        return (neither - sameStart) / 2;
    }

    /** Component of the data. */
    double data() {
        return (neither - sameData) / 2;
    }

    /** Component of both together. */
    double rest() {
        return (sameStart + sameData - neither) / 2;
    }

    /** The start's share of the three; exactly 1 where networks of one start are the same. */
    double startShare() {
        return 1 - sameStart / neither;
    }

    /** The data's share of the three. */
    double dataShare() {
        return 1 - sameData / neither;
    }

    /** The rest's share of the three. */
    double restShare() {
        return sameStart / neither + sameData / neither - 1;
    }

    /**
     * r = data / (data + start): how much of what is the data's or the start's alone is the data's. NaN where neither has
     * any.
     */
    double dataOfBoth() {
        var both = data() + start();
        return both > 0 ? data() / both : Double.NaN;
    }
}
