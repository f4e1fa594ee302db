package org.basinlab.dynamics;

import java.util.Arrays;

/**
 * A vector that may grow or shrink without end: numbers with a common power of two, {@code v_i = m_i 2^e}. Scaling is exact, so
 * it changes no digit of numbers within 2^700 of the largest; what is smaller by some 2^1000 or more becomes 0.
 */
public final class Scaled {
    private static final int LARGE = 300;
    /** Smaller numbers have lost digits, and one that shrinks would come to rest at the least there is. */
    private static final double SMALL = Double.MIN_NORMAL;

    private final double[] mantissas;
    private long exponent;

    private Scaled(double[] mantissas) {
        this.mantissas = mantissas;
    }

    /** A unit vector. */
    public static Scaled unit(int dimension, int index) {
        var vector = new double[dimension];
        vector[index] = 1;
        return new Scaled(vector);
    }

    /** Any vector; copied. */
    public static Scaled of(double... vector) {
        return new Scaled(vector.clone());
    }

    /** m, to be read and written in place; {@link #balance} after writing. */
    double[] mantissas() {
        return mantissas;
    }

    /** Brings m back to sizes that can be calculated with, if need be. */
    void balance() {
        var largest = 0.0;
        for (var m : mantissas) {
            largest = Math.max(largest, Math.abs(m));
        }
        var size = Math.getExponent(largest);
        if (largest > 0 && Double.isFinite(largest) && Math.abs(size) > LARGE) {
            for (var i = 0; i < mantissas.length; i++) {
                mantissas[i] = Math.scalb(mantissas[i], -size);
            }
            exponent += size;
        }
        for (var i = 0; i < mantissas.length; i++) {
            if (Math.abs(mantissas[i]) < SMALL) {
                mantissas[i] = 0;
            }
        }
    }

    /** Some numbers of a row, with this vector's power of two. */
    Scaled like(double[] row, int from, int count) {
        var other = new Scaled(Arrays.copyOfRange(row, from, from + count));
        other.exponent = exponent;
        return other;
    }

    /** log |v_i|; minus infinity for 0. */
    public double log(int i) {
        return log(mantissas[i]);
    }

    /** The sign of v_i, 0 for 0. */
    public int sign(int i) {
        return (int) Math.signum(mantissas[i]);
    }

    /** log of the vector's Euclidean length. */
    public double logNorm() {
        return log(Math.sqrt(Arrays.stream(mantissas).map(m -> m * m).sum()));
    }

    /** The logarithm of a number that is m 2^e. */
    private double log(double mantissa) {
        return Math.log(Math.abs(mantissa)) + exponent * Math.log(2);
    }
}
