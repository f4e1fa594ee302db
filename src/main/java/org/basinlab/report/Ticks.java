package org.basinlab.report;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers along a {@link Scale}: multiples of 1, 2 or 5 times a power of ten, or on a
 * logarithmic scale the powers themselves, as few as asked for.
 */
final class Ticks {
    /** @param label empty for a mark between two numbers */
    record Tick(double coordinate, String label) implements Serializable {}

    private static final double EDGE = 1e-9;

    private Ticks() {}

    /** About {@code target} labelled ticks. */
    static List<Tick> on(Scale scale, int target) {
        return scale.log() ? logarithmic(scale, target) : linear(scale.low(), scale.high(), target);
    }

    private static List<Tick> linear(double low, double high, int target) {
        var step = roundStep((high - low) / target);
        var edge = EDGE * (high - low);
        var first = (long) Math.ceil((low - edge) / step.doubleValue());
        var last = (long) Math.floor((high + edge) / step.doubleValue());
        var largest = BigDecimal.valueOf(Math.max(Math.abs(first), Math.abs(last)))
                .multiply(step)
                .doubleValue();
        var power = largest >= 1e6 || largest < 1e-3 ? (int) Math.floor(Math.log10(largest)) : 0;
        var ticks = new ArrayList<Tick>();
        for (var k = first; k <= last; k++) {
            var value = BigDecimal.valueOf(k).multiply(step);
            ticks.add(new Tick(value.doubleValue(), label(value, power)));
        }
        return ticks;
    }

    private static String label(BigDecimal value, int power) {
        if (value.signum() == 0) {
            return "0";
        }
        var digits = Numbers.minus(
                value.scaleByPowerOfTen(-power).stripTrailingZeros().toPlainString());
        return power == 0 ? digits : digits + "×" + Numbers.tenTo(power);
    }

    private static BigDecimal roundStep(double least) {
        var power = (int) Math.floor(Math.log10(least));
        var mantissa = least / Math.pow(10, power);
        var round = mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10;
        return BigDecimal.valueOf(round).scaleByPowerOfTen(power);
    }

    private static List<Tick> logarithmic(Scale scale, int target) {
        var first = (int) Math.ceil(scale.low() - EDGE);
        var last = (int) Math.floor(scale.high() + EDGE);
        if (last - first >= 2) {
            return multiples(scale, first, last, (int) Math.ceil((last - first) / (double) target), false);
        }
        var ticks = multiples(scale, first, last, 1, true);
        if (ticks.stream().filter(tick -> !tick.label().isEmpty()).count() >= 2) {
            return ticks;
        }
        return linear(Math.pow(10, scale.low()), Math.pow(10, scale.high()), target).stream()
                .map(tick -> new Tick(Math.log10(tick.coordinate()), tick.label()))
                .filter(tick -> inside(scale, tick.coordinate()))
                .toList();
    }

    /** Every {@code stride}-th power of ten; between neighbours marks, of which 2 and 5 may be labelled. */
    private static List<Tick> multiples(Scale scale, int first, int last, int stride, boolean between) {
        var plain = first >= -3 && last <= 4;
        var ticks = new ArrayList<Tick>();
        for (var power = first - 1; power <= last; power++) {
            for (var digit = 1; digit < 10; digit++) {
                var coordinate = Math.log10(digit) + power;
                if (inside(scale, coordinate) && (digit == 1 ? Math.floorMod(power, stride) == 0 : stride == 1)) {
                    var labelled = digit == 1 || between && (digit == 2 || digit == 5);
                    ticks.add(new Tick(coordinate, labelled ? power(digit, power, plain) : ""));
                }
            }
        }
        return ticks;
    }

    private static boolean inside(Scale scale, double coordinate) {
        return scale.low() - EDGE <= coordinate && coordinate <= scale.high() + EDGE;
    }

    private static String power(int digit, int power, boolean plain) {
        if (plain || power == 0) {
            return BigDecimal.valueOf(digit).scaleByPowerOfTen(power).toPlainString();
        }
        return digit == 1 ? Numbers.tenTo(power) : digit + "×" + Numbers.tenTo(power);
    }
}
