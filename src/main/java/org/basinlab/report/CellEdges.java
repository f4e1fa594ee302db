package org.basinlab.report;

import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.Figure.Axis;

/**
 * The borders of cells around grid points, in coordinates of an axis: half way between neighbours, and as far beyond
 * the outermost points as their inner borders are before them.
 *
 * @param at ascending, one more than there are points; none where there are no points
 */
record CellEdges(double[] at) {
    /** @param points ascending; those too large for an axis lie at its utmost place */
    static CellEdges around(double[] points, Axis axis) {
        var alone = Scale.of(axis, List.of(points));
        var n = points.length;
        if (n < 2) {
            return new CellEdges(n == 0 ? new double[] {} : new double[] {alone.low(), alone.high()});
        }
        var at = new double[n + 1];
        var centres = alone.at(Arrays.stream(points)
                .map(point -> Math.max(-Scale.LARGEST, Math.min(Scale.LARGEST, point)))
                .toArray());
        for (var i = 1; i < n; i++) {
            at[i] = centres[i - 1] / 2 + centres[i] / 2;
        }
        at[0] = 2 * centres[0] - at[1];
        at[n] = 2 * centres[n - 1] - at[n - 1];
        return new CellEdges(at);
    }

    int cells() {
        return Math.max(0, at.length - 1);
    }

    /** An axis that they fill, but for ends of its own. */
    Scale scale(Axis axis) {
        return at.length == 0 ? Scale.of(axis, List.of()) : Scale.filled(axis, at[0], at[at.length - 1]);
    }

    /** Where they are drawn: those further outside of a scale than it is wide lie there, all in one place. */
    double[] near(Scale scale) {
        var width = scale.high() - scale.low();
        return Arrays.stream(at)
                .map(edge -> Math.max(scale.low() - width, Math.min(scale.high() + width, edge)))
                .toArray();
    }

    /**
     * The cells that a pixel shows.
     *
     * @param first   the lowest of them
     * @param weights the part of the pixel that each covers; none where the pixel's centre is in no cell
     */
    record Share(int first, double[] weights) {}

    /**
     * What each of so many equal pixels along a scale shows. One in a cell wider than itself shows that alone, so that
     * borders stay sharp; else all that it touches, each by its part.
     */
    Share[] shares(Scale scale, int pixels) {
        var shares = new Share[pixels];
        var width = (scale.high() - scale.low()) / pixels;
        var cell = 0;
        for (var i = 0; i < pixels; i++) {
            var from = scale.low() + i * width;
            while (cell < cells() && at[cell + 1] <= from) {
                cell++;
            }
            shares[i] = share(cell, from, from + width);
        }
        return shares;
    }

    private Share share(int first, double from, double to) {
        var centre = from / 2 + to / 2;
        var middle = first;
        while (middle < cells() && at[middle + 1] <= centre) {
            middle++;
        }
        if (middle >= cells() || at[middle] > centre) {
            return new Share(0, new double[] {});
        }
        if (at[middle + 1] - at[middle] >= to - from) {
            return new Share(middle, new double[] {1});
        }
        var last = middle;
        while (last + 1 < cells() && at[last + 1] < to) {
            last++;
        }
        var weights = new double[last - first + 1];
        for (var i = 0; i < weights.length; i++) {
            weights[i] = (Math.min(to, at[first + i + 1]) - Math.max(from, at[first + i])) / (to - from);
        }
        return new Share(first, weights);
    }
}
