package org.basinlab.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * The textbook test of no correlation: {@code t = r sqrt((n - 2) / (1 - r^2))} follows Student's t on n - 2
 * degrees of freedom if the n points are independent and one of the variables is normal (Student 1908; Fisher
 * 1915). Points that share a cluster are not independent, and the p is then far too small.
 */
public final class PearsonTest {
    private PearsonTest() {}

    /**
     * Two-sided p of a correlation of 0.
     *
     * @param r the correlation found
     * @param n points it is over
     * @return NaN if r is NaN or there are fewer than three points
     */
    public static double p(double r, int n) {
        if (Double.isNaN(r) || n < 3) {
            return Double.NaN;
        }
        var t = Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r));
        return Double.isInfinite(t) ? 0 : 2 * new TDistribution(n - 2).cumulativeProbability(-t);
    }
}
