package org.basinlab.stats;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * What a statistic is by chance alone, from shuffled data, and how far out the observed value lies.
 *
 * <p>{@code p = (1 + #{|draw - m| >= |observed - m|}) / (1 + draws)}, two-sided about m, the mean of the draws and
 * the observed value: the null need not lie about 0, and a value far below it is as far out as one far above.
 * The observed value is one of the equally likely arrangements, and m does not depend on which, so p is never 0 and
 * never too small, however few the draws (B. Phipson and G. K. Smyth, "Permutation p-values should never be
 * zero", 2010). Draws equal to the observed value but for rounding count as equal.
 *
 * <p>A draw that is NaN, where the shuffled data have no such statistic, counts as at least as extreme: nobody
 * knows what it would have been, and this way failures can hide a finding but never make one.
 *
 * @param draws    shuffles made
 * @param p        NaN if there is no observed value
 * @param mean     of the draws that exist; NaN if none does
 * @param sd       of the draws that exist; NaN for fewer than two
 * @param middle95 from their 2.5% to their 97.5% quantile; null if none exists
 */
public record NullDistribution(int draws, double p, double mean, double sd, Interval middle95) {
    private static final double ROUNDING = 1e-12;

    /**
     * Holds a value against shuffles.
     *
     * @param observed the statistic of the data as they are
     * @param draws    the statistic of shuffled data
     */
    public static NullDistribution of(double observed, double[] draws) {
        var values = Quantiles.sortedWithoutNaN(draws);
        var middle = (Arrays.stream(values).sum() + observed) / (values.length + 1);
        var distance = Math.abs(observed - middle) - ROUNDING * (Math.abs(observed) + Math.abs(middle));
        var asExtreme = Arrays.stream(draws)
                .filter(draw -> !(Math.abs(draw - middle) < distance))
                .count();
        var p = Double.isNaN(observed) ? Double.NaN : (1.0 + asExtreme) / (1.0 + draws.length);
        return new NullDistribution(
                draws.length,
                p,
                new Mean().evaluate(values),
                values.length < 2 ? Double.NaN : new StandardDeviation().evaluate(values),
                values.length == 0 ? null : new Interval(Quantiles.of(values, 0.025), Quantiles.of(values, 0.975)));
    }
}
