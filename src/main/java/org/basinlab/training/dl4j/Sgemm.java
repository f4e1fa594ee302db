package org.basinlab.training.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One large product of square single-precision matrices by ND4J: what a core can do at best. */
public final class Sgemm implements Runnable {
    /** Rows and columns. */
    public static final int SIZE = 1024;

    /** Floating-point operations of one product. */
    public static final double OPERATIONS = 2.0 * SIZE * SIZE * SIZE;

    private final INDArray a;
    private final INDArray b;
    private final INDArray c;

    /** With matrices of its own. */
    public Sgemm() {
        Nd4jRuntime.start();
        var shape = new long[] {SIZE, SIZE};
        a = Nd4j.rand('f', shape);
        b = Nd4j.rand('f', shape);
        c = Nd4j.zeros(shape, 'f');
    }

    @Override
    public void run() {
        Nd4j.gemm(a, b, c, false, false, 1, 0);
    }
}
