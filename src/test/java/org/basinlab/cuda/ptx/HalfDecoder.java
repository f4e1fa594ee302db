package org.basinlab.cuda.ptx;

import java.util.function.IntBinaryOperator;

/**
 * Decodes arithmetic of half precision and bfloat16, of one number or of two in a register. It is
 * computed in double and rounded, exactly but for fused sums of numbers more than 2^30 apart.
 */
final class HalfDecoder {
    private HalfDecoder() {}

    private interface Function {
        double apply(double a, double b, double c);
    }

    static Instruction decode(Statement s, Operands o) {
        if (s.types().size() != 1 || s.has("sat") || s.has("relu") || s.has("ftz")) {
            return null;
        }
        var type = s.type();
        boolean bfloat = type == Type.BF16 || type == Type.BF16X2;
        if (!bfloat && type != Type.F16 && type != Type.F16X2) {
            return null;
        }
        boolean pair = type.bytes() == 4;
        int a = o.r(1, type);
        if (s.opcode().equals("neg") || s.opcode().equals("abs")) {
            int signs = pair ? 0x8000_8000 : 0x8000;
            return new Elementwise.Unary32(o.rd(0), a, s.opcode().equals("neg") ? x -> x ^ signs : x -> x & ~signs);
        }
        var function = function(s);
        if (function == null) {
            return null;
        }
        if (s.opcode().equals("fma")) {
            return new Elementwise.Ternary32(
                    o.rd(0), a, o.r(2, type), o.r(3, type), (x, y, z) -> both(function, pair, bfloat, x, y, z));
        }
        IntBinaryOperator binary = (x, y) -> both(function, pair, bfloat, x, y, 0);
        return new Elementwise.Binary32(o.rd(0), a, o.r(2, type), binary);
    }

    private static Function function(Statement s) {
        return switch (s.opcode()) {
            case "add" -> (a, b, c) -> a + b;
            case "sub" -> (a, b, c) -> a - b;
            case "mul" -> (a, b, c) -> a * b;
            case "fma" -> Math::fma;
            case "min" -> (a, b, c) -> Floats.min(a, b);
            case "max" -> (a, b, c) -> Floats.max(a, b);
            default -> null;
        };
    }

    private static int both(Function function, boolean pair, boolean bfloat, int a, int b, int c) {
        int low = one(function, bfloat, a & 0xffff, b & 0xffff, c & 0xffff);
        return pair ? low | one(function, bfloat, a >>> 16, b >>> 16, c >>> 16) << 16 : low;
    }

    private static int one(Function function, boolean bfloat, int a, int b, int c) {
        double result = bfloat
                ? function.apply(Half.ofBfloat(a), Half.ofBfloat(b), Half.ofBfloat(c))
                : function.apply(Half.toFloat(a), Half.toFloat(b), Half.toFloat(c));
        float rounded = oddly(result);
        return bfloat ? Half.toBfloat(rounded) : Half.ofFloat(rounded);
    }

    /** A float that rounds on as the double would: what is cut off stays visible in its last bit. */
    private static float oddly(double value) {
        float cut = Rounding.ZERO.toFloat(value, 0);
        return cut == value || Double.isNaN(value) || Float.isInfinite(cut)
                ? cut
                : Float.intBitsToFloat(Float.floatToRawIntBits(cut) | 1);
    }
}
