package org.basinlab.training.chunked;

import org.basinlab.network.Activation;
import org.basinlab.network.StandardActivation;

/**
 * The standard activations from the four rules of arithmetic alone, so that they come out the same to the last bit
 * interpreted and compiled, lane by lane and one by one ({@link VectorCurves}), on every machine: library functions
 * differ between these in the last digit, and online SGD keeps every digit. Within 4 ulp of the exact values, or
 * 4e-16 where those are small.
 *
 * <p>Everything is made of e = exp(-|z|): softplus is max(z, 0) + ln(1 + e), the logistic function 1 / (1 + e) or
 * e / (1 + e), tanh (1 - e^2) / (1 + e^2) with z's sign.
 */
final class Curves {
    /** Below, exp is as good as 0; above it no number on the way is subnormal. */
    static final double LEAST = -708;

    static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts, the first with 21 trailing zeros, so that its small multiples are exact. */
    static final double LN2_HIGH = 6.93147180369123816490e-01;

    static final double LN2_LOW = 1.90821492927058770002e-10;
    /** Added to a number below 2^51, leaves the nearest whole number in the last bits. */
    static final double ROUND = 0x1.8p52;

    static final long ONE = Double.doubleToRawLongBits(1);

    /** 1 / k! for k = 13 to 0: on |r| <= ln 2 / 2 what is left out is 4e-18. */
    static final double[] EXP = new double[14];
    /** 2 / (2 k + 1) for k = 17 to 0: ln(1 + e) = 2 artanh(s), s = e / (2 + e) <= 1/3; left out is 2e-19. */
    static final double[] ARTANH = new double[18];

    static {
        var factorial = 1.0;
        for (var k = 0; k < EXP.length; k++) {
            factorial *= k == 0 ? 1 : k;
            EXP[EXP.length - 1 - k] = 1 / factorial;
        }
        for (var k = 0; k < ARTANH.length; k++) {
            ARTANH[ARTANH.length - 1 - k] = 2.0 / (2 * k + 1);
        }
    }

    private Curves() {}

    /** {@code value[j] = f(z[j])}, {@code slope[j] = f'(z[j])} for j below n. */
    static void activate(Activation f, double[] z, double[] value, double[] slope, int n) {
        for (var j = 0; j < n; j++) {
            if (f instanceof StandardActivation standard) {
                at(standard, z, value, slope, j);
            } else {
                value[j] = f.value(z[j]);
                slope[j] = f.derivative(z[j]);
            }
        }
    }

    private static void at(StandardActivation f, double[] zs, double[] value, double[] slope, int j) {
        var z = zs[j];
        switch (f) {
            case SOFTPLUS -> {
                var e = exp(-Math.abs(z));
                value[j] = Math.max(z, 0) + log1p(e);
                slope[j] = logistic(z, e);
            }
            case RELU -> {
                value[j] = Math.max(z, 0);
                slope[j] = z > 0 ? 1 : 0;
            }
            case LEAKYRELU -> {
                value[j] = Math.max(z, z * 0.01);
                slope[j] = z > 0 ? 1 : 0.01;
            }
            case ELU -> {
                var e = exp(Math.min(z, 0));
                value[j] = z > 0 ? z : e - 1;
                slope[j] = z > 0 ? 1 : e;
            }
            case GELU -> GeluTable.activate(z, value, slope, j);
            case SWISH -> {
                var s = logistic(z, exp(-Math.abs(z)));
                value[j] = z * s;
                slope[j] = s + z * s * (1 - s);
            }
            case TANH -> {
                var q = exp(Math.abs(z) * -2);
                var t = (1 - q) / (q + 1);
                value[j] = z > 0 ? t : -t;
                slope[j] = 1 - t * t;
            }
            case SIGMOID -> {
                var e = exp(-Math.abs(z));
                value[j] = logistic(z, e);
                slope[j] = e / ((e + 1) * (e + 1));
            }
            case IDENTITY -> {
                value[j] = z;
                slope[j] = 1;
            }
        }
    }

    /** e^x for x <= 0; x = k ln 2 + r, e^x = 2^k e^r. */
    static double exp(double x) {
        var clamped = Math.max(x, LEAST);
        var shifted = Math.fma(clamped, LOG2_E, ROUND);
        var k = shifted - ROUND;
        var r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, clamped));
        var sum = EXP[0];
        for (var i = 1; i < EXP.length; i++) {
            sum = Math.fma(sum, r, EXP[i]);
        }
        return sum * Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE);
    }

    /** ln(1 + e) for e in [0, 1]. */
    static double log1p(double e) {
        var s = e / (e + 2);
        var square = s * s;
        var sum = ARTANH[0];
        for (var i = 1; i < ARTANH.length; i++) {
            sum = Math.fma(sum, square, ARTANH[i]);
        }
        return s * sum;
    }

    private static double logistic(double z, double e) {
        return (z > 0 ? 1 : e) / (e + 1);
    }
}
