package org.basinlab.cuda.ptx;

/**
 * Decodes arithmetic of floats. It is exact as IEEE 754 has it; {@code .approx} instructions are
 * computed in double and rounded, hence closer than a GPU's.
 */
final class FloatDecoder {
    private static final float DIVISOR_LIMIT = 0x1p126f;

    private FloatDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        if (s.opcode().equals("cvt")
                || s.words().size() < 2
                || !s.words().get(s.words().size() - 1).equals("f32")) {
            return null;
        }
        return switch (s.opcode()) {
            case "add", "sub", "mul", "div", "min", "max", "copysign" -> binary(s, o);
            case "fma", "mad" -> ternary(s, o);
            case "abs", "neg", "rcp", "sqrt", "rsqrt", "ex2", "lg2", "sin", "cos", "tanh" -> unary(s, o);
            default -> null;
        };
    }

    private static boolean isPlain(Statement s) {
        return Rounding.of(s) == Rounding.NEAREST && !s.has("ftz") && !s.has("sat");
    }

    private static Instruction binary(Statement s, Operands o) {
        int a = o.r(1, Type.F32);
        int b = o.r(2, Type.F32);
        int destination = o.rd(0);
        if (isPlain(s)) {
            switch (s.opcode()) {
                case "add" -> {
                    return new HotFloat.AddF32(destination, a, b);
                }
                case "sub" -> {
                    return new HotFloat.SubF32(destination, a, b);
                }
                case "mul" -> {
                    return new HotFloat.MulF32(destination, a, b);
                }
                default -> {}
            }
        }
        if (s.opcode().equals("copysign")) {
            return new Elementwise.Binary32(destination, a, b, (x, y) -> x & 0x8000_0000 | y & 0x7fff_ffff);
        }
        return new Elementwise.Binary32(destination, a, b, Floats.binary(s, binary(s)));
    }

    private static Floats.F2 binary(Statement s) {
        var rounding = Rounding.of(s);
        return switch (s.opcode()) {
            case "add" -> rounding::add;
            case "sub" -> (a, b) -> rounding.add(a, -b);
            case "mul" -> rounding::multiply;
            case "div" -> s.has("approx") ? FloatDecoder::approximateQuotient : rounding::divide;
            case "min" -> s.has("NaN") ? Math::min : Floats::min;
            default -> s.has("NaN") ? Math::max : Floats::max;
        };
    }

    /** {@code div.approx}, which is 0 for divisors beyond 2^126. */
    private static float approximateQuotient(float a, float b) {
        if (Math.abs(b) > DIVISOR_LIMIT && !Float.isInfinite(b)) {
            return Float.isInfinite(a) ? Float.NaN : Math.copySign(0f, a) * Math.signum(b);
        }
        return a / b;
    }

    private static Instruction ternary(Statement s, Operands o) {
        int a = o.r(1, Type.F32);
        int b = o.r(2, Type.F32);
        int c = o.r(3, Type.F32);
        if (isPlain(s)) {
            return new HotFloat.FmaF32(o.rd(0), a, b, c);
        }
        return new Elementwise.Ternary32(o.rd(0), a, b, c, Floats.ternary(s, Rounding.of(s)::fma));
    }

    private static Instruction unary(Statement s, Operands o) {
        int a = o.r(1, Type.F32);
        if (!s.has("ftz") && s.opcode().equals("neg")) {
            return new Elementwise.Unary32(o.rd(0), a, x -> x ^ 0x8000_0000);
        }
        return new Elementwise.Unary32(o.rd(0), a, Floats.unary(s, unary(s)));
    }

    private static Floats.F1 unary(Statement s) {
        var rounding = Rounding.of(s);
        return switch (s.opcode()) {
            case "abs" -> Math::abs;
            case "neg" -> a -> -a;
            case "rcp" -> a -> rounding.divide(1f, a);
            case "sqrt" -> rounding::sqrt;
            case "rsqrt" -> a -> (float) (1 / Math.sqrt(a));
            case "ex2" -> a -> (float) Math.pow(2, a);
            case "lg2" -> FloatDecoder::log2;
            case "sin" -> a -> (float) Math.sin(a);
            case "cos" -> a -> (float) Math.cos(a);
            default -> a -> (float) Math.tanh(a);
        };
    }

    /** The logarithm; that of a power of two exactly. */
    private static float log2(float a) {
        if (a > 0 && a < Float.POSITIVE_INFINITY) {
            int exponent = Math.getExponent((double) a);
            double mantissa = a / Math.scalb(1.0, exponent);
            return (float) (exponent + Math.log(mantissa) / Math.log(2));
        }
        return (float) Math.log(a);
    }
}
