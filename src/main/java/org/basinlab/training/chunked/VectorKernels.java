package org.basinlab.training.chunked;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.basinlab.network.Activation;
import org.basinlab.network.StandardActivation;

/** The inner loops by the Vector API. */
final class VectorKernels implements Kernels {
    private static final int F = FloatStrips.F;
    private static final int D = DoubleStrips.D;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    @Override
    public int floatWidth(int n) {
        return vectors(n, F) * F;
    }

    @Override
    public int doubleWidth(int n) {
        return vectors(n, D) * D;
    }

    /** The least number of vectors that is a sum of strips and holds n numbers. */
    private static int vectors(int n, int lanes) {
        var needed = (n + lanes - 1) / lanes;
        var rest = needed % 8;
        return needed - rest + (rest == 0 ? 0 : rest <= 4 ? 4 : rest <= 7 ? 7 : 8);
    }

    @Override
    public void addInk(float[] out, int at, int width, int[] ink, int from, int to, float[] of) {
        FloatStrips.addInk(out, at, width, ink, from, to, of);
    }

    @Override
    public void addRows(float[] out, int at, int width, float[] c, int from, int count, float[] of) {
        FloatStrips.addRows(out, at, width, c, from, count, of);
    }

    @Override
    public void addInk(double[] out, int at, int width, int[] ink, int from, int to, double[] of) {
        DoubleStrips.addInk(out, at, width, ink, from, to, of);
    }

    @Override
    public void addRows(double[] out, int at, int width, double[] c, int from, int count, double[] of) {
        DoubleStrips.addRows(out, at, width, c, from, count, of);
    }

    @Override
    public void addScaled(double[] y, int at, double c, double[] x, int from, int n) {
        var factor = DoubleVector.broadcast(DOUBLES, c);
        var j = 0;
        for (; j + D <= n; j += D) {
            DoubleVector.fromArray(DOUBLES, x, from + j)
                    .fma(factor, DoubleVector.fromArray(DOUBLES, y, at + j))
                    .intoArray(y, at + j);
        }
        for (; j < n; j++) {
            y[at + j] = Math.fma(c, x[from + j], y[at + j]);
        }
    }

    @Override
    public void addScaledSizes(double[] y, int at, double c, double[] x, int n) {
        var factor = DoubleVector.broadcast(DOUBLES, c);
        var j = 0;
        for (; j + D <= n; j += D) {
            DoubleVector.fromArray(DOUBLES, x, j)
                    .lanewise(VectorOperators.ABS)
                    .fma(factor, DoubleVector.fromArray(DOUBLES, y, at + j))
                    .intoArray(y, at + j);
        }
        for (; j < n; j++) {
            y[at + j] = Math.fma(c, Math.abs(x[j]), y[at + j]);
        }
    }

    @Override
    public void activate(Activation f, double[] z, double[] value, double[] slope, int n) {
        if (f instanceof StandardActivation standard && standard != StandardActivation.GELU) {
            VectorCurves.activate(standard, z, value, slope, n);
        } else {
            Curves.activate(f, z, value, slope, n);
        }
    }
}
