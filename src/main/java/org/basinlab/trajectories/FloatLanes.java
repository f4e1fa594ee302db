package org.basinlab.trajectories;

import org.basinlab.landscape.Tape;
import org.basinlab.landscape.block.BlockTape;
import org.basinlab.landscape.block.Exponentials;
import org.basinlab.landscape.block.TapeFloats;
import org.basinlab.network.Precision;

/** In single precision. */
record FloatLanes(boolean vectors) implements Lanes<float[]> {
    @Override
    public float[][] rows(int count, int length) {
        return new float[count][length];
    }

    @Override
    public double get(float[] row, int i) {
        return row[i];
    }

    @Override
    public void set(float[] row, int i, double value) {
        row[i] = (float) value;
    }

    @Override
    public int bytes() {
        return Float.BYTES;
    }

    @Override
    public int patience() {
        return ScaledRows.patience(Precision.FLOAT32);
    }

    @Override
    public LorenzKernels<float[]> lorenz() {
        return vectors ? new VectorLorenzFloats() : new PlainLorenzFloats();
    }

    @Override
    public BlockTape<float[]> tape(Tape tape, int size) {
        return new TapeFloats(tape, size, vectors ? Exponentials.vectors() : Exponentials.plain());
    }

    @Override
    public void rescale(float[][] rows, int n, int[] exponents) {
        if (vectors) {
            VectorScaling.rescale(rows, n, exponents);
        } else {
            rescaleEach(rows, n, exponents);
        }
    }

    private static void rescaleEach(float[][] rows, int n, int[] exponents) {
        for (var i = 0; i < n; i++) {
            var largest = 0f;
            for (var row : rows) {
                largest = Math.max(largest, Math.abs(row[i]));
            }
            var exponent = Math.max(Float.MIN_EXPONENT, Math.min(-Float.MIN_EXPONENT, Math.getExponent(largest)));
            var scale = Math.scalb(1f, -exponent);
            for (var row : rows) {
                row[i] *= scale;
            }
            exponents[i] += exponent;
        }
    }
}
