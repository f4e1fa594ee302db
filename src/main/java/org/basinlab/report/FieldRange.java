package org.basinlab.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.Figure;

/**
 * Which values of a {@link Figure.Field} the ends of its colours stand for.
 *
 * <p>The least and the greatest value; but where a few lie far beyond all others, the 1st and the 99th percentile
 * instead, since one pole would else leave all the rest in one colour. "Far" is further beyond the percentile than the
 * two percentiles are apart; of a diverging scale, more than twice the greater percentile in absolute value.
 *
 * @param scale of the colours
 * @param below whether there are values below it
 * @param above whether there are values above it
 */
record FieldRange(Scale scale, boolean below, boolean above) {
    private static final double TAIL = 0.01;
    /** Where an end that does not end the data has this many digits. */
    private static final int DIGITS = 2;
    /** A number this near to that of an end, in parts of the scale, would touch it. */
    private static final double NEAR = 0.09;

    static FieldRange of(Figure.Field field) {
        var axis = field.valueAxis();
        var open = new Scale(0, 1, axis.log());
        var known = Arrays.stream(open.at(field.values()))
                .filter(c -> !Double.isNaN(c))
                .sorted()
                .toArray();
        var scale = field.diverging()
                ? symmetric(known, axis)
                : known.length == 0 ? Scale.of(axis, List.of()) : bulk(known, axis);
        var below = false;
        var above = false;
        for (var value : field.values()) {
            var place = coordinate(value, scale);
            below |= place < scale.low();
            above |= place > scale.high();
        }
        return new FieldRange(scale, below, above);
    }

    private static Scale bulk(double[] sorted, Figure.Axis axis) {
        var n = sorted.length;
        var first = percentile(sorted, TAIL);
        var last = percentile(sorted, 1 - TAIL);
        var apart = last - first;
        var low = apart > 0 && first - sorted[0] > apart ? outward(first, axis.log(), RoundingMode.FLOOR) : sorted[0];
        var high = apart > 0 && sorted[n - 1] - last > apart
                ? outward(last, axis.log(), RoundingMode.CEILING)
                : sorted[n - 1];
        return Scale.filled(axis, low, high);
    }

    private static Scale symmetric(double[] sorted, Figure.Axis axis) {
        var end = 0.0;
        for (var own : new double[] {axis.low(), axis.high()}) {
            end = Math.max(end, Scale.drawable(own) ? Math.abs(own) : 0);
        }
        if (!(end > 0) && sorted.length > 0) {
            var bulk = Math.max(Math.abs(percentile(sorted, TAIL)), Math.abs(percentile(sorted, 1 - TAIL)));
            var most = Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
            end = bulk > 0 && most > 2 * bulk ? outward(bulk, false, RoundingMode.CEILING) : most;
        }
        return Scale.linear(-end, end);
    }

    /** Of the values themselves, none between two: so few that 1% is none have no tail. */
    private static double percentile(double[] sorted, double part) {
        return sorted[(int) Math.rint(part * (sorted.length - 1))];
    }

    /** To few digits, for the legend. */
    private static double outward(double coordinate, boolean log, RoundingMode mode) {
        var value = BigDecimal.valueOf(log ? Math.pow(10, coordinate) : coordinate);
        var rounded = value.round(new MathContext(DIGITS, mode)).doubleValue();
        return log ? Math.log10(rounded) : rounded;
    }

    /** Infinite where it is too large to draw; NaN where it has no place. */
    private static double coordinate(double value, Scale scale) {
        return Scale.drawable(value) || Double.isNaN(value) || scale.log() && value < 0
                ? scale.at(value)
                : Math.copySign(Double.POSITIVE_INFINITY, value);
    }

    /** Where a value lies between the ends, from 0 to 1; NaN where it has no place. */
    double place(double value) {
        var part = (coordinate(value, scale) - scale.low()) / (scale.high() - scale.low());
        return Math.max(0, Math.min(1, part));
    }

    /** Numbers for the legend: an end with values beyond it says so. */
    List<Ticks.Tick> ticks() {
        var ticks = new ArrayList<>(Ticks.on(scale, TickedAxis.NUMBERS));
        if (below) {
            end(ticks, scale.low(), "≤\u00a0");
        }
        if (above) {
            end(ticks, scale.high(), "≥\u00a0");
        }
        return ticks;
    }

    private void end(List<Ticks.Tick> ticks, double coordinate, String sign) {
        var near = NEAR * (scale.high() - scale.low());
        ticks.removeIf(tick -> Math.abs(tick.coordinate() - coordinate) < near);
        ticks.add(new Ticks.Tick(coordinate, sign + Numbers.show(scale.log() ? Math.pow(10, coordinate) : coordinate)));
    }
}
