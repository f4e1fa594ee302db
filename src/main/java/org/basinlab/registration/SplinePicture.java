package org.basinlab.registration;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import org.basinlab.random.RandomStream;

/**
 * Pixels as a smooth picture: {@code I(x, y) = sum_ij c_ij b(x - x_j) b(y - y_i)} with b the B-spline of degree 5, centred
 * on the pixels (I. J. Schoenberg 1946).
 *
 * <p>Pixel values are the coefficients themselves: the picture is what a scanner with the point spread b, 0.7 pixels wide,
 * sees of them, and stays between their least and their greatest. That makes a shift exact. Linear interpolation would put a
 * kink into every objective at whole shifts and draw optima there; cubic splines would leave gradient magnitudes without
 * the second derivatives that Newton's method needs. Outside of the pixels all is 0.
 */
final class SplinePicture implements Picture {
    private static final int DEGREE = 5;
    private static final int WEIGHTS = DEGREE + 1;
    /** Pixels of a digit in a row. */
    static final int DIGIT = 28;
    /** Sum of b(k)^2 over a pixel's neighbours, mean over places between pixels: the variance that white noise keeps. */
    private static final double KEPT = 0.393925565175565;

    private final int side;
    private final double[] coefficients;

    /**
     * Of pixels.
     *
     * @param side         how many in a row
     * @param coefficients row by row, side x side of them
     */
    SplinePicture(int side, double[] coefficients) {
        this.side = side;
        this.coefficients = coefficients.clone();
    }

    /**
     * A digit, scaled so that the brightest pixel of the frame is 1.
     *
     * @param pixels 28 x 28, row by row, 0 to 1
     */
    static SplinePicture digit(double[] pixels) {
        require(
                pixels.length == DIGIT * DIGIT,
                "a digit to be registered must have 28 x 28 pixels, got %s numbers",
                pixels.length);
        require(
                Arrays.stream(pixels).allMatch(v -> v >= 0 && v <= 1),
                "pixels of a digit to be registered must be from 0 to 1: divide by the greatest grey level");
        require(Arrays.stream(pixels).max().orElse(0) > 0, "a digit to be registered is all black: leave it out");
        var raw = new SplinePicture(DIGIT, pixels);
        var most = Arrays.stream(raw.values(Points.FRAME)).max().orElseThrow();
        return new SplinePicture(DIGIT, Arrays.stream(pixels).map(v -> v / most).toArray());
    }

    /**
     * Noise of variance 1 on average over the plane, correlated over two or three pixels.
     *
     * @param side   pixels in a row
     * @param number which field of noise
     */
    static SplinePicture noise(int side, RandomStream random, long number) {
        var c = new double[side * side];
        for (var i = 0; i < c.length; i++) {
            c[i] = random.normal(number * c.length + i) / KEPT;
        }
        return new SplinePicture(side, c);
    }

    @Override
    public Jets at(Points points, int order) {
        return points.isLattice() ? onLattice(points, order) : scattered(points.x(), points.y(), order);
    }

    private double inPixels(double place) {
        return place + (side - 1) / 2.0;
    }

    private Jets onLattice(Points points, int order) {
        var jets = Jets.zeros(order, points.count());
        var along = alongRows(points.columns(), order);
        var rows = points.rows();
        for (var i = 0; i < rows.length; i++) {
            var v = inPixels(rows[i]);
            var row = (int) Math.floor(v);
            var down = weights(v - row, order);
            for (var k = 0; k < WEIGHTS; k++) {
                var from = row + k - 2;
                if (from >= 0 && from < side) {
                    addRow(jets, i, along[from], down, k);
                }
            }
        }
        return jets;
    }

    private static void addRow(Jets jets, int i, double[][] along, double[][] down, int k) {
        var row = 0;
        for (var total = 0; total < along.length; total++) {
            for (var b = 0; b <= total; b++) {
                var sums = jets.row(row++);
                var factor = down[b][k];
                var values = along[total - b];
                var first = i * values.length;
                for (var column = 0; column < values.length; column++) {
                    sums[first + column] += factor * values[column];
                }
            }
        }
    }

    /** Each row of pixels as a function of x, with its derivatives: rows x order x columns. */
    private double[][][] alongRows(double[] columns, int order) {
        var along = new double[side][order + 1][columns.length];
        var sums = new double[order + 1];
        for (var column = 0; column < columns.length; column++) {
            var u = inPixels(columns[column]);
            var pixel = (int) Math.floor(u);
            var across = weights(u - pixel, order);
            for (var i = 0; i < side; i++) {
                if (rowSums(i, pixel - 2, across, sums)) {
                    for (var a = 0; a <= order; a++) {
                        along[i][a][column] = sums[a];
                    }
                }
            }
        }
        return along;
    }

    private Jets scattered(double[] x, double[] y, int order) {
        var jets = Jets.zeros(order, x.length);
        var sums = new double[order + 1];
        for (var p = 0; p < x.length; p++) {
            var u = inPixels(x[p]);
            var v = inPixels(y[p]);
            var column = (int) Math.floor(u);
            var row = (int) Math.floor(v);
            if (column < -WEIGHTS || column > side + WEIGHTS || row < -WEIGHTS || row > side + WEIGHTS) {
                continue;
            }
            var across = weights(u - column, order);
            var down = weights(v - row, order);
            for (var k = 0; k < WEIGHTS; k++) {
                var i = row + k - 2;
                if (i >= 0 && i < side && rowSums(i, column - 2, across, sums)) {
                    add(jets, p, sums, down, k);
                }
            }
        }
        return jets;
    }

    private boolean rowSums(int i, int firstColumn, double[][] weights, double[] sums) {
        var from = Math.max(0, -firstColumn);
        var to = Math.min(WEIGHTS, side - firstColumn);
        var start = i * side + firstColumn;
        for (var a = 0; a < sums.length; a++) {
            var w = weights[a];
            var sum = 0.0;
            for (var k = from; k < to; k++) {
                sum += w[k] * coefficients[start + k];
            }
            sums[a] = sum;
        }
        return from < to;
    }

    private static void add(Jets jets, int p, double[] sums, double[][] weights, int k) {
        var row = 0;
        for (var total = 0; total < sums.length; total++) {
            for (var b = 0; b <= total; b++) {
                jets.row(row++)[p] += sums[total - b] * weights[b][k];
            }
        }
    }

    /**
     * What the six nearest coefficients count at a place between two pixels, and the derivatives of that: B-splines of
     * degree p - 1 are turned into those of degree p by de Boor's recursion, their differences are the derivatives.
     *
     * @param part from the pixel below, 0 to 1
     */
    static double[][] weights(double part, int order) {
        var byDegree = new double[WEIGHTS][];
        byDegree[0] = new double[] {1};
        for (var p = 1; p <= DEGREE; p++) {
            var lower = byDegree[p - 1];
            var w = new double[p + 1];
            for (var k = 0; k <= p; k++) {
                w[k] = ((k > 0 ? (part - k + p) * lower[k - 1] : 0) + (k < p ? (k + 1 - part) * lower[k] : 0)) / p;
            }
            byDegree[p] = w;
        }
        var all = new double[order + 1][];
        for (var m = 0; m <= order; m++) {
            var w = byDegree[DEGREE - m];
            for (var times = 0; times < m; times++) {
                w = differences(w);
            }
            all[m] = w;
        }
        return all;
    }

    private static double[] differences(double[] w) {
        var d = new double[w.length + 1];
        for (var k = 0; k < d.length; k++) {
            d[k] = (k > 0 ? w[k - 1] : 0) - (k < w.length ? w[k] : 0);
        }
        return d;
    }
}
