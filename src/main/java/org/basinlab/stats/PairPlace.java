package org.basinlab.stats;

import java.util.stream.IntStream;

/**
 * Where one pair of numbers falls among a sample of pairs, jointly: a pair may lie inside both ranges and yet far
 * from every point.
 *
 * <p>{@code depth} is Tukey's half-space depth: the smallest share of the sample in any closed half-plane that
 * holds the pair (J. W. Tukey 1975). It is 0 outside the convex hull and at most about 1/2, assumes nothing, and
 * cannot tell how far outside a pair lies. It is counted exactly: the least half-plane may be turned until its edge
 * touches a point, so edges through the pair and each point, turned by a hair either way, are all there are to try.
 *
 * <p>{@code p} is the chance that one further pair of the same source falls as far out, if pairs are normal:
 * Hotelling's {@code T^2 = n/(n + 1) d' S^-1 d}, d the distance from the mean, S the covariance, and
 * {@code T^2 (n - 2) / (2 (n - 1))} on F(2, n - 2), which is {@code (1 + T^2/(n - 1))^(-(n - 2)/2)}
 * (H. Hotelling 1931). Few pairs make it cautious, skewed ones wrong.
 *
 * @param depth NaN without pairs
 * @param p     NaN for fewer than four pairs, or pairs on a line
 * @param n     pairs used
 */
public record PairPlace(double depth, double p, int n) {
    /**
     * Places (px, py) among the pairs.
     *
     * @param x  of each pair; a pair with a NaN is left out
     * @param y  as long as {@code x}
     * @param px of the pair to place
     * @param py of the pair to place
     */
    public static PairPlace of(double[] x, double[] y, double px, double py) {
        var used = IntStream.range(0, x.length)
                .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
                .toArray();
        var dx = IntStream.of(used).mapToDouble(i -> x[i] - px).toArray();
        var dy = IntStream.of(used).mapToDouble(i -> y[i] - py).toArray();
        var n = used.length;
        if (n == 0 || Double.isNaN(px) || Double.isNaN(py)) {
            return new PairPlace(Double.NaN, Double.NaN, n);
        }
        return new PairPlace((double) fewest(dx, dy) / n, predictionP(dx, dy), n);
    }

    /** The fewest points in a closed half-plane whose edge passes the origin. */
    private static int fewest(double[] dx, double[] dy) {
        var n = dx.length;
        var fewest = n;
        for (var i = 0; i < n; i++) {
            if (dx[i] == 0 && dy[i] == 0) {
                continue;
            }
            var left = 0;
            var right = 0;
            var ahead = 0;
            var behind = 0;
            var here = 0;
            for (var k = 0; k < n; k++) {
                var cross = dx[i] * dy[k] - dy[i] * dx[k];
                var dot = dx[i] * dx[k] + dy[i] * dy[k];
                if (cross > 0) {
                    left++;
                } else if (cross < 0) {
                    right++;
                } else if (dot > 0) {
                    ahead++;
                } else if (dot < 0) {
                    behind++;
                } else {
                    here++;
                }
            }
            // Turned by a hair, the edge lets go of the points ahead or of those behind, never of those on the pair.
            fewest = Math.min(fewest, here + Math.min(left, right) + Math.min(ahead, behind));
        }
        return fewest;
    }

    private static double predictionP(double[] dx, double[] dy) {
        var moments = Moments.NONE;
        for (var i = 0; i < dx.length; i++) {
            moments = moments.plus(dx[i], dy[i]);
        }
        var n = moments.n();
        var mx = moments.x() / n;
        var my = moments.y() / n;
        var xx = 0.0;
        var yy = 0.0;
        var xy = 0.0;
        for (var i = 0; i < dx.length; i++) {
            xx += (dx[i] - mx) * (dx[i] - mx) / (n - 1);
            yy += (dy[i] - my) * (dy[i] - my) / (n - 1);
            xy += (dx[i] - mx) * (dy[i] - my) / (n - 1);
        }
        var determinant = xx * yy - xy * xy;
        if (n < 4 || !(determinant > 1e-12 * xx * yy)) {
            return Double.NaN;
        }
        var t2 = n / (n + 1) * (yy * mx * mx - 2 * xy * mx * my + xx * my * my) / determinant;
        return Math.pow(1 + t2 / (n - 1), -(n - 2) / 2);
    }
}
