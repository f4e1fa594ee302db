package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A circuit in the making, layer after layer. Every method that adds units gives the signal they carry, which units of
 * the next layer can take in.
 *
 * <p>The post's form of the maximum has three units and holds for all numbers,
 * {@code max(A, B) = relu(A - B) + relu(B) - relu(-B)}; the other has the first two of them and holds for B &gt;= 0.
 * (P9: "Inner Optimization Mechanisms in Neural Nets", 2024.) Minima are {@code B - relu(B - A)}.
 *
 * <p>Errors. Let A^, B^ be what units really add up to, off by e_A and e_B at most, and r the roundings of the units that
 * are added here. The maximum is off by at most {@code max(e_A, e_B) + sum of r}, since that of two numbers moves no more
 * than the further moved of them. Errors are of first order in u; {@link #MARGIN} is for the rest.
 */
final class Layers {
    /** By which bounds are raised for what is of second order in u: u times a circuit's whole error is far below. */
    private static final double MARGIN = 1 + 0x1p-10;

    private final Known known;
    private final boolean signed;
    private final int inputs;
    private final List<List<Unit>> whole = new ArrayList<>();
    private List<Unit> building = new ArrayList<>();
    private double largestSum;

    /**
     * Begins one.
     *
     * @param signed whether numbers below zero can come in, so that a number needs two units to be handed on and a
     *     maximum three
     */
    Layers(int inputs, Known known, boolean signed) {
        this.inputs = inputs;
        this.known = known;
        this.signed = signed;
    }

    /** An input. */
    Signal input(int place, Known of) {
        return new Signal(
                Map.of(place, 1.0),
                0,
                of.low(),
                of.high(),
                Math.max(0, of.high()),
                Math.max(0, -of.low()),
                of.step(),
                0,
                true);
    }

    Sum sum() {
        return new Sum(known);
    }

    /** The layer is whole, the next begins. */
    void next() {
        whole.add(building);
        building = new ArrayList<>();
    }

    /** relu(z) on its own. */
    Signal relu(Sum z) {
        return relu(z, Math.max(0, z.high()));
    }

    /** By how much a is above b, relu(a - b + margin). */
    Signal above(Signal a, Signal b, double margin) {
        var z = difference(a, b).plus(margin);
        var high = Math.max(0, z.high());
        return new Signal(Map.of(unit(z, true), 1.0), 0, 0, high, high, 0, z.step(), z.error() + z.rounding(), true);
    }

    /** relu(z), known to be at most {@code high}. */
    Signal relu(Sum z, double high) {
        return relu(z, high, false);
    }

    /** By how much one sum is above another: relu(z) of their difference z. */
    Signal above(Sum z) {
        return relu(z, Math.max(0, z.high()), true);
    }

    private Signal relu(Sum z, double high, boolean compares) {
        return new Signal(
                Map.of(unit(z, compares), 1.0),
                0,
                Math.max(0, Math.min(z.low(), high)),
                high,
                high,
                0,
                z.step(),
                z.error() + z.rounding(),
                true);
    }

    /**
     * {@code relu(p - gates)} where p is one unit and the gates are zero or at least as large as p can be: p itself or 0.
     * Nothing is rounded where the gates are zero, and where they are not the sum stays at or below zero, rounded or not;
     * so only errors from before count.
     */
    Signal gated(Signal p, Sum z) {
        return new Signal(Map.of(unit(z), 1.0), 0, 0, p.high(), p.high(), 0, p.step(), z.error(), true);
    }

    /** The number itself, below zero only where inputs can be. */
    Signal carry(Sum z) {
        return carry(z, signed);
    }

    /** The number itself, of either sign. */
    Signal carryEither(Sum z) {
        return carry(z, true);
    }

    private Signal carry(Sum z, boolean both) {
        var weights = new TreeMap<Integer, Double>();
        weights.put(unit(z), 1.0);
        if (both) {
            var negated = new TreeMap<Integer, Double>();
            z.weights().forEach((unit, weight) -> negated.put(unit, -weight));
            building.add(new Unit(negated, -z.bias(), false));
            weights.put(building.size() - 1, -1.0);
        }
        // Near zero both units may err at once; one alone errs too where rounding takes its number below zero.
        var added = both ? 2 * z.rounding() : z.rounding() + (z.neverNegative() ? 0 : z.error());
        return new Signal(
                weights,
                0,
                z.low(),
                z.high(),
                Math.max(0, z.high()),
                Math.max(0, -z.low()),
                z.step(),
                z.error() + added,
                true);
    }

    /**
     * A sum of this layer's own signals as one, known to lie between two numbers.
     *
     * @param error how far off it can be
     * @param plain as {@link Signal#plain}
     */
    static Signal together(Sum z, double low, double high, double error, boolean plain) {
        return new Signal(z.weights(), z.bias(), low, high, z.positive(), z.negative(), z.step(), error, plain);
    }

    Signal carry(Signal a) {
        return carry(sum().plus(1, a));
    }

    /** The larger of two. */
    Signal max(Signal a, Signal b) {
        return larger(a, b, carry(b));
    }

    /** The smaller of two. */
    Signal min(Signal a, Signal b) {
        return smaller(a, b, carry(b));
    }

    /** The larger and the smaller, of which they share what carries b. */
    List<Signal> exchange(Signal a, Signal b) {
        var carried = carry(b);
        return List.of(larger(a, b, carried), smaller(a, b, carried));
    }

    /** The larger of two, by what carries the second. */
    Signal larger(Signal a, Signal b, Signal carried) {
        var d = difference(a, b);
        var high = Math.max(a.high(), b.high());
        return new Signal(
                and(carried, unit(d, true), 1),
                0,
                Math.max(a.low(), b.low()),
                high,
                b.low() >= 0 ? high : Math.max(high, a.high() - b.low()),
                carried.negative(),
                Math.min(d.step(), carried.step()),
                error(a, b, carried, d),
                true);
    }

    private Signal smaller(Signal a, Signal b, Signal carried) {
        var d = difference(b, a);
        return new Signal(
                and(carried, unit(d, true), -1),
                0,
                Math.min(a.low(), b.low()),
                Math.min(a.high(), b.high()),
                carried.positive(),
                carried.negative() + Math.max(0, b.high() - a.low()),
                Math.min(d.step(), carried.step()),
                error(a, b, carried, d),
                false);
    }

    private Sum difference(Signal a, Signal b) {
        return sum().plus(1, a).plus(-1, b);
    }

    private static double error(Signal a, Signal b, Signal carried, Sum difference) {
        return Math.max(a.error(), b.error()) + difference.rounding() + carried.error() - b.error();
    }

    private static Map<Integer, Double> and(Signal carried, int unit, double weight) {
        var weights = new TreeMap<>(carried.weights());
        weights.put(unit, weight);
        return weights;
    }

    private int unit(Sum z) {
        return unit(z, false);
    }

    /** Adds relu(z) and gives its place. */
    private int unit(Sum z, boolean compares) {
        largestSum = Math.max(largestSum, z.largest());
        building.add(new Unit(z.weights(), z.bias(), compares));
        return building.size() - 1;
    }

    /** The circuit, with these outputs. */
    Circuit circuit(List<Sum> outputs) {
        if (!building.isEmpty()) {
            next();
        }
        var last = new ArrayList<Unit>();
        var bounds = new ArrayList<Double>();
        for (var z : outputs) {
            largestSum = Math.max(largestSum, z.largest());
            last.add(new Unit(z.weights(), z.bias(), false));
            bounds.add((z.error() + z.rounding()) * MARGIN);
        }
        whole.add(last);
        return new Circuit(inputs, whole, bounds, largestSum);
    }
}
