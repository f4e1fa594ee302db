package org.basinlab.cuda.ptx;

import java.util.function.LongBinaryOperator;

/** Decodes integer arithmetic of 64 bits. */
final class LongDecoder {
    private LongDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        var types = s.types();
        if (types.size() != 1 || s.has("cc") || s.has("global") || s.has("shared")) {
            return null;
        }
        var type = types.get(0);
        if (type != Type.S64 && type != Type.U64) {
            return null;
        }
        boolean signed = type == Type.S64;
        return switch (s.opcode()) {
            case "add", "sub", "div", "rem", "min", "max", "mul" -> binary(s, o, signed);
            case "mad" -> multiplyAdd(s, o, signed);
            case "abs" -> new Elementwise.Unary64(o.qd(0), o.q(1), Math::abs);
            case "neg" -> new Elementwise.Unary64(o.qd(0), o.q(1), a -> -a);
            default -> null;
        };
    }

    private static Instruction binary(Statement s, Operands o, boolean signed) {
        int destination = o.qd(0);
        int a = o.q(1);
        int b = o.q(2);
        if (s.opcode().equals("add")) {
            return new HotInteger.Add64(destination, a, b);
        }
        LongBinaryOperator function = switch (s.opcode()) {
            case "sub" -> (x, y) -> x - y;
            case "mul" -> s.has("hi") ? (x, y) -> high(x, y, signed) : low(s);
            case "div" -> signed ? LongDecoder::quotient : LongDecoder::unsignedQuotient;
            case "rem" -> signed ? LongDecoder::remainder : LongDecoder::unsignedRemainder;
            case "min" -> signed ? Math::min : (x, y) -> Long.compareUnsigned(x, y) < 0 ? x : y;
            default -> signed ? Math::max : (x, y) -> Long.compareUnsigned(x, y) > 0 ? x : y;
        };
        return new Elementwise.Binary64(destination, a, b, function);
    }

    private static LongBinaryOperator low(Statement s) {
        if (!s.has("lo")) {
            throw s.unknown();
        }
        return (x, y) -> x * y;
    }

    private static Instruction multiplyAdd(Statement s, Operands o, boolean signed) {
        Elementwise.Long3 function = s.has("hi") ? (a, b, c) -> high(a, b, signed) + c : (a, b, c) -> a * b + c;
        if (!s.has("hi") && !s.has("lo")) {
            throw s.unknown();
        }
        return new Elementwise.Ternary64(o.qd(0), o.q(1), o.q(2), o.q(3), function);
    }

    static long high(long a, long b, boolean signed) {
        long high = Math.multiplyHigh(a, b);
        return signed ? high : high + (a >> 63 & b) + (b >> 63 & a);
    }

    private static long quotient(long a, long b) {
        return b == 0 ? -1 : a / b;
    }

    private static long unsignedQuotient(long a, long b) {
        return b == 0 ? -1 : Long.divideUnsigned(a, b);
    }

    private static long remainder(long a, long b) {
        return b == 0 ? a : a % b;
    }

    private static long unsignedRemainder(long a, long b) {
        return b == 0 ? a : Long.remainderUnsigned(a, b);
    }
}
