package org.basinlab.stats;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * Intervals, at 95% where no level is named, from a small sample of independent normal values, such as r over
 * replicas (Student 1908): {@code mean -+ t(n - 1; 0.975) s sqrt(1/n)} for the mean of all there could be, and with
 * {@code sqrt(1 + 1/n)} for one further value. The first shrinks as the sample grows; the second does not, for
 * values differ. Neither knows of bounds such as those of a correlation.
 */
public final class StudentInterval {
    private StudentInterval() {}

    /** Where the mean lies; null below two values, or if one is NaN. */
    public static Interval ofMean(double[] sample) {
        return ofMean(sample, 0.05);
    }

    /** Where the mean lies, but for a chance of {@code miss}; null below two values, or if one is NaN. */
    public static Interval ofMean(double[] sample, double miss) {
        return about(sample, 1.0 / sample.length, miss);
    }

    /** Where a further value would fall; null below two values, or if one is NaN. */
    public static Interval ofFurther(double[] sample) {
        return about(sample, 1 + 1.0 / sample.length, 0.05);
    }

    private static Interval about(double[] sample, double variance, double miss) {
        var n = sample.length;
        if (n < 2) {
            return null;
        }
        var half = new TDistribution(n - 1).inverseCumulativeProbability(1 - miss / 2)
                * new StandardDeviation().evaluate(sample)
                * Math.sqrt(variance);
        var mean = StatUtils.mean(sample);
        return Double.isNaN(half) ? null : new Interval(mean - half, mean + half);
    }
}
