package org.basinlab.landscape.block;

/**
 * 2^-d for d from 0 to a bound, from the four rules of arithmetic alone, so that the bits are the same interpreted and
 * compiled, lane by lane and one by one: {@code d = k + t} with k whole and |t| at most 1/2, 2^-d = 2^-k p(t). p is the
 * polynomial of least relative error (E. Y. Remez 1934) with p(0) rounded to 1: with its coefficients as they stand
 * within 2.8e-16 in double precision, 1.1e-7 in single; 2^-k is added to the exponent. Bounded so that nothing is
 * subnormal.
 */
public final class PowersOfTwo {
    /** Coefficients of p, from the highest. */
    static final double[] DOUBLES = {
        7.037278846726901e-09,
        -1.0208537929657404e-07,
        1.3215662835959238e-06,
        -1.5252658116409854e-05,
        0.00015403529961127076,
        -0.0013333558228561767,
        0.009618129108034596,
        -0.05550410866445883,
        0.24022650695908768,
        -0.6931471805599497,
        1
    };

    /** The same in single precision. */
    static final float[] FLOATS = {
        -0.0013264714101207217f,
        0.009671513540438726f,
        -0.05550733786807647f,
        0.2402224206573447f,
        -0.6931469775688098f,
        1
    };

    /** Exponents are bounded by these: further out a bell moves nothing. */
    public static final double MOST = 900;

    /** The same in single precision. */
    public static final float MOST_FLOAT = 100;

    /** Added to a number below 2^51, its fraction is rounded away. */
    public static final double ROUND = 0x1.8p52;

    /** The same in single precision. */
    public static final float ROUND_FLOAT = 0x1.8p23f;

    /** Bits of a fraction. */
    public static final int FRACTION = 52;

    /** The same in single precision. */
    public static final int FRACTION_FLOAT = 23;

    private PowersOfTwo() {}

    /** Coefficients of p, from the highest; a copy. */
    public static double[] doubles() {
        return DOUBLES.clone();
    }

    /** The same in single precision. */
    public static float[] floats() {
        return FLOATS.clone();
    }

    /** 2^-d times what the coefficients are scaled by, d clamped; for NaN some number or NaN. */
    public static double of(double d, double... c) {
        var clamped =
                Double.longBitsToDouble(Math.min(Double.doubleToRawLongBits(d), Double.doubleToRawLongBits(MOST)));
        var shifted = ROUND - clamped;
        var t = shifted - ROUND + clamped;
        var p = c[0];
        for (var i = 1; i < c.length; i++) {
            p = Math.fma(p, t, c[i]);
        }
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(shifted) << FRACTION));
    }

    /** The same in single precision. */
    public static float of(float d, float... c) {
        var clamped = Float.intBitsToFloat(Math.min(Float.floatToRawIntBits(d), Float.floatToRawIntBits(MOST_FLOAT)));
        var shifted = ROUND_FLOAT - clamped;
        var t = shifted - ROUND_FLOAT + clamped;
        var p = c[0];
        for (var i = 1; i < c.length; i++) {
            p = Math.fma(p, t, c[i]);
        }
        return Float.intBitsToFloat(Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(shifted) << FRACTION_FLOAT));
    }
}
