package org.basinlab.stats;

/**
 * How much of the variance of values lies between their clusters: the correlation ratio
 * {@code eta^2 = sum_g n_g (mean_g - mean)^2 / sum_i (v_i - mean)^2} (K. Pearson 1905).
 *
 * <p>It is 0 where all clusters have one mean, 1 where each cluster has one value. Chance alone gives about
 * (G - 1)/(n - 1), much where clusters are small; clusters of one point give 1.
 */
public final class ClusterShare {
    private ClusterShare() {}

    /**
     * The share between clusters.
     *
     * @param values   one a point; NaNs are left out
     * @param cluster  the cluster of each point, from 0
     * @param clusters how many there are
     * @return from 0 to 1; NaN if the values do not vary
     */
    public static double of(double[] values, int[] cluster, int clusters) {
        var mean = 0.0;
        var n = 0;
        for (var value : values) {
            if (!Double.isNaN(value)) {
                n++;
                mean += (value - mean) / n;
            }
        }
        var sums = new double[clusters];
        var counts = new int[clusters];
        var total = 0.0;
        for (var i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                var d = values[i] - mean;
                sums[cluster[i]] += d;
                counts[cluster[i]]++;
                total += d * d;
            }
        }
        var between = 0.0;
        for (var c = 0; c < clusters; c++) {
            between += counts[c] == 0 ? 0 : sums[c] * sums[c] / counts[c];
        }
        // The mean of equal values is off by rounding, n times over at most; that is no variance.
        return total <= n * Math.pow(Math.ulp(mean) * 4, 2) ? Double.NaN : Math.min(1, between / total);
    }
}
