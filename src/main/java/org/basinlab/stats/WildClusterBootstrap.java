package org.basinlab.stats;

import java.util.Arrays;
import org.basinlab.random.RandomStream;

/**
 * Tests whether y depends on x in a straight line, where points of a cluster hang together: the restricted wild
 * cluster bootstrap-t.
 *
 * <p>Under slope 0 the residuals are {@code u = y - mean y}. A draw multiplies all residuals of cluster g by one
 * random weight v_g of mean 0 and variance 1, fits the line again, and takes slope / its cluster-robust standard
 * error; p is the share of draws as far from 0 as the sample itself. Points are not needed, only sums over each
 * cluster: with dx = x - mean x, S_g = sum dx u, X_g = sum dx, U_g = sum u, XX_g = sum dx^2 and
 * Sxx = sum_g XX_g, a draw has
 *
 * <pre>
 *   slope     b = sum_g v_g S_g / Sxx
 *   intercept m = sum_g v_g U_g / n               (less mean y)
 *   scores    s_g = v_g S_g - m X_g - b XX_g      (sum over the cluster of dx times new residual)
 *   t         = b Sxx / sqrt(sum_g s_g^2)         (up to a factor that all draws share)
 * </pre>
 *
 * <p>Weights are -1 or 1 (Rademacher); below {@value #FEW} clusters, where 2^G signs are too few, one of
 * -+sqrt(1/2), -+1, -+sqrt(3/2) (Webb).
 *
 * <p>Sources: A. C. Cameron, J. B. Gelbach and D. L. Miller, "Bootstrap-based improvements for inference with
 * clustered errors", Review of Economics and Statistics 2008; M. D. Webb, "Reworking wild bootstrap-based inference
 * for clustered errors", Canadian Journal of Economics 2023. It rejects too rarely where a few clusters hold most
 * of the spread of x.
 */
final class WildClusterBootstrap {
    /** Odd thousands less one, so that 5% of the possible p lie at or below 0.05. */
    static final int DRAWS = 1999;

    private static final int FEW = 12;
    private static final double[] WEBB = {
        -Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5),
    };

    private final Moments[] clusters;
    private final double n;
    private final double squares;

    /**
     * Prepares the test.
     *
     * @param clusters sums of each cluster, of deviations from the means of the whole sample
     */
    WildClusterBootstrap(Moments... clusters) {
        this.clusters = clusters;
        var all = Moments.NONE;
        for (var cluster : clusters) {
            all = all.plus(cluster);
        }
        n = all.n();
        squares = all.xx();
    }

    /** Two-sided p of slope 0, at least 1 / (1 + {@value #DRAWS}); NaN for a constant x or y. */
    double p(RandomStream random) {
        var weights = new double[clusters.length];
        Arrays.fill(weights, 1);
        var observed = Math.abs(t(weights));
        if (Double.isNaN(observed)) {
            return Double.NaN;
        }
        var asFar = 1;
        for (var d = 0; d < DRAWS; d++) {
            for (var g = 0; g < weights.length; g++) {
                weights[g] = weight(random, (long) d * weights.length + g);
            }
            // A draw without a t counts against the finding. Draws equal but for rounding are equal.
            asFar += Math.abs(t(weights)) < observed * (1 - 1e-12) ? 0 : 1;
        }
        return asFar / (1.0 + DRAWS);
    }

    private double weight(RandomStream random, long k) {
        return clusters.length < FEW ? WEBB[random.below(WEBB.length, k)] : 2 * random.below(2, k) - 1;
    }

    /** The statistic of a draw; that of the sample itself where all weights are 1. */
    double t(double[] weights) {
        var b = 0.0;
        var m = 0.0;
        for (var g = 0; g < weights.length; g++) {
            b += weights[g] * clusters[g].xy();
            m += weights[g] * clusters[g].y();
        }
        b /= squares;
        m /= n;
        var variance = 0.0;
        for (var g = 0; g < weights.length; g++) {
            var score = weights[g] * clusters[g].xy() - m * clusters[g].x() - b * clusters[g].xx();
            variance += score * score;
        }
        return b * squares / Math.sqrt(variance);
    }
}
