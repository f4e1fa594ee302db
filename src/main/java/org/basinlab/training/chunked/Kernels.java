package org.basinlab.training.chunked;

import org.basinlab.experiment.VectorModule;
import org.basinlab.network.Activation;

/**
 * The inner loops. An ink entry is {@code row << 8 | value} and stands for the coefficient value / 256, exact in
 * single precision, of a row; a row begins at {@code row * width}.
 */
interface Kernels {
    /**
     * The fastest that this virtual machine has: vectors where the module jdk.incubator.vector was added. On one without
     * its optimizing compiler (C2) these are slower than plain Java; -Dbasin.vectors=off does without.
     */
    static Kernels fastest() {
        return VectorModule.isUsed() ? new VectorKernels() : new PlainKernels();
    }

    /** Numbers in a row that holds {@code n}: those the loops run over without a rest. */
    int floatWidth(int n);

    /** Numbers in a row that holds {@code n}. */
    int doubleWidth(int n);

    /** {@code out[at + j] += sum over ink entries from..to of value / 256 * of[row * width + j]}, j below width. */
    void addInk(float[] out, int at, int width, int[] ink, int from, int to, float[] of);

    /** The same in double precision. */
    void addInk(double[] out, int at, int width, int[] ink, int from, int to, double[] of);

    /** {@code out[at + j] += sum over s < count of c[from + s] * of[s * width + j]}, j below width. */
    void addRows(float[] out, int at, int width, float[] c, int from, int count, float[] of);

    /** The same in double precision. */
    void addRows(double[] out, int at, int width, double[] c, int from, int count, double[] of);

    /** {@code y[at + j] += c x[from + j]} for j below n. */
    void addScaled(double[] y, int at, double c, double[] x, int from, int n);

    /** The same with the absolute values of x. */
    void addScaledSizes(double[] y, int at, double c, double[] x, int n);

    /** The next multiple of 8, which is one of every vector's length: with arrays this long loops have no rest. */
    static int room(int n) {
        return (n + 7) / 8 * 8;
    }

    /**
     * {@code value[j] = f(z[j])} and {@code slope[j] = f'(z[j])} for j below n, in arrays of {@link #room} for n: past n
     * anything may be written.
     */
    void activate(Activation f, double[] z, double[] value, double[] slope, int n);
}
