package org.basinlab.stats;

import java.util.stream.IntStream;
import org.basinlab.random.RandomStream;

/**
 * Made-up points whose clusters share part of their x and of their y: {@code x = sqrt(share) a_g +
 * sqrt(1 - share) e_i}, y likewise, all normal with variance 1, so that the correlation of all points is
 * {@code share rBetween + (1 - share) rWithin}.
 */
record ClusteredPoints(double[] x, double[] y, int[] cluster, int clusters) {
    static ClusteredPoints draw(long seed, int[] sizes, double share, double rBetween, double rWithin) {
        var random = new RandomStream(seed, RandomStream.INITIAL_PARAMETERS, 7);
        var cluster = IntStream.range(0, sizes.length)
                .flatMap(g -> IntStream.generate(() -> g).limit(sizes[g]))
                .toArray();
        var x = new double[cluster.length];
        var y = new double[cluster.length];
        for (var i = 0; i < x.length; i++) {
            var ofCluster = 1_000_000L + 2 * cluster[i];
            var ofPoint = 2_000_000L + 2 * i;
            x[i] = Math.sqrt(share) * random.normal(ofCluster) + Math.sqrt(1 - share) * random.normal(ofPoint);
            y[i] = Math.sqrt(share) * mixed(random, ofCluster, rBetween)
                    + Math.sqrt(1 - share) * mixed(random, ofPoint, rWithin);
        }
        return new ClusteredPoints(x, y, cluster, sizes.length);
    }

    private static double mixed(RandomStream random, long k, double r) {
        return r * random.normal(k) + Math.sqrt(1 - r * r) * random.normal(k + 1);
    }

    static int[] even(int clusters, int each) {
        return IntStream.generate(() -> each).limit(clusters).toArray();
    }

    /** From 1 to some 60 points, most clusters small. */
    static int[] uneven(int clusters) {
        return IntStream.range(0, clusters)
                .map(g -> (int) Math.round(Math.exp(4.1 * (g % 10) / 9.0)))
                .toArray();
    }

    /** Both variables squeezed into (0, 1) and leaning, as relative sizes are. */
    ClusteredPoints bounded() {
        var u = x.clone();
        var v = y.clone();
        for (var i = 0; i < u.length; i++) {
            u[i] = 1 / (1 + Math.exp(-2.5 * x[i] - 1.5));
            v[i] = 1 / (1 + Math.exp(-2 * y[i] + 1));
        }
        return new ClusteredPoints(u, v, cluster, clusters);
    }

    ClusteredSample sample() {
        return ClusteredSample.of(x, y, cluster, clusters);
    }
}
