package org.basinlab.searching;

/**
 * The largest and the smallest value of a subnetwork over the whole box, by a dense grid refined: from every grid point
 * that is no less than its neighbours on the axes, ascents until the projected gradient is gone or hidden by rounding.
 *
 * <p>Not a proof: a maximum narrower than the grid would be missed. The grid is some twenty times finer than the bends
 * of the subnetworks of the study.
 *
 * @param perAxis grid points on each axis
 */
record TrueMaximum(int perAxis) {
    private static final int STEPS = 200;

    /** Over the box; the low end is of the grid alone. */
    record Extent(double low, double high) {}

    static TrueMaximum of(int dimensions) {
        return new TrueMaximum(dimensions == 1 ? 401 : (int) Math.ceil(Math.pow(4000, 1.0 / dimensions)));
    }

    Extent over(Subnetwork g, double[] c) {
        var d = g.shape().dimensions();
        var grid = Proposals.grid(perAxis);
        var points = grid.points(d);
        var values = new double[points.length / d];
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (var p = 0; p < values.length; p++) {
            values[p] = g.value(c, point(points, p, d));
            low = Math.min(low, values[p]);
            high = Math.max(high, values[p]);
        }
        for (var p = 0; p < values.length; p++) {
            if (isPeak(values, p, d)) {
                high = Math.max(high, SearchNeuron.ascend(g, c, point(points, p, d), STEPS));
            }
        }
        return new Extent(low, high);
    }

    private boolean isPeak(double[] values, int p, int d) {
        var stride = 1;
        for (var a = 0; a < d; a++) {
            var place = p / stride % perAxis;
            if (place > 0 && values[p - stride] > values[p] || place < perAxis - 1 && values[p + stride] > values[p]) {
                return false;
            }
            stride *= perAxis;
        }
        return true;
    }

    private static double[] point(double[] points, int p, int d) {
        var z = new double[d];
        System.arraycopy(points, p * d, z, 0, d);
        return z;
    }
}
