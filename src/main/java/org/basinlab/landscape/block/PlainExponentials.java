package org.basinlab.landscape.block;

/** One by one: the reference, and what runs without the Vector API. */
final class PlainExponentials implements Exponentials {
    @Override
    public void exp(double[] from, double[] to, int n) {
        for (var i = 0; i < n; i++) {
            to[i] = exp(from[i]);
        }
    }

    @Override
    public void exp(float[] from, float[] to, int n) {
        for (var i = 0; i < n; i++) {
            to[i] = exp(from[i]);
        }
    }

    private static double exp(double x) {
        if (!(x >= LEAST && x <= MOST)) {
            return x > MOST ? Double.POSITIVE_INFINITY : x < LEAST ? 0 : x;
        }
        var shifted = Math.fma(x, LOG2_E, PowersOfTwo.ROUND);
        var k = shifted - PowersOfTwo.ROUND;
        var t = Math.fma(x, -LOG2_E_REST, Math.fma(x, -LOG2_E, k));
        var p = PowersOfTwo.DOUBLES[0];
        for (var i = 1; i < PowersOfTwo.DOUBLES.length; i++) {
            p = Math.fma(p, t, PowersOfTwo.DOUBLES[i]);
        }
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(shifted) << PowersOfTwo.FRACTION));
    }

    private static float exp(float x) {
        if (!(x >= LEAST_FLOAT && x <= MOST_FLOAT)) {
            return x > MOST_FLOAT ? Float.POSITIVE_INFINITY : x < LEAST_FLOAT ? 0 : x;
        }
        var shifted = Math.fma(x, LOG2_E_FLOAT, PowersOfTwo.ROUND_FLOAT);
        var k = shifted - PowersOfTwo.ROUND_FLOAT;
        var t = Math.fma(x, -LOG2_E_REST_FLOAT, Math.fma(x, -LOG2_E_FLOAT, k));
        var p = PowersOfTwo.FLOATS[0];
        for (var i = 1; i < PowersOfTwo.FLOATS.length; i++) {
            p = Math.fma(p, t, PowersOfTwo.FLOATS[i]);
        }
        return Float.intBitsToFloat(
                Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(shifted) << PowersOfTwo.FRACTION_FLOAT));
    }
}
