package org.basinlab.stats;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.basinlab.random.RandomStream;

/**
 * Points (x, y) that come in clusters, such as the weights of one neuron, which share its tally.
 *
 * <p>Everything reported is a function of six sums (n, x, y, xx, yy, xy), so a resampled sample costs one
 * addition a cluster, not one a point. Sums are taken about the sample's mean, so none cancels.
 */
public final class ClusteredSample {
    private static final int SUMS = 6;
    /** Bootstrap draws: odd ends of a 95% interval fall on order statistics of 1999. */
    static final int DRAWS = 1999;

    private final double[][] sums;
    private final int excluded;

    private ClusteredSample(double[][] sums, int excluded) {
        this.sums = sums;
        this.excluded = excluded;
    }

    /**
     * Sorts points into clusters; a point whose x or y is NaN is left out and counted.
     *
     * @param x        one value a point
     * @param y        as long as {@code x}
     * @param cluster  the cluster of each point, from 0
     * @param clusters how many there are
     */
    public static ClusteredSample of(double[] x, double[] y, int[] cluster, int clusters) {
        var meanX = 0.0;
        var meanY = 0.0;
        var n = 0;
        for (var i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                n++;
                meanX += (x[i] - meanX) / n;
                meanY += (y[i] - meanY) / n;
            }
        }
        var sums = new double[clusters][SUMS];
        for (var i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                var s = sums[cluster[i]];
                var dx = x[i] - meanX;
                var dy = y[i] - meanY;
                s[0]++;
                s[1] += dx;
                s[2] += dy;
                s[3] += dx * dx;
                s[4] += dy * dy;
                s[5] += dx * dy;
            }
        }
        // A cluster without a point is none: drawing it would draw a smaller sample.
        var occupied = Arrays.stream(sums).filter(s -> s[0] > 0).toArray(double[][]::new);
        return new ClusteredSample(occupied, x.length - n);
    }

    /**
     * The association of y with x. The interval is the percentile interval of the bootstrap that draws
     * whole clusters with replacement (Davison and Hinkley 1997, section 3.8; Cameron, Gelbach and Miller
     * 2008), {@value #DRAWS} draws; there is none for fewer than ten clusters, which no bootstrap can
     * answer for.
     *
     * @param random where the draws come from
     */
    public Association association(RandomStream random) {
        var all = new double[SUMS];
        for (var s : sums) {
            add(all, s);
        }
        var n = (int) all[0];
        if (n < 3) {
            return new Association(Double.NaN, Double.NaN, Double.NaN, Double.NaN, null, n, excluded);
        }
        var r = correlation(all);
        var slope = covariance(all) / spread(all, 1, 3);
        return new Association(
                r, r * r, Double.isFinite(slope) ? slope : Double.NaN, pNaive(r, n), interval(random), n, excluded);
    }

    private Interval interval(RandomStream random) {
        if (sums.length < 10) {
            return null;
        }
        var draws = new double[DRAWS];
        var used = 0;
        for (var d = 0; d < DRAWS; d++) {
            var total = new double[SUMS];
            for (var c = 0; c < sums.length; c++) {
                add(total, sums[random.below(sums.length, (long) d * sums.length + c)]);
            }
            var r = correlation(total);
            if (!Double.isNaN(r)) {
                draws[used++] = r;
            }
        }
        if (used == 0) {
            return null;
        }
        var percentile = new Percentile();
        percentile.setData(draws, 0, used);
        return new Interval(percentile.evaluate(2.5), percentile.evaluate(97.5));
    }

    private static void add(double[] total, double[] s) {
        for (var i = 0; i < SUMS; i++) {
            total[i] += s[i];
        }
    }

    private static double spread(double[] s, int sum, int squares) {
        return s[squares] - s[sum] * s[sum] / s[0];
    }

    private static double covariance(double[] s) {
        return s[5] - s[1] * s[2] / s[0];
    }

    private static double correlation(double[] s) {
        var r = covariance(s) / Math.sqrt(spread(s, 1, 3) * spread(s, 2, 4));
        return Double.isFinite(r) ? Math.max(-1, Math.min(1, r)) : Double.NaN;
    }

    private static double pNaive(double r, int n) {
        if (Double.isNaN(r)) {
            return Double.NaN;
        }
        var t = Math.abs(r) * Math.sqrt((n - 2) / (1 - r * r));
        return Double.isInfinite(t) ? 0 : 2 * new TDistribution(n - 2).cumulativeProbability(-t);
    }
}
