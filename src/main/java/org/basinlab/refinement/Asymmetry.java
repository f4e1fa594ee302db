package org.basinlab.refinement;

import org.basinlab.random.RandomStream;

/**
 * How far a Jacobian is from that of a gradient, which is symmetric:
 *
 * <pre>
 *   |J - J^T| / |J + J^T|    (Frobenius norms; 0 for a gradient, about 1 where J and J^T have nothing to do with each other)
 * </pre>
 *
 * by random projections: for independent standard normal u and v, u . A v has mean square |A|^2, so with
 * p = u . (J v) and q = v . (J u) the ratio is that of the root mean squares of p - q and p + q. The Jacobian itself is
 * never formed. Beyond rounding a value above 0 proves that there is no objective whose gradient the loop follows. Of P
 * projections the estimate is within about a share 1 / sqrt(P).
 */
final class Asymmetry {
    private Asymmetry() {}

    /**
     * Of a batch as a whole.
     *
     * @param projections pairs of u and v an image
     * @param random      theirs
     * @param first       number of the first draw
     */
    static double of(Denoiser denoiser, double[] batch, int projections, RandomStream random, long first) {
        var pixels = denoiser.pixels();
        var odd = 0.0;
        var even = 0.0;
        var next = first;
        for (var k = 0; k < projections; k++) {
            var u = normals(batch.length, random, next);
            var v = normals(batch.length, random, next + batch.length);
            next += 2L * batch.length;
            var p = Rows.dot(u, denoiser.push(batch, v), pixels);
            var q = Rows.dot(v, denoiser.push(batch, u), pixels);
            for (var r = 0; r < p.length; r++) {
                odd += (p[r] - q[r]) * (p[r] - q[r]);
                even += (p[r] + q[r]) * (p[r] + q[r]);
            }
        }
        return Math.sqrt(odd / even);
    }

    private static double[] normals(int count, RandomStream random, long first) {
        var drawn = new double[count];
        for (var k = 0; k < count; k++) {
            drawn[k] = random.normal(first + k);
        }
        return drawn;
    }
}
