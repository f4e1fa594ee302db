package org.basinlab.registration;

/**
 * An image at n points with its derivatives up to an order of at most 3: a truncated Taylor series at each point, so
 * that sums, products and gradient magnitudes of images carry exact derivatives.
 *
 * <p>The derivative i times in x and j times in y is row {@code (i + j)(i + j + 1)/2 + j}. Products follow Leibniz' rule.
 *
 * @param order the highest
 * @param rows  one a derivative, each with a number a point; modified by whoever builds it, by nobody later
 */
record Jets(int order, double[][] rows) {
    private static final int HIGHEST = 3;
    private static final int[] FACTORIALS = {1, 1, 2, 6};

    static Jets zeros(int order, int points) {
        if (order < 0 || order > HIGHEST) {
            throw new IllegalArgumentException("derivatives are kept up to order 3, not " + order);
        }
        return new Jets(order, new double[count(order)][points]);
    }

    /** How many derivatives there are up to an order. */
    static int count(int order) {
        return (order + 1) * (order + 2) / 2;
    }

    static int row(int inX, int inY) {
        return (inX + inY) * (inX + inY + 1) / 2 + inY;
    }

    int points() {
        return rows[0].length;
    }

    /** The values themselves. */
    double[] values() {
        return rows[0];
    }

    double[] row(int index) {
        return rows[index];
    }

    /** {@code this + factor * other}. */
    Jets plus(double factor, Jets other) {
        var sum = zeros(order, points());
        for (var r = 0; r < rows.length; r++) {
            for (var p = 0; p < points(); p++) {
                sum.rows[r][p] = rows[r][p] + factor * other.rows[r][p];
            }
        }
        return sum;
    }

    /** {@code factor * this + constant}. */
    Jets scaled(double factor, double constant) {
        var out = zeros(order, points());
        for (var r = 0; r < rows.length; r++) {
            for (var p = 0; p < points(); p++) {
                out.rows[r][p] = factor * rows[r][p] + (r == 0 ? constant : 0);
            }
        }
        return out;
    }

    /** The product. */
    Jets times(Jets other) {
        var out = zeros(order, points());
        for (var i = 0; i <= order; i++) {
            for (var j = 0; i + j <= order; j++) {
                for (var a = 0; a <= i; a++) {
                    for (var b = 0; b <= j; b++) {
                        addProducts(
                                binomial(i, a) * binomial(j, b),
                                rows[row(a, b)],
                                other.rows[row(i - a, j - b)],
                                out.rows[row(i, j)]);
                    }
                }
            }
        }
        return out;
    }

    private static void addProducts(int factor, double[] one, double[] other, double[] into) {
        for (var p = 0; p < into.length; p++) {
            into[p] += factor * one[p] * other[p];
        }
    }

    private static int binomial(int n, int k) {
        return FACTORIALS[n] / (FACTORIALS[k] * FACTORIALS[n - k]);
    }

    /**
     * The gradient's size {@code G = sqrt(I_x^2 + I_y^2 + floor^2)}, of one order less:
     *
     * <pre>
     *   G_a = (I_x I_xa + I_y I_ya)/G,    G_ab = (I_xa I_xb + I_ya I_yb + I_x I_xab + I_y I_yab - G_a G_b)/G
     * </pre>
     *
     * @param floor positive: without it G has a kink where the gradient is 0
     */
    Jets gradientSize(double floor) {
        var out = zeros(order - 1, points());
        var x = rows[1];
        var y = rows[2];
        for (var p = 0; p < points(); p++) {
            var size = Math.sqrt(x[p] * x[p] + y[p] * y[p] + floor * floor);
            out.rows[0][p] = size;
            if (order >= 2) {
                var inX = (x[p] * rows[3][p] + y[p] * rows[4][p]) / size;
                var inY = (x[p] * rows[4][p] + y[p] * rows[5][p]) / size;
                out.rows[1][p] = inX;
                out.rows[2][p] = inY;
                if (order >= HIGHEST) {
                    curvature(out, p, size, inX, inY);
                }
            }
        }
        return out;
    }

    private void curvature(Jets out, int p, double size, double inX, double inY) {
        var x = rows[1][p];
        var y = rows[2][p];
        var xx = rows[3][p];
        var xy = rows[4][p];
        var yy = rows[5][p];
        out.rows[3][p] = (xx * xx + xy * xy + x * rows[6][p] + y * rows[7][p] - inX * inX) / size;
        out.rows[4][p] = (xx * xy + xy * yy + x * rows[7][p] + y * rows[8][p] - inX * inY) / size;
        out.rows[5][p] = (xy * xy + yy * yy + x * rows[8][p] + y * rows[9][p] - inY * inY) / size;
    }
}
