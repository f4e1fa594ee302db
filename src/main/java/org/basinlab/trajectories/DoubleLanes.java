package org.basinlab.trajectories;

import org.basinlab.landscape.Tape;
import org.basinlab.landscape.block.BlockTape;
import org.basinlab.landscape.block.Exponentials;
import org.basinlab.landscape.block.TapeDoubles;
import org.basinlab.network.Precision;

/** In double precision. */
record DoubleLanes(boolean vectors) implements Lanes<double[]> {
    @Override
    public double[][] rows(int count, int length) {
        return new double[count][length];
    }

    @Override
    public double get(double[] row, int i) {
        return row[i];
    }

    @Override
    public void set(double[] row, int i, double value) {
        row[i] = value;
    }

    @Override
    public int bytes() {
        return Double.BYTES;
    }

    @Override
    public int patience() {
        return ScaledRows.patience(Precision.FLOAT64);
    }

    @Override
    public LorenzKernels<double[]> lorenz() {
        return vectors ? new VectorLorenzDoubles() : new PlainLorenzDoubles();
    }

    @Override
    public BlockTape<double[]> tape(Tape tape, int size) {
        return new TapeDoubles(tape, size, vectors ? Exponentials.vectors() : Exponentials.plain());
    }

    /** One by one: it is done so rarely. */
    @Override
    public void rescale(double[][] rows, int n, int[] exponents) {
        for (var i = 0; i < n; i++) {
            var largest = 0.0;
            for (var row : rows) {
                largest = Math.max(largest, Math.abs(row[i]));
            }
            var exponent = Math.max(Double.MIN_EXPONENT, Math.min(-Double.MIN_EXPONENT, Math.getExponent(largest)));
            var scale = Math.scalb(1.0, -exponent);
            for (var row : rows) {
                row[i] *= scale;
            }
            exponents[i] += exponent;
        }
    }
}
