package org.basinlab.stats;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Quantiles by linear interpolation between order statistics, the p-quantile of n at (n - 1) p from the first
 * (type 7 of R. J. Hyndman and Y. Fan 1996): what NumPy, R and most readers take a quantile to be. The ends are the
 * smallest and the largest value.
 */
final class Quantiles {
    private Quantiles() {}

    /**
     * One quantile.
     *
     * @param values without NaN
     * @param p      from 0 to 1
     * @return NaN if there are no values
     */
    static double of(double[] values, double p) {
        // commons-math3 has no 0th percentile.
        if (p == 0) {
            return Arrays.stream(values).min().orElse(Double.NaN);
        }
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * p);
    }

    static double[] sortedWithoutNaN(double[] sample) {
        return Arrays.stream(sample).filter(v -> !Double.isNaN(v)).sorted().toArray();
    }
}
