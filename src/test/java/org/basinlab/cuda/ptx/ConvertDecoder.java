package org.basinlab.cuda.ptx;

import java.util.function.LongUnaryOperator;

/** Decodes {@code cvt}. */
final class ConvertDecoder {
    private ConvertDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        if (!s.opcode().equals("cvt")) {
            return null;
        }
        var types = s.types();
        if (types.size() != 2) {
            throw s.unknown();
        }
        var to = types.get(0);
        var from = types.get(1);
        if (to == Type.BF16X2 || to == Type.F16X2) {
            return pair(s, o, to, from);
        }
        int toBits = registerBits(s, o, 0, to);
        int fromBits = registerBits(s, o, 1, from);
        var function = function(s, to, from);
        long keep = toBits == 16 ? 0xffff : -1;
        if (toBits == 64) {
            return fromBits == 64
                    ? new Elementwise.Unary64(o.qd(0), o.q(1), function)
                    : new Elementwise.Widen(o.qd(0), o.r(1, from), function::applyAsLong);
        }
        return fromBits == 64
                ? new Elementwise.Narrow(o.rd(0), o.q(1), a -> (int) (function.applyAsLong(a) & keep))
                : new Elementwise.Unary32(o.rd(0), o.r(1, from), a -> (int) (function.applyAsLong(a) & keep));
    }

    private static int registerBits(Statement s, Operands o, int index, Type type) {
        int bits = o.bits(s.operand(index));
        if (bits == 0) {
            bits = type.bytes() == 8 ? 64 : 32;
        }
        if (bits < type.bits()) {
            throw s.error("a register of " + bits + " bits");
        }
        return bits;
    }

    /** The function of registers' contents, those of at most 32 bits with whatever is above. */
    private static LongUnaryOperator function(Statement s, Type to, Type from) {
        if (from.isFloat()) {
            return to.isFloat()
                    ? FloatConversion.floatToFloat(s, to, from)
                    : FloatConversion.floatToInteger(s, to, from);
        }
        if (to.isFloat()) {
            return FloatConversion.integerToFloat(s, to, from);
        }
        if (!s.has("sat")) {
            return a -> extend(extend(a, from), to);
        }
        return a -> saturated(extend(a, from), to, from);
    }

    /** The number of a type that stands in the low bits of a register. */
    static long extend(long raw, Type type) {
        return switch (type) {
            case S8 -> (byte) raw;
            case U8, B8 -> raw & 0xff;
            case S16 -> (short) raw;
            case U16, B16 -> raw & 0xffff;
            case S32 -> (int) raw;
            case U32, B32 -> raw & 0xffff_ffffL;
            default -> raw;
        };
    }

    private static long saturated(long value, Type to, Type from) {
        boolean huge = from == Type.U64 && value < 0;
        if (to.bytes() == 8) {
            if (to == Type.S64) {
                return huge ? Long.MAX_VALUE : value;
            }
            return from.isSigned() && value < 0 ? 0 : value;
        }
        long max = to.isSigned() ? (1L << to.bits() - 1) - 1 : (1L << to.bits()) - 1;
        long min = to.isSigned() ? -max - 1 : 0;
        return huge ? max : Math.max(min, Math.min(max, value));
    }

    /** Two floats to one register, the first above. */
    private static Instruction pair(Statement s, Operands o, Type to, Type from) {
        if (from != Type.F32 || !s.has("rn") || s.size() != 3 || s.has("relu") || s.has("satfinite")) {
            throw s.unknown();
        }
        return new Elementwise.Binary32(
                o.rd(0),
                o.r(1, from),
                o.r(2, from),
                to == Type.BF16X2
                        ? (a, b) ->
                                Half.toBfloat(Float.intBitsToFloat(a)) << 16 | Half.toBfloat(Float.intBitsToFloat(b))
                        : (a, b) ->
                                Half.ofFloat(Float.intBitsToFloat(a)) << 16 | Half.ofFloat(Float.intBitsToFloat(b)));
    }
}
