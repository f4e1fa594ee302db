package org.basinlab.registration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.random.RandomStream;

/**
 * A sum of round Gaussians, {@code I(x, y) = sum_k a_k exp(-((x - x_k)^2 + (y - y_k)^2) / (2 w_k^2))}: smooth, and known
 * with all its derivatives.
 *
 * @param blobs the terms
 */
record Blobs(List<Blob> blobs) implements Picture {
    private static final int COUNT = 6;
    private static final int NUMBERS = 4;
    /** Beyond it a term is below 5e-18 of its height, less than the rounding of a sum with it. */
    private static final double FAR = 40;

    Blobs {
        blobs = List.copyOf(blobs);
    }

    /**
     * A term.
     *
     * @param height a, in units of full brightness
     * @param x      of its centre, pixels
     * @param y      of its centre, pixels
     * @param width  w, its standard deviation in pixels; positive
     */
    record Blob(double height, double x, double y, double width) {}

    /** One alone, of height 1. */
    static Blobs one(double x, double y, double width) {
        return new Blobs(List.of(new Blob(1, x, y, width)));
    }

    /**
     * Six at random: heights 0.4 to 1, centres within 7 pixels of the frame's in each direction, widths 1.5 to 3.5
     * pixels; scaled so that the brightest pixel of the frame is 1.
     *
     * @param number which picture
     */
    static Blobs drawn(RandomStream random, long number) {
        var first = number * COUNT * NUMBERS;
        var raw = new Blobs(IntStream.range(0, COUNT)
                .mapToObj(k -> {
                    var at = first + (long) k * NUMBERS;
                    return new Blob(
                            0.4 + 0.6 * random.uniform(at),
                            7 * (2 * random.uniform(at + 1) - 1),
                            7 * (2 * random.uniform(at + 2) - 1),
                            1.5 + 2 * random.uniform(at + 3));
                })
                .toList());
        var most = Arrays.stream(raw.values(Points.FRAME)).max().orElseThrow();
        return new Blobs(raw.blobs.stream()
                .map(b -> new Blob(b.height / most, b.x, b.y, b.width))
                .toList());
    }

    @Override
    public Jets at(Points points, int order) {
        return points.isLattice() ? onLattice(points, order) : scattered(points.x(), points.y(), order);
    }

    private Jets onLattice(Points points, int order) {
        var jets = Jets.zeros(order, points.count());
        var columns = points.columns();
        var rows = points.rows();
        for (var blob : blobs) {
            var across = axis(columns, blob.x, blob.width, order);
            var down = axis(rows, blob.y, blob.width, order);
            var row = 0;
            for (var total = 0; total <= order; total++) {
                for (var j = 0; j <= total; j++) {
                    addProducts(blob.height, across[total - j], down[j], jets.row(row++));
                }
            }
        }
        return jets;
    }

    private static void addProducts(double height, double[] across, double[] down, double[] sums) {
        for (var i = 0; i < down.length; i++) {
            var factor = height * down[i];
            if (Math.abs(factor) > 0) {
                var first = i * across.length;
                for (var k = 0; k < across.length; k++) {
                    sums[first + k] += factor * across[k];
                }
            }
        }
    }

    /** The factor of one axis with its derivatives: order x places. */
    private static double[][] axis(double[] places, double centre, double width, int order) {
        var factors = new double[order + 1][places.length];
        var slopes = new double[order + 1];
        for (var i = 0; i < places.length; i++) {
            var u = (places[i] - centre) / width;
            if (u * u / 2 < FAR) {
                slopes(u, width, slopes);
                var value = Math.exp(-u * u / 2);
                for (var a = 0; a <= order; a++) {
                    factors[a][i] = value * slopes[a];
                }
            }
        }
        return factors;
    }

    private Jets scattered(double[] x, double[] y, int order) {
        var jets = Jets.zeros(order, x.length);
        var sums = new double[Jets.count(order)];
        var inX = new double[order + 1];
        var inY = new double[order + 1];
        var terms = blobs.toArray(Blob[]::new);
        for (var p = 0; p < x.length; p++) {
            Arrays.fill(sums, 0);
            for (var blob : terms) {
                var u = (x[p] - blob.x) / blob.width;
                var v = (y[p] - blob.y) / blob.width;
                var half = (u * u + v * v) / 2;
                if (half < FAR) {
                    slopes(u, blob.width, inX);
                    slopes(v, blob.width, inY);
                    add(blob.height * Math.exp(-half), inX, inY, sums);
                }
            }
            for (var r = 0; r < sums.length; r++) {
                jets.row(r)[p] = sums[r];
            }
        }
        return jets;
    }

    /** Adds the derivatives of one term in the order of {@link Jets}: by their sum, then from x to y. */
    private static void add(double value, double[] inX, double[] inY, double[] sums) {
        var row = 0;
        for (var total = 0; total < inX.length; total++) {
            for (var j = 0; j <= total; j++) {
                sums[row++] += value * inX[total - j] * inY[j];
            }
        }
    }

    /** Derivatives of exp(-u^2/2) along its own axis, over its value: modifies {@code slopes}. */
    private static void slopes(double u, double width, double[] slopes) {
        slopes[0] = 1;
        if (slopes.length > 1) {
            slopes[1] = -u / width;
        }
        if (slopes.length > 2) {
            slopes[2] = (u * u - 1) / (width * width);
        }
        if (slopes.length > 3) {
            slopes[3] = (3 - u * u) * u / (width * width * width);
        }
    }
}
