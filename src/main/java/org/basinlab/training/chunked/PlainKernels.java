package org.basinlab.training.chunked;

import org.basinlab.network.Activation;

/** The inner loops in plain Java: the same numbers as {@link VectorKernels}, to the last bit. */
final class PlainKernels implements Kernels {
    @Override
    public int floatWidth(int n) {
        return n;
    }

    @Override
    public int doubleWidth(int n) {
        return n;
    }

    @Override
    public void addInk(float[] out, int at, int width, int[] ink, int from, int to, float[] of) {
        for (var k = from; k < to; k++) {
            addRow(out, at, width, (ink[k] & 0xff) * 0x1p-8f, of, (ink[k] >>> 8) * width);
        }
    }

    @Override
    public void addInk(double[] out, int at, int width, int[] ink, int from, int to, double[] of) {
        for (var k = from; k < to; k++) {
            addRow(out, at, width, (ink[k] & 0xff) * 0x1p-8, of, (ink[k] >>> 8) * width);
        }
    }

    @Override
    public void addRows(float[] out, int at, int width, float[] c, int from, int count, float[] of) {
        for (var s = 0; s < count; s++) {
            addRow(out, at, width, c[from + s], of, s * width);
        }
    }

    @Override
    public void addRows(double[] out, int at, int width, double[] c, int from, int count, double[] of) {
        for (var s = 0; s < count; s++) {
            addRow(out, at, width, c[from + s], of, s * width);
        }
    }

    private static void addRow(float[] out, int at, int width, float c, float[] of, int row) {
        for (var j = 0; j < width; j++) {
            out[at + j] = Math.fma(c, of[row + j], out[at + j]);
        }
    }

    private static void addRow(double[] out, int at, int width, double c, double[] of, int row) {
        for (var j = 0; j < width; j++) {
            out[at + j] = Math.fma(c, of[row + j], out[at + j]);
        }
    }

    @Override
    public void addScaled(double[] y, int at, double c, double[] x, int from, int n) {
        for (var j = 0; j < n; j++) {
            y[at + j] = Math.fma(c, x[from + j], y[at + j]);
        }
    }

    @Override
    public void addScaledSizes(double[] y, int at, double c, double[] x, int n) {
        for (var j = 0; j < n; j++) {
            y[at + j] = Math.fma(c, Math.abs(x[j]), y[at + j]);
        }
    }

    @Override
    public void activate(Activation f, double[] z, double[] value, double[] slope, int n) {
        Curves.activate(f, z, value, slope, n);
    }
}
