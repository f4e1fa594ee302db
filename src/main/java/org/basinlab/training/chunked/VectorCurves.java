package org.basinlab.training.chunked;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.NEG;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.basinlab.network.StandardActivation;

/** {@link Curves} by the Vector API: the same operations in the same order. */
final class VectorCurves {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int D = DOUBLES.length();

    private VectorCurves() {}

    /** {@code value[j] = f(z[j])}, {@code slope[j] = f'(z[j])} for j below n, and up to a whole vector. */
    static void activate(StandardActivation f, double[] z, double[] value, double[] slope, int n) {
        // A loop for each: compiled by itself, it is inlined to its end.
        switch (f) {
            case SOFTPLUS -> softplus(z, value, slope, n);
            case RELU -> relu(z, value, slope, n);
            case LEAKYRELU -> leakyRelu(z, value, slope, n);
            case ELU -> elu(z, value, slope, n);
            case SWISH -> swish(z, value, slope, n);
            case TANH -> tanh(z, value, slope, n);
            case SIGMOID -> sigmoid(z, value, slope, n);
            case IDENTITY -> identity(z, value, slope, n);
            case GELU -> throw new IllegalArgumentException("GELU has a table");
        }
    }

    private static void softplus(double[] zs, double[] value, double[] slope, int n) {
        for (var j = 0; j < n; j += D) {
            var z = DoubleVector.fromArray(DOUBLES, zs, j);
            var e = exp(z.lanewise(ABS).lanewise(NEG));
            z.max(0).add(log1p(e)).intoArray(value, j);
            logistic(z, e).intoArray(slope, j);
        }
    }

    private static void relu(double[] zs, double[] value, double[] slope, int n) {
        for (var j = 0; j < n; j += D) {
            var z = DoubleVector.fromArray(DOUBLES, zs, j);
            z.max(0).intoArray(value, j);
            DoubleVector.zero(DOUBLES).blend(1, z.compare(GT, 0)).intoArray(slope, j);
        }
    }

    private static void leakyRelu(double[] zs, double[] value, double[] slope, int n) {
        for (var j = 0; j < n; j += D) {
            var z = DoubleVector.fromArray(DOUBLES, zs, j);
            z.max(z.mul(0.01)).intoArray(value, j);
            DoubleVector.broadcast(DOUBLES, 0.01).blend(1, z.compare(GT, 0)).intoArray(slope, j);
        }
    }

    private static void elu(double[] zs, double[] value, double[] slope, int n) {
        for (var j = 0; j < n; j += D) {
            var z = DoubleVector.fromArray(DOUBLES, zs, j);
            var positive = z.compare(GT, 0);
            var e = exp(z.min(0));
            e.sub(1).blend(z, positive).intoArray(value, j);
            e.blend(1, positive).intoArray(slope, j);
        }
    }

    private static void swish(double[] zs, double[] value, double[] slope, int n) {
        for (var j = 0; j < n; j += D) {
            var z = DoubleVector.fromArray(DOUBLES, zs, j);
            var s = logistic(z, exp(z.lanewise(ABS).lanewise(NEG)));
            z.mul(s).intoArray(value, j);
            s.add(z.mul(s).mul(DoubleVector.broadcast(DOUBLES, 1).sub(s))).intoArray(slope, j);
        }
    }

    private static void tanh(double[] zs, double[] value, double[] slope, int n) {
        var one = DoubleVector.broadcast(DOUBLES, 1);
        for (var j = 0; j < n; j += D) {
            var z = DoubleVector.fromArray(DOUBLES, zs, j);
            var q = exp(z.lanewise(ABS).mul(-2));
            var t = one.sub(q).div(q.add(1));
            t.lanewise(NEG).blend(t, z.compare(GT, 0)).intoArray(value, j);
            one.sub(t.mul(t)).intoArray(slope, j);
        }
    }

    private static void sigmoid(double[] zs, double[] value, double[] slope, int n) {
        for (var j = 0; j < n; j += D) {
            var z = DoubleVector.fromArray(DOUBLES, zs, j);
            var e = exp(z.lanewise(ABS).lanewise(NEG));
            logistic(z, e).intoArray(value, j);
            var both = e.add(1);
            e.div(both.mul(both)).intoArray(slope, j);
        }
    }

    private static void identity(double[] zs, double[] value, double[] slope, int n) {
        System.arraycopy(zs, 0, value, 0, n);
        Arrays.fill(slope, 0, n, 1);
    }

    private static DoubleVector exp(DoubleVector x) {
        var clamped = x.max(Curves.LEAST);
        var shifted = clamped.fma(
                DoubleVector.broadcast(DOUBLES, Curves.LOG2_E), DoubleVector.broadcast(DOUBLES, Curves.ROUND));
        var k = shifted.sub(Curves.ROUND);
        var r = k.fma(
                DoubleVector.broadcast(DOUBLES, -Curves.LN2_LOW),
                k.fma(DoubleVector.broadcast(DOUBLES, -Curves.LN2_HIGH), clamped));
        var sum = polynomial(Curves.EXP, r);
        return sum.mul(
                shifted.reinterpretAsLongs().lanewise(LSHL, 52).add(Curves.ONE).reinterpretAsDoubles());
    }

    private static DoubleVector log1p(DoubleVector e) {
        var s = e.div(e.add(2));
        return s.mul(polynomial(Curves.ARTANH, s.mul(s)));
    }

    private static DoubleVector polynomial(double[] coefficients, DoubleVector x) {
        var sum = DoubleVector.broadcast(DOUBLES, coefficients[0]);
        for (var i = 1; i < coefficients.length; i++) {
            sum = sum.fma(x, DoubleVector.broadcast(DOUBLES, coefficients[i]));
        }
        return sum;
    }

    private static DoubleVector logistic(DoubleVector z, DoubleVector e) {
        return e.blend(1, z.compare(GT, 0)).div(e.add(1));
    }
}
