package org.basinlab.circuits;

import static org.basinlab.experiment.InputException.require;

/**
 * What is known of a circuit's inputs before any is seen, and of the numbers it computes with.
 *
 * @param low  the least an input can be
 * @param high the greatest
 * @param step inputs are multiples of 2^step; {@link #ANY} where nothing of the kind is known
 * @param bits of a significand: 24 of float32, 53 of float64
 */
public record Known(double low, double high, int step, int bits) {
    /** A step that no sum is exact for. */
    public static final int ANY = -100_000;

    public Known {
        require(low < high, "inputs from %s to %s are no range: give a least and a greater number", low, high);
    }

    /** The unit roundoff u: a sum of two numbers is off by at most u times its size. */
    double roundoff() {
        return Math.scalb(1.0, -bits);
    }

    /** The largest input in size. */
    public double size() {
        return Math.max(Math.abs(low), Math.abs(high));
    }
}
