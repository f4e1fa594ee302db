package org.basinlab.report;

import java.util.Arrays;

/**
 * A polyline without what lies further outside of a plot than the plot is wide or high (Liang and Barsky, 1984): a
 * trajectory that runs away would have vertices beyond what can be drawn.
 *
 * @param x coordinates on the one axis; NaN where the line is broken
 * @param y as long as {@code x}
 */
record ClippedLine(double[] x, double[] y) {
    static ClippedLine of(double[] x, double[] y, Scale across, Scale up) {
        var kept = new double[2][3 * x.length];
        var n = 0;
        for (var i = 0; i + 1 < x.length; i++) {
            var part = new double[] {0, 1};
            clip(x[i], x[i + 1], across, part);
            clip(y[i], y[i + 1], up, part);
            if (part[0] <= part[1]) {
                if (n == 0 || part[0] > 0 || Double.isNaN(kept[0][n - 1])) {
                    kept[0][n] = between(x[i], x[i + 1], part[0]);
                    kept[1][n++] = between(y[i], y[i + 1], part[0]);
                }
                kept[0][n] = between(x[i], x[i + 1], part[1]);
                kept[1][n++] = between(y[i], y[i + 1], part[1]);
            }
            if (n > 0 && !(part[0] <= part[1] && part[1] >= 1)) {
                kept[0][n] = Double.NaN;
                kept[1][n++] = Double.NaN;
            }
        }
        return new ClippedLine(Arrays.copyOf(kept[0], n), Arrays.copyOf(kept[1], n));
    }

    /** The ends themselves exactly. */
    private static double between(double from, double to, double part) {
        return part <= 0 ? from : part >= 1 ? to : from + part * (to - from);
    }

    /** Narrows the part of a segment that is within reach of a scale; NaN leaves nothing. */
    private static void clip(double from, double to, Scale scale, double[] part) {
        var width = scale.high() - scale.low();
        var low = scale.low() - width;
        var high = scale.high() + width;
        if (Double.isNaN(from) || Double.isNaN(to) || Math.max(from, to) < low || Math.min(from, to) > high) {
            part[1] = -1;
            return;
        }
        var run = to - from;
        if (Math.abs(run) > 0) {
            var one = (low - from) / run;
            var other = (high - from) / run;
            part[0] = Math.max(part[0], Math.min(one, other));
            part[1] = Math.min(part[1], Math.max(one, other));
        }
    }
}
