package org.basinlab.training.chunked;

import org.basinlab.network.Precision;

/** A matrix on the heap, row by row, in single or double precision; rows are padded with zeros for the kernels. */
abstract class Rows {
    /** Numbers a row takes. */
    final int width;

    Rows(int width) {
        this.width = width;
    }

    /** A matrix of zeros whose rows hold so many columns. */
    static Rows of(Precision precision, int rows, int columns, Kernels kernels) {
        return precision.isSingle() ? new FloatRows(rows, columns, kernels) : new DoubleRows(rows, columns, kernels);
    }

    /** Row {@code row} += sum over ink entries of value / 256 times a row of {@code of}; modified. */
    abstract void addInk(int row, int[] ink, int from, int to, Rows of);

    /** Row {@code row} += sum over s below count of entry s of row {@code cRow} of {@code c} times row s of {@code of}. */
    abstract void addRows(int row, Rows c, int cRow, int count, Rows of);

    abstract void set(int row, int column, double value);

    /** The first {@code n} of a row. */
    abstract void read(int row, double[] into, int n);

    /** Overwrites the first {@code n} of a row, rounded to the matrix's precision. */
    abstract void write(int row, double[] from, int n);

    /** Overwrites rows from..to with the absolute values of another's. */
    abstract void sizes(Rows of, int from, int to);

    /** Overwrites everything with 0. */
    abstract void clear();

    /** Overwrites n numbers of a row with n of a row of another. */
    abstract void copy(int row, int column, Rows from, int fromRow, int fromColumn, int n);

    /** {@code into[at + column * rows + row]} += every number of the first rows and columns (modified). */
    abstract void addTransposed(int rows, int columns, double[] into, int at);

    /** The numbers themselves, row by row: a {@code float[]} or {@code double[]}. */
    abstract Object array();
}
