package org.basinlab.stats;

/** Pearson's correlation of a part of two samples, and nothing besides: for where it is needed thousands of times. */
public final class Pearson {
    private Pearson() {}

    /**
     * r over the pairs at some indices.
     *
     * @param chosen indices of pairs; one with a NaN is left out
     * @return NaN for fewer than two pairs or where one side does not vary
     */
    public static double r(double[] x, double[] y, int[] chosen) {
        var n = 0;
        var meanX = 0.0;
        var meanY = 0.0;
        for (var i : chosen) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                n++;
                meanX += x[i];
                meanY += y[i];
            }
        }
        meanX /= n;
        meanY /= n;
        var xx = 0.0;
        var yy = 0.0;
        var xy = 0.0;
        for (var i : chosen) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                var dx = x[i] - meanX;
                var dy = y[i] - meanY;
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
        }
        return n < 2 || xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }
}
