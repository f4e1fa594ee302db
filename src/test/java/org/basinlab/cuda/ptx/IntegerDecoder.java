package org.basinlab.cuda.ptx;

import java.util.function.IntBinaryOperator;

/** Decodes integer arithmetic of 32 bits, and products of 64 bits of such. */
final class IntegerDecoder {
    private static final long UNSIGNED = 0xffff_ffffL;

    private IntegerDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        if (s.opcode().startsWith("dp4a")) {
            return dotProduct(s, o);
        }
        var types = s.types();
        if (types.size() != 1 || s.has("cc") || s.has("sync") || s.has("global") || s.has("shared")) {
            return null;
        }
        var type = types.get(0);
        if (type != Type.S32 && type != Type.U32) {
            return null;
        }
        boolean signed = type == Type.S32;
        return switch (s.opcode()) {
            case "add", "sub", "div", "rem", "min", "max" -> binary(s, o, signed);
            case "mul", "mul24" -> multiply(s, o, signed);
            case "mad", "mad24" -> multiplyAdd(s, o, signed);
            case "abs" -> new Elementwise.Unary32(o.rd(0), o.r(1), Math::abs);
            case "neg" -> new Elementwise.Unary32(o.rd(0), o.r(1), a -> -a);
            case "sad" ->
                new Elementwise.Ternary32(
                        o.rd(0),
                        o.r(1),
                        o.r(2),
                        o.r(3),
                        signed
                                ? (a, b, c) -> c + (a < b ? b - a : a - b)
                                : (a, b, c) -> c + (Integer.compareUnsigned(a, b) < 0 ? b - a : a - b));
            default -> null;
        };
    }

    private static Instruction binary(Statement s, Operands o, boolean signed) {
        int destination = o.rd(0);
        int a = o.r(1);
        int b = o.r(2);
        if (s.opcode().equals("add") && !s.has("sat")) {
            return new HotInteger.Add32(destination, a, b);
        }
        if (s.opcode().equals("sub") && !s.has("sat")) {
            return new HotInteger.Sub32(destination, a, b);
        }
        IntBinaryOperator function = switch (s.opcode()) {
            case "add" -> (x, y) -> saturated((long) x + y);
            case "sub" -> (x, y) -> saturated((long) x - y);
            case "div" -> signed ? IntegerDecoder::quotient : IntegerDecoder::unsignedQuotient;
            case "rem" -> signed ? IntegerDecoder::remainder : IntegerDecoder::unsignedRemainder;
            case "min" -> signed ? Math::min : (x, y) -> Integer.compareUnsigned(x, y) < 0 ? x : y;
            default -> signed ? Math::max : (x, y) -> Integer.compareUnsigned(x, y) > 0 ? x : y;
        };
        return new Elementwise.Binary32(destination, a, b, function);
    }

    private static int saturated(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** PTX leaves division by zero open; GPUs give all ones. */
    private static int quotient(int a, int b) {
        return b == 0 ? -1 : a / b;
    }

    private static int unsignedQuotient(int a, int b) {
        return b == 0 ? -1 : Integer.divideUnsigned(a, b);
    }

    private static int remainder(int a, int b) {
        return b == 0 ? a : a % b;
    }

    private static int unsignedRemainder(int a, int b) {
        return b == 0 ? a : Integer.remainderUnsigned(a, b);
    }

    static int high(int a, int b, boolean signed) {
        return signed ? (int) ((long) a * b >> 32) : (int) ((a & UNSIGNED) * (b & UNSIGNED) >>> 32);
    }

    private static Instruction multiply(Statement s, Operands o, boolean signed) {
        int a = o.r(1);
        int b = o.r(2);
        if (s.opcode().equals("mul24")) {
            throw s.unknown();
        }
        if (s.has("wide")) {
            return signed ? new HotInteger.MulWide(o.qd(0), a, b) : new HotInteger.MulWideUnsigned(o.qd(0), a, b);
        }
        if (s.has("hi")) {
            return new Elementwise.Binary32(o.rd(0), a, b, (x, y) -> high(x, y, signed));
        }
        return new HotInteger.Mul32(o.rd(0), a, b);
    }

    private static Instruction multiplyAdd(Statement s, Operands o, boolean signed) {
        int a = o.r(1);
        int b = o.r(2);
        if (s.opcode().equals("mad24") || s.has("sat")) {
            throw s.unknown();
        }
        if (s.has("wide")) {
            int c = o.q(3);
            return new Elementwise.WidenAdd(
                    o.qd(0),
                    a,
                    b,
                    c,
                    signed ? (x, y, z) -> (long) x * y + z : (x, y, z) -> (x & UNSIGNED) * (y & UNSIGNED) + z);
        }
        if (s.has("hi")) {
            return new Elementwise.Ternary32(o.rd(0), a, b, o.r(3), (x, y, z) -> high(x, y, signed) + z);
        }
        return new HotInteger.Mad32(o.rd(0), a, b, o.r(3));
    }

    private static Instruction dotProduct(Statement s, Operands o) {
        var types = s.types();
        if (types.size() != 2 || !s.opcode().equals("dp4a")) {
            throw s.unknown();
        }
        boolean signedA = types.get(0) == Type.S32;
        boolean signedB = types.get(1) == Type.S32;
        return new Elementwise.Ternary32(o.rd(0), o.r(1), o.r(2), o.r(3), (a, b, c) -> {
            int sum = c;
            for (int shift = 0; shift < 32; shift += 8) {
                sum += part(a, shift, signedA) * part(b, shift, signedB);
            }
            return sum;
        });
    }

    private static int part(int word, int shift, boolean signed) {
        return signed ? (byte) (word >> shift) : word >> shift & 0xff;
    }
}
