package org.basinlab.trajectories;

import org.basinlab.network.Precision;

/**
 * Tangents of many trajectories, each a column with a power of two of its own, {@code v_it = m_it 2^(e_t)}, so that
 * none is too large or too small. Scaling is exact. What is so much smaller than the largest of its column that it has
 * lost digits is 0: one that shrinks would else come to rest at the least number there is, and look as if it had
 * stopped.
 */
public final class ScaledRows {
    private final double[][] mantissas;
    private final long[] exponents;
    private final double least;

    /** Of numbers in this precision. */
    ScaledRows(int rows, int columns, Precision precision) {
        least = precision.isSingle() ? Float.MIN_NORMAL : Double.MIN_NORMAL;
        mantissas = new double[rows][columns];
        exponents = new long[columns];
    }

    /** Steps after which tangents that grow or shrink by at most 2^7 a step are to be rescaled, counted from the start. */
    public static int patience(Precision precision) {
        return precision.isSingle() ? 16 : 128;
    }

    /** Sets m; what has lost digits beside the largest of its column is 0. */
    public void put(int row, int column, double mantissa) {
        mantissas[row][column] = Math.abs(mantissa) < least ? 0 : mantissa;
    }

    /** Sets e of a column. */
    public void exponent(int column, long exponent) {
        exponents[column] = exponent;
    }

    /** Takes over the first n columns of another, from a column of this on. */
    void take(ScaledRows part, int column, int n) {
        for (var row = 0; row < mantissas.length; row++) {
            System.arraycopy(part.mantissas[row], 0, mantissas[row], column, n);
        }
        System.arraycopy(part.exponents, 0, exponents, column, n);
    }

    /** m of a row and column. */
    public double mantissa(int row, int column) {
        return mantissas[row][column];
    }

    /** e of a column. */
    public long exponent(int column) {
        return exponents[column];
    }

    /** log |v|; minus infinity for 0. */
    public double log(int row, int column) {
        return Math.log(Math.abs(mantissas[row][column])) + exponents[column] * Math.log(2);
    }

    /** The sign of v, 0 for 0. */
    public int sign(int row, int column) {
        return (int) Math.signum(mantissas[row][column]);
    }

    /** v itself, which may be too large or too small to be a number. */
    public double value(int row, int column) {
        var exponent = (int) Math.max(-10_000, Math.min(10_000, exponents[column]));
        return Math.scalb(mantissas[row][column], exponent);
    }
}
