package org.basinlab.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.basinlab.random.RandomStream;

/**
 * Points (x, y) that come in clusters, such as the weights of one neuron, which share its tally.
 *
 * <p>All but the rank correlation is a function of six sums over each cluster, so a resampled sample costs one
 * step a cluster, not one a point. Sums are taken about the sample's mean, so none cancels.
 */
public final class ClusteredSample {
    /**
     * Clusters below which neither an interval nor a cluster-robust p is given. In simulation at six the interval
     * covers r in 93% to 96% of samples and the p is below 0.05 in 6% of them without a link; at five the p is so in
     * 7.5%, and the interval is as wide as half of all correlations.
     */
    static final int FEWEST_CLUSTERS = 6;

    private final double[] x;
    private final double[] y;
    /** One a cluster, those without a point included, so that samples of the same clusters can be paired. */
    private final Moments[] clusters;

    private final Moments all;
    private final int excluded;

    private ClusteredSample(double[] x, double[] y, Moments[] clusters, int excluded) {
        this.x = x;
        this.y = y;
        this.clusters = clusters;
        this.excluded = excluded;
        all = Arrays.stream(clusters).reduce(Moments.NONE, Moments::plus);
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
        var used = IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .toArray();
        var usedX = IntStream.of(used).mapToDouble(i -> x[i]).toArray();
        var usedY = IntStream.of(used).mapToDouble(i -> y[i]).toArray();
        var meanX = Arrays.stream(usedX).average().orElse(0);
        var meanY = Arrays.stream(usedY).average().orElse(0);
        var moments = new Moments[clusters];
        Arrays.fill(moments, Moments.NONE);
        for (var i = 0; i < used.length; i++) {
            var c = cluster[used[i]];
            moments[c] = moments[c].plus(usedX[i] - meanX, usedY[i] - meanY);
        }
        return new ClusteredSample(usedX, usedY, moments, x.length - used.length);
    }

    /**
     * The association of y with x.
     *
     * <p>The interval of r is the cluster jackknife's on Fisher's scale, see {@link ClusterJackknife}; the p is
     * {@link WildClusterBootstrap}'s. Over 40 simulated settings (6 to 100 clusters of 1 to 50 points, even or not,
     * shared components of 0.3 to 0.9, normal, bounded, skewed, clusters of unequal spread, r of 0 and 0.35) the
     * interval covered r in 94.2% of samples on average and 90.7% at worst (10 clusters, sharply skewed); percentiles
     * of a bootstrap of clusters covered 92.3% and 88.7%, a bootstrap-t 94.3% and 89.9% with wider intervals.
     *
     * @param random where the bootstrap's draws come from
     */
    public Association association(RandomStream random) {
        var nan = Double.NaN;
        var n = x.length;
        var held = occupied().length;
        if (n < 3) {
            return new Association(nan, nan, nan, nan, nan, nan, null, n, excluded, held);
        }
        var r = all.correlation();
        return new Association(
                r,
                r * r,
                all.slope(),
                Double.isNaN(r) ? nan : new SpearmansCorrelation().correlation(x, y),
                PearsonTest.p(r, n),
                pCluster(random),
                interval(),
                n,
                excluded,
                held);
    }

    double pCluster(RandomStream random) {
        var occupied = occupied();
        return occupied.length < FEWEST_CLUSTERS ? Double.NaN : new WildClusterBootstrap(occupied).p(random);
    }

    Interval interval() {
        var occupied = occupied();
        if (occupied.length < FEWEST_CLUSTERS) {
            return null;
        }
        var without = Arrays.stream(occupied)
                .mapToDouble(cluster -> all.minus(cluster).correlation())
                .toArray();
        return ClusterJackknife.ofCorrelation(all.correlation(), without);
    }

    /** Clusters with a point. An empty one is none: leaving it out leaves nothing out. */
    private Moments[] occupied() {
        return Arrays.stream(clusters).filter(cluster -> cluster.n() > 0).toArray(Moments[]::new);
    }

    /**
     * 95% interval of this sample's r^2 less another's over the same clusters, such as one network's neurons
     * tallied in two ways: whole clusters are left out of both samples at once, so what the two share cancels
     * (the cluster jackknife, see {@link ClusterJackknife}).
     *
     * <p>With 100 simulated clusters it covered the truth in 93% to 96% of samples. Where both correlations are within
     * their error of 0, squares are not normal and it is too wide (it covered nearly always); where one is 0 and the
     * other two standard errors from it, too short (90%).
     *
     * @param other over as many clusters, in the same order; either sample may have clusters without a point
     * @return null below {@value #FEWEST_CLUSTERS} clusters that hold a point of either, or where an r^2 does not
     *     exist
     */
    public Interval differenceOfR2(ClusteredSample other) {
        if (clusters.length != other.clusters.length) {
            throw new IllegalArgumentException(
                    "not the same clusters: " + clusters.length + " and " + other.clusters.length);
        }
        var held = IntStream.range(0, clusters.length)
                .filter(c -> clusters[c].n() + other.clusters[c].n() > 0)
                .toArray();
        if (held.length < FEWEST_CLUSTERS) {
            return null;
        }
        var without = IntStream.of(held)
                .mapToDouble(c -> r2(all.minus(clusters[c])) - r2(other.all.minus(other.clusters[c])))
                .toArray();
        var interval = ClusterJackknife.interval(r2(all) - r2(other.all), without);
        return interval == null ? null : interval.inside(-1, 1);
    }

    private static double r2(Moments moments) {
        var r = moments.correlation();
        return r * r;
    }
}
