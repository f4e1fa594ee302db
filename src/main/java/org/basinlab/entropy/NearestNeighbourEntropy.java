package org.basinlab.entropy;

import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * Entropy and mutual information of continuous laws from samples, by the distances r_i of each point to its k-th
 * neighbour in the maximum norm, psi the digamma function, n points in d dimensions.
 *
 * <pre>
 *   h(X)    = psi(n) - psi(k) + d &lt;log(2 r_i)&gt;                              (L. F. Kozachenko and N. N. Leonenko 1987)
 *   I(X; Y) = psi(k) + psi(n) - &lt;psi(n_x(i) + 1) + psi(n_y(i) + 1)&gt;        (A. Kraskov, H. Stoegbauer, P. Grassberger 2004,
 *                                                                             their algorithm 1)
 * </pre>
 *
 * <p>n_x(i) is the number of other points with |x - x_i| &lt; r_i, r_i found in (x, y) together. Natural units in the
 * formulas, bits in the results. Both tend to the truth as n grows, the statistical error as 1 / sqrt(n); near edges of
 * a density there is a bias, in two dimensions of that order too. Points that coincide have no entropy: the law is then
 * not continuous.
 */
public final class NearestNeighbourEntropy {
    /** Euler's constant, -psi(1). */
    private static final double EULER = 0.577215664901532860606512;

    private NearestNeighbourEntropy() {}

    /**
     * {@code psi(m) = -gamma + 1 + 1/2 + ... + 1/(m - 1)} at place m, from 1 to n: to rounding, as it is needed at
     * whole numbers.
     */
    private static double[] digammas(int n) {
        var psi = new double[n + 1];
        var sum = new CompensatedSum();
        sum.add(-EULER);
        for (var m = 1; m <= n; m++) {
            psi[m] = sum.value();
            sum.add(1.0 / m);
        }
        return psi;
    }

    /**
     * h in bits.
     *
     * @param points n of them, each with d coordinates
     * @param k      which neighbour, from 1, below n
     * @throws IllegalArgumentException if k other points coincide with one
     */
    public static double entropy(double[][] points, int k) {
        var neighbours = new Neighbours(points);
        var logs = new CompensatedSum();
        for (var i = 0; i < points.length; i++) {
            var distance = neighbours.distance(i, k);
            if (distance <= 0) {
                throw new IllegalArgumentException(
                        k + " points coincide with point " + i + ": the law is not continuous");
            }
            logs.add(Math.log(2 * distance));
        }
        var psi = digammas(points.length);
        return Entropy.fromNats(psi[points.length] - psi[k] + points[0].length * logs.value() / points.length);
    }

    /**
     * h in bits of points in the plane, estimated where their covariance is the identity:
     * {@code h(X) = h(W X) - log2 |det W|} for any linear W, and the estimator's bias is least where the law is as wide
     * in all directions.
     *
     * @param points n of them with two coordinates, not on one line
     * @param k      which neighbour, from 1, below n
     */
    public static double entropyInThePlane(double[][] points, int k) {
        var covariance = new Covariance(points).getCovarianceMatrix();
        var width = Math.sqrt(covariance.getEntry(0, 0));
        var slope = covariance.getEntry(0, 1) / width;
        var rest = Math.sqrt(covariance.getEntry(1, 1) - slope * slope);
        if (!(width > 0 && rest > 0)) {
            throw new IllegalArgumentException("the points lie on a line: the law is not continuous in the plane");
        }
        var round = new double[points.length][];
        for (var i = 0; i < round.length; i++) {
            var first = points[i][0] / width;
            round[i] = new double[] {first, (points[i][1] - slope * first) / rest};
        }
        return entropy(round, k) + Entropy.fromNats(Math.log(width * rest));
    }

    /**
     * I(X; Y) in bits; where X and Y are independent it scatters about 0, below it too.
     *
     * @param x n points
     * @param y n points, point i drawn together with point i of {@code x}
     * @param k which neighbour, from 1, below n
     */
    public static double mutualInformation(double[][] x, double[][] y, int k) {
        var n = x.length;
        var joint = new double[n][];
        for (var i = 0; i < n; i++) {
            joint[i] = new double[x[i].length + y[i].length];
            System.arraycopy(x[i], 0, joint[i], 0, x[i].length);
            System.arraycopy(y[i], 0, joint[i], x[i].length, y[i].length);
        }
        var together = new Neighbours(joint);
        var alongX = new Neighbours(x);
        var alongY = new Neighbours(y);
        var psi = digammas(n);
        var terms = new CompensatedSum();
        for (var i = 0; i < n; i++) {
            var distance = together.distance(i, k);
            terms.add(psi[alongX.closer(i, distance) + 1] + psi[alongY.closer(i, distance) + 1]);
        }
        return Entropy.fromNats(psi[k] + psi[n] - terms.value() / n);
    }
}
