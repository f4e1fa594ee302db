package org.basinlab.cuda.ptx;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** Functions of floats, made functions of their bits, with the modifiers {@code .ftz} and {@code .sat}. */
final class Floats {
    private Floats() {}

    interface F1 {
        float apply(float a);
    }

    interface F2 {
        float apply(float a, float b);
    }

    interface F3 {
        float apply(float a, float b, float c);
    }

    /** The float of these bits; zero, of its sign, in place of a subnormal one. */
    static float flushed(int bits) {
        return (bits & 0x7f80_0000) == 0 ? Float.intBitsToFloat(bits & 0x8000_0000) : Float.intBitsToFloat(bits);
    }

    static int flush(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (bits & 0x7f80_0000) == 0 ? bits & 0x8000_0000 : bits;
    }

    /** Clamped to 0 to 1; NaN becomes 0. */
    static float saturated(float value) {
        return value > 0 ? Math.min(value, 1) : 0;
    }

    static IntUnaryOperator unary(Statement s, F1 function) {
        boolean ftz = s.has("ftz");
        boolean sat = s.has("sat");
        if (!ftz && !sat) {
            return a -> Float.floatToRawIntBits(function.apply(Float.intBitsToFloat(a)));
        }
        return a -> {
            float result = function.apply(ftz ? flushed(a) : Float.intBitsToFloat(a));
            return finish(result, ftz, sat);
        };
    }

    static IntBinaryOperator binary(Statement s, F2 function) {
        boolean ftz = s.has("ftz");
        boolean sat = s.has("sat");
        if (!ftz && !sat) {
            return (a, b) -> Float.floatToRawIntBits(function.apply(Float.intBitsToFloat(a), Float.intBitsToFloat(b)));
        }
        return (a, b) -> {
            float result = ftz
                    ? function.apply(flushed(a), flushed(b))
                    : function.apply(Float.intBitsToFloat(a), Float.intBitsToFloat(b));
            return finish(result, ftz, sat);
        };
    }

    static Elementwise.Int3 ternary(Statement s, F3 function) {
        boolean ftz = s.has("ftz");
        boolean sat = s.has("sat");
        if (!ftz && !sat) {
            return (a, b, c) -> Float.floatToRawIntBits(
                    function.apply(Float.intBitsToFloat(a), Float.intBitsToFloat(b), Float.intBitsToFloat(c)));
        }
        return (a, b, c) -> {
            float result = ftz
                    ? function.apply(flushed(a), flushed(b), flushed(c))
                    : function.apply(Float.intBitsToFloat(a), Float.intBitsToFloat(b), Float.intBitsToFloat(c));
            return finish(result, ftz, sat);
        };
    }

    private static int finish(float value, boolean ftz, boolean sat) {
        float result = sat ? saturated(value) : value;
        return ftz ? flush(result) : Float.floatToRawIntBits(result);
    }

    /** The lesser one, and of a number and NaN the number. */
    static float min(float a, float b) {
        return a != a ? b : b != b ? a : Math.min(a, b);
    }

    /** The greater one, and of a number and NaN the number. */
    static float max(float a, float b) {
        return a != a ? b : b != b ? a : Math.max(a, b);
    }

    static double min(double a, double b) {
        return a != a ? b : b != b ? a : Math.min(a, b);
    }

    static double max(double a, double b) {
        return a != a ? b : b != b ? a : Math.max(a, b);
    }
}
