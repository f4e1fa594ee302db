package org.basinlab.training.chunked;

import java.util.Arrays;

/** In single precision. */
final class FloatRows extends Rows {
    private final Kernels kernels;
    private final float[] values;

    FloatRows(int rows, int columns, Kernels kernels) {
        super(kernels.floatWidth(columns));
        this.kernels = kernels;
        values = new float[Math.multiplyExact(rows, width)];
    }

    @Override
    void addInk(int row, int[] ink, int from, int to, Rows of) {
        kernels.addInk(values, row * width, width, ink, from, to, ((FloatRows) of).values);
    }

    @Override
    void addRows(int row, Rows c, int cRow, int count, Rows of) {
        kernels.addRows(
                values, row * width, width, ((FloatRows) c).values, cRow * c.width, count, ((FloatRows) of).values);
    }

    @Override
    void set(int row, int column, double value) {
        values[row * width + column] = (float) value;
    }

    @Override
    void read(int row, double[] into, int n) {
        var at = row * width;
        for (var j = 0; j < n; j++) {
            into[j] = values[at + j];
        }
    }

    @Override
    void write(int row, double[] from, int n) {
        var at = row * width;
        for (var j = 0; j < n; j++) {
            values[at + j] = (float) from[j];
        }
    }

    @Override
    void sizes(Rows of, int from, int to) {
        var others = ((FloatRows) of).values;
        for (var i = from * width; i < to * width; i++) {
            values[i] = Math.abs(others[i]);
        }
    }

    @Override
    void clear() {
        Arrays.fill(values, 0);
    }

    @Override
    void copy(int row, int column, Rows from, int fromRow, int fromColumn, int n) {
        var others = ((FloatRows) from).values;
        System.arraycopy(others, fromRow * from.width + fromColumn, values, row * width + column, n);
    }

    @Override
    void addTransposed(int rows, int columns, double[] into, int at) {
        // Eight rows at a time fill whole cache lines of what is written.
        for (var from = 0; from < rows; from += 8) {
            var to = Math.min(from + 8, rows);
            for (var j = 0; j < columns; j++) {
                for (var i = from; i < to; i++) {
                    into[at + j * rows + i] += values[i * width + j];
                }
            }
        }
    }

    @Override
    Object array() {
        return values;
    }
}
