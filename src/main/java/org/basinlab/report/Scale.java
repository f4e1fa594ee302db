package org.basinlab.report;

import org.basinlab.experiment.Figure.Axis;

/**
 * How an axis turns values into coordinates: the value itself, or its decimal logarithm.
 *
 * <p>Everything is drawn in coordinates, on linear axes; only {@link Ticks} knows the values again.
 *
 * @param low  coordinate of the lower end; finite
 * @param high coordinate of the upper end; finite, above {@code low} by more than rounding
 */
record Scale(double low, double high, boolean log) {
    /** Beyond this the width of an axis could overflow; such values are left out like infinite ones. */
    static final double LARGEST = 1e300;
    /** An axis narrower than this part of its values is widened: its labels could not tell them apart. */
    private static final double NARROWEST = 1e-9;

    private static final double MARGIN = 0.04;
    /** On either side of what must not be cut off, such as a large sign. */
    private static final double ROOM = 0.06;

    /** The axis' own ends where it has them, else those of the data with a small margin. */
    static Scale of(Axis axis, Iterable<double[]> data) {
        var least = Double.POSITIVE_INFINITY;
        var most = Double.NEGATIVE_INFINITY;
        for (var values : data) {
            for (var value : values) {
                var c = coordinate(value, axis.log());
                if (!Double.isNaN(c)) {
                    least = Math.min(least, c);
                    most = Math.max(most, c);
                }
            }
        }
        if (least > most) {
            least = 0;
            most = 1;
        }
        var margin = MARGIN * (most - least);
        var low = coordinate(axis.low(), axis.log());
        var high = coordinate(axis.high(), axis.log());
        return widened(Double.isNaN(low) ? least - margin : low, Double.isNaN(high) ? most + margin : high, axis.log());
    }

    /** The axis' own ends where it has them, else these coordinates exactly: cells shall fill it. */
    static Scale filled(Axis axis, double low, double high) {
        var first = coordinate(axis.low(), axis.log());
        var last = coordinate(axis.high(), axis.log());
        return widened(Double.isNaN(first) ? low : first, Double.isNaN(last) ? high : last, axis.log());
    }

    /** A linear scale between two ends. */
    static Scale linear(double low, double high) {
        return widened(low, high, false);
    }

    /** Wide enough for {@code values} too, with a margin, whatever ends its axis has. */
    Scale reaching(double... values) {
        var least = Double.POSITIVE_INFINITY;
        var most = Double.NEGATIVE_INFINITY;
        for (var value : values) {
            var c = at(value);
            if (!Double.isNaN(c)) {
                least = Math.min(least, c);
                most = Math.max(most, c);
            }
        }
        var margin = ROOM * (Math.max(high, most) - Math.min(low, least));
        return widened(Math.min(low, least - margin), Math.max(high, most + margin), log);
    }

    private static Scale widened(double low, double high, boolean log) {
        var size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low > Math.max(NARROWEST * size, 1e-290)) {
            return new Scale(low, high, log);
        }
        var centre = low / 2 + high / 2;
        var half = log ? 0.5 : size > 1e-280 ? 0.1 * size : 1;
        return new Scale(centre - half, centre + half, log);
    }

    /** Where {@code value} lies on the axis; NaN where it has no place: not finite, or no logarithm. */
    double at(double value) {
        return coordinate(value, log);
    }

    /** Whether a linear axis has a place for it. */
    static boolean drawable(double value) {
        return Math.abs(value) <= LARGEST;
    }

    /** {@link #at(double)} of each. */
    double[] at(double[] values) {
        var coordinates = new double[values.length];
        for (var i = 0; i < values.length; i++) {
            coordinates[i] = at(values[i]);
        }
        return coordinates;
    }

    private static double coordinate(double value, boolean log) {
        if (!drawable(value) || log && value <= 0) {
            return Double.NaN;
        }
        return log ? Math.log10(value) : value;
    }
}
