package org.basinlab.knowledge.split;

import java.util.Arrays;

/**
 * Squared distances between the networks of a full crossing, s the start and d the data set, as means over pairs of data
 * sets. All that a two-way analysis of variance summed over coordinates needs.
 *
 * @param sameStart [s], mean over d &lt; d' of |y_sd - y_sd'|^2
 * @param sameData  [s][s'], mean over d of |y_sd - y_s'd|^2; symmetric, the diagonal unused
 * @param neither   [s][s'], mean over d != d' of |y_sd - y_s'd'|^2; symmetric, the diagonal unused
 */
record SquaredDistances(double[] sameStart, double[][] sameData, double[][] neither) {
    /** No start left out. */
    static final int NONE = -1;

    int starts() {
        return sameStart.length;
    }

    /** The split by all starts but one. */
    VarianceSplit without(int left) {
        var starts = starts();
        var a = 0.0;
        var b = 0.0;
        var c = 0.0;
        for (var s = 0; s < starts; s++) {
            if (s != left) {
                a += sameStart[s];
                for (var t = s + 1; t < starts; t++) {
                    if (t != left) {
                        b += sameData[s][t];
                        c += neither[s][t];
                    }
                }
            }
        }
        var used = left == NONE ? starts : starts - 1;
        var pairs = used * (used - 1) / 2.0;
        return new VarianceSplit(a / used, b / pairs, c / pairs);
    }

    /** The split by all starts. */
    VarianceSplit split() {
        return without(NONE);
    }

    /**
     * Jackknife pseudo-values of the data's share r, one a start: S r - (S - 1) r_(-s), r_(-s) being r without start s (J. W.
     * Tukey 1958). Their mean is r less its bias of order 1/S, and Student's interval of that mean, with S - 1 degrees of
     * freedom, is one for r over starts, with these data sets. They are of r itself and not of its logit, for
     * components can be negative, and r then lies outside of (0, 1). All are NaN below three starts, or where r is not
     * known without one of them: the others alone would be no sample of the same thing.
     */
    double[] pseudoValues() {
        var starts = starts();
        var all = split().dataOfBoth();
        var values = new double[starts];
        for (var s = 0; s < starts; s++) {
            values[s] = starts * all - (starts - 1) * without(s).dataOfBoth();
        }
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            Arrays.fill(values, Double.NaN);
        }
        return values;
    }
}
