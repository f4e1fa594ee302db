package org.basinlab.circuits;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A preactivation or output in the making: {@code z = bias + sum_i factor_i s_i} of signals of one layer.
 *
 * <p>Rounding. Computed in any order, with or without fused steps, from n terms a_t with |a_t| summing to at most S, a
 * sum is off by at most {@code (n - 1) u S} to first order (N. J. Higham, "Accuracy and Stability of Numerical Algorithms",
 * 2002, section 4.2), one u S more where products are rounded, as they are not by powers of two. If all terms are
 * multiples of 2^step and every partial sum is at most {@code 2^(bits + step)}, each is a number of the format and
 * nothing is rounded at all. A partial sum lies between minus the negative terms' sum and the positive terms'.
 */
final class Sum {
    private final Known known;
    private final Map<Integer, Double> weights = new TreeMap<>();
    private double bias;
    private double low;
    private double high;
    private double positive;
    private double negative;
    private double error;
    private int step = Integer.MAX_VALUE;

    Sum(Known known) {
        this.known = known;
    }

    /** Adds a multiple of a signal. */
    Sum plus(double factor, Signal s) {
        s.weights().forEach((unit, weight) -> weights.merge(unit, factor * weight, Double::sum));
        bias += factor * s.constant();
        low += factor > 0 ? factor * s.low() : factor * s.high();
        high += factor > 0 ? factor * s.high() : factor * s.low();
        positive += Math.abs(factor) * (factor > 0 ? s.positive() : s.negative());
        negative += Math.abs(factor) * (factor > 0 ? s.negative() : s.positive());
        error += Math.abs(factor) * s.error();
        step = Math.min(step, s.step() + lowestBit(factor));
        return this;
    }

    /** Adds another sum. */
    Sum plus(Sum other) {
        return plus(1, other);
    }

    /** Takes another sum away. */
    Sum minus(Sum other) {
        return plus(-1, other);
    }

    private Sum plus(int sign, Sum other) {
        other.weights.forEach((unit, weight) -> weights.merge(unit, sign * weight, Double::sum));
        bias += sign * other.bias;
        low += sign > 0 ? other.low : -other.high;
        high += sign > 0 ? other.high : -other.low;
        positive += sign > 0 ? other.positive : other.negative;
        negative += sign > 0 ? other.negative : other.positive;
        error += other.error;
        step = Math.min(step, other.step);
        return this;
    }

    /** Adds signals of which all but one are always zero. */
    Sum plusOneOf(List<Signal> signals) {
        var largest = 0.0;
        for (var s : signals) {
            s.weights().forEach((unit, weight) -> weights.merge(unit, weight, Double::sum));
            largest = Math.max(largest, s.high());
            error += s.error();
            step = Math.min(step, s.step());
        }
        high += largest;
        positive += largest;
        return this;
    }

    /** Adds a constant. */
    Sum plus(double constant) {
        bias += constant;
        low += constant;
        high += constant;
        return this;
    }

    /** Without the terms whose weights have cancelled. */
    Map<Integer, Double> weights() {
        weights.values().removeIf(w -> Math.abs(w) < Double.MIN_VALUE);
        return weights;
    }

    double bias() {
        return bias;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** All of it is a multiple of 2^this. */
    int step() {
        return Math.abs(bias) > 0 ? Math.min(step, lowestBit(bias)) : step;
    }

    /** The most that terms above zero add up to, the bias not counted. */
    double positive() {
        return positive;
    }

    /** The most that terms below zero do, in size. */
    double negative() {
        return negative;
    }

    /** The largest that a partial sum can be. */
    double largest() {
        return Math.max(positive + Math.max(0, bias), negative + Math.max(0, -bias));
    }

    /** Whether it cannot fall below zero as computed: no term and no constant is below zero. */
    boolean neverNegative() {
        return !(negative > 0) && bias >= 0;
    }

    /** What the signals' own errors come to. */
    double error() {
        return error;
    }

    /** What computing it can add to that. */
    double rounding() {
        if (step() > Known.ANY / 2 && largest() <= Math.scalb(1.0, known.bits() + step())) {
            return 0;
        }
        // Factors of two that meet in one weight can make a three of it, whose products are rounded.
        var rounded = weights().values().stream().anyMatch(w -> Math.abs(w) > Math.scalb(1.0, lowestBit(w)));
        var sums = weights().size() + (Math.abs(bias) > 0 ? 1 : 0) - 1 + (rounded ? 1 : 0);
        return sums * known.roundoff() * (positive + negative + Math.abs(bias));
    }

    /** The exponent of the lowest bit that is set. */
    private static int lowestBit(double number) {
        var exponent = Math.getExponent(number);
        var significand = Math.scalb(Math.abs(number), 52 - exponent);
        return exponent - 52 + Long.numberOfTrailingZeros((long) significand);
    }
}
