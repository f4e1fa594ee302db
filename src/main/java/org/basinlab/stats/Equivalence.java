package org.basinlab.stats;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * Whether a mean is surely close to a value: two one-sided tests (D. J. Schuirmann, "A comparison of the two one-sided
 * tests procedure and the power approach for assessing the equivalence of average bioavailability", 1987).
 *
 * <p>The null hypothesis is that the mean is {@code margin} or more from {@code value}. It is rejected where Student's t
 * rejects both "at or below value - margin" and "at or above value + margin", so p is the greater of the two; at level a
 * that is where the 1 - 2a interval of the mean lies inside the margin. A wide sample is never shown to be close, which
 * is what distinguishes this from a test that fails to find a difference.
 *
 * <p>Several means are all close where each is: p is then the greatest of theirs, without further adjustment (R. L.
 * Berger, "Multiparameter hypothesis testing and acceptance sampling", Technometrics 1982).
 */
public final class Equivalence {
    private Equivalence() {}

    /**
     * The chance of a sample that looks as close, were its mean {@code margin} from the value.
     *
     * @return NaN for fewer than two values, or if one is NaN
     */
    public static double p(double[] sample, double value, double margin) {
        var n = sample.length;
        if (n < 2) {
            return Double.NaN;
        }
        var distance = Math.abs(StatUtils.mean(sample) - value);
        var error = Math.sqrt(StatUtils.variance(sample) / n);
        if (error == 0) {
            return distance < margin ? 0 : 1;
        }
        var t = (margin - distance) / error;
        return Double.isNaN(t) ? Double.NaN : new TDistribution(n - 1).cumulativeProbability(-t);
    }
}
