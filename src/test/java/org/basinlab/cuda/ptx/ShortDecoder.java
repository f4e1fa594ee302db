package org.basinlab.cuda.ptx;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/** Decodes integer arithmetic of 16 bits, and products of 32 bits of such. */
final class ShortDecoder {
    private ShortDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        var types = s.types();
        if (types.size() != 1 || types.get(0) != Type.S16 && types.get(0) != Type.U16) {
            return null;
        }
        var type = types.get(0);
        IntUnaryOperator extend = type == Type.S16 ? a -> (short) a : a -> a & 0xffff;
        return switch (s.opcode()) {
            case "add" -> binary(s, o, type, (a, b) -> a + b);
            case "sub" -> binary(s, o, type, (a, b) -> a - b);
            case "mul" -> multiply(s, o, type, extend);
            case "mad" -> multiplyAdd(s, o, type, extend);
            case "min" -> binary(s, o, type, extended(extend, Math::min));
            case "max" -> binary(s, o, type, extended(extend, Math::max));
            case "div" -> binary(s, o, type, extended(extend, (a, b) -> b == 0 ? -1 : a / b));
            case "rem" -> binary(s, o, type, extended(extend, (a, b) -> b == 0 ? a : a % b));
            case "neg" -> new Elementwise.Unary32(o.rd(0), o.r(1, type), a -> -a & 0xffff);
            case "abs" -> new Elementwise.Unary32(o.rd(0), o.r(1, type), a -> Math.abs((short) a) & 0xffff);
            default -> null;
        };
    }

    private static IntBinaryOperator extended(IntUnaryOperator extend, IntBinaryOperator function) {
        return (a, b) -> function.applyAsInt(extend.applyAsInt(a), extend.applyAsInt(b));
    }

    private static Instruction binary(Statement s, Operands o, Type type, IntBinaryOperator function) {
        if (s.has("sat")) {
            throw s.unknown();
        }
        return new Elementwise.Binary32(
                o.rd(0), o.r(1, type), o.r(2, type), (a, b) -> function.applyAsInt(a, b) & 0xffff);
    }

    private static Instruction multiply(Statement s, Operands o, Type type, IntUnaryOperator extend) {
        var product = extended(extend, (a, b) -> a * b);
        if (s.has("wide")) {
            return new Elementwise.Binary32(o.rd(0), o.r(1, type), o.r(2, type), product);
        }
        if (s.has("hi")) {
            return binary(s, o, type, (a, b) -> product.applyAsInt(a, b) >> 16);
        }
        return binary(s, o, type, product);
    }

    private static Instruction multiplyAdd(Statement s, Operands o, Type type, IntUnaryOperator extend) {
        var product = extended(extend, (a, b) -> a * b);
        if (s.has("wide")) {
            return new Elementwise.Ternary32(
                    o.rd(0), o.r(1, type), o.r(2, type), o.r(3), (a, b, c) -> product.applyAsInt(a, b) + c);
        }
        if (!s.has("lo")) {
            throw s.unknown();
        }
        return new Elementwise.Ternary32(
                o.rd(0), o.r(1, type), o.r(2, type), o.r(3, type), (a, b, c) -> product.applyAsInt(a, b) + c & 0xffff);
    }
}
