package org.basinlab.cuda.ptx;

import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Decodes logic, shifts and what else works on bits. */
final class BitDecoder {
    private BitDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        return switch (s.opcode()) {
            case "and", "or", "xor" -> logic(s, o);
            case "not", "cnot" -> complement(s, o);
            case "shl", "shr" -> shift(s, o);
            case "shf" -> funnel(s, o);
            case "lop3" -> lookup(s, o);
            case "prmt" -> permute(s, o);
            case "bfe", "bfi" -> BitFieldDecoder.decode(s, o);
            case "popc", "clz", "brev", "bfind" -> count(s, o);
            default -> null;
        };
    }

    private static Instruction logic(Statement s, Operands o) {
        var type = s.type();
        if (type.bytes() == 8) {
            LongBinaryOperator function = switch (s.opcode()) {
                case "and" -> (a, b) -> a & b;
                case "or" -> (a, b) -> a | b;
                default -> (a, b) -> a ^ b;
            };
            return new Elementwise.Binary64(o.qd(0), o.q(1), o.q(2), function);
        }
        int a = o.r(1, type);
        int b = o.r(2, type);
        return switch (s.opcode()) {
            case "and" -> new HotInteger.And32(o.rd(0), a, b);
            case "or" -> new HotInteger.Or32(o.rd(0), a, b);
            default -> new Elementwise.Binary32(o.rd(0), a, b, (x, y) -> x ^ y);
        };
    }

    private static Instruction complement(Statement s, Operands o) {
        var type = s.type();
        boolean logical = s.opcode().equals("cnot");
        if (type.bytes() == 8) {
            return new Elementwise.Unary64(o.qd(0), o.q(1), logical ? a -> a == 0 ? 1 : 0 : a -> ~a);
        }
        int keep = type.bytes() == 2 ? 0xffff : -1;
        return new Elementwise.Unary32(o.rd(0), o.r(1, type), logical ? a -> a == 0 ? 1 : 0 : a -> ~a & keep);
    }

    private static Instruction shift(Statement s, Operands o) {
        var type = s.type();
        int by = o.r(2);
        boolean left = s.opcode().equals("shl");
        if (type.bytes() == 8) {
            Elementwise.LongIntToLong function = left
                    ? (a, b) -> b < 0 || b > 63 ? 0 : a << b
                    : type.isSigned()
                            ? (a, b) -> a >> (b < 0 || b > 63 ? 63 : b)
                            : (a, b) -> b < 0 || b > 63 ? 0 : a >>> b;
            return new Elementwise.Shift64(o.qd(0), o.q(1), by, function);
        }
        int bits = type.bits();
        IntBinaryOperator function;
        if (left) {
            function = bits == 32
                    ? (a, b) -> b < 0 || b > 31 ? 0 : a << b
                    : (a, b) -> b < 0 || b > 15 ? 0 : a << b & 0xffff;
        } else if (type.isSigned()) {
            function = bits == 32
                    ? (a, b) -> a >> (b < 0 || b > 31 ? 31 : b)
                    : (a, b) -> (short) a >> (b < 0 || b > 15 ? 15 : b) & 0xffff;
        } else {
            function = (a, b) -> b < 0 || b > 31 ? 0 : a >>> b;
        }
        return new Elementwise.Binary32(o.rd(0), o.r(1, type), by, function);
    }

    /** {@code shf}: of the 64 bits of b above a, shifted, the upper half (left) or the lower (right). */
    private static Instruction funnel(Statement s, Operands o) {
        boolean left = s.has("l");
        boolean clamp = s.has("clamp");
        if (!clamp && !s.has("wrap") || s.type() != Type.B32) {
            throw s.unknown();
        }
        return new Elementwise.Ternary32(o.rd(0), o.r(1), o.r(2), o.r(3), (a, b, c) -> {
            int by = clamp ? (c < 0 || c > 32 ? 32 : c) : c & 31;
            long both = (long) b << 32 | a & 0xffff_ffffL;
            return left ? (int) (by == 32 ? a : both << by >>> 32) : (int) (by == 32 ? b : both >>> by);
        });
    }

    private static Instruction lookup(Statement s, Operands o) {
        if (s.type() != Type.B32 || !(s.operand(4) instanceof Operand.Integral table) || s.size() != 5) {
            throw s.unknown();
        }
        int rows = (int) table.value();
        return new Elementwise.Ternary32(o.rd(0), o.r(1), o.r(2), o.r(3), (a, b, c) -> {
            int result = 0;
            for (int row = 0; row < 8; row++) {
                if ((rows >> row & 1) != 0) {
                    result |= ((row & 4) != 0 ? a : ~a) & ((row & 2) != 0 ? b : ~b) & ((row & 1) != 0 ? c : ~c);
                }
            }
            return result;
        });
    }

    private static Instruction permute(Statement s, Operands o) {
        if (s.words().size() != 2) {
            throw s.unknown();
        }
        return new Elementwise.Ternary32(o.rd(0), o.r(1), o.r(2), o.r(3), (a, b, c) -> {
            long both = (long) b << 32 | a & 0xffff_ffffL;
            int result = 0;
            for (int i = 0; i < 4; i++) {
                int chosen = c >> 4 * i & 0xf;
                int part = (int) (both >>> 8 * (chosen & 7)) & 0xff;
                if ((chosen & 8) != 0) {
                    part = (byte) part < 0 ? 0xff : 0;
                }
                result |= part << 8 * i;
            }
            return result;
        });
    }

    private static Instruction count(Statement s, Operands o) {
        var type = s.type();
        if (type.bytes() == 8) {
            return switch (s.opcode()) {
                case "popc" -> new Elementwise.Narrow(o.rd(0), o.q(1), Long::bitCount);
                case "clz" -> new Elementwise.Narrow(o.rd(0), o.q(1), Long::numberOfLeadingZeros);
                case "brev" -> new Elementwise.Unary64(o.qd(0), o.q(1), Long::reverse);
                default -> {
                    boolean signed = type.isSigned();
                    boolean amount = s.has("shiftamt");
                    yield new Elementwise.Narrow(o.rd(0), o.q(1), a -> {
                        int zeros = Long.numberOfLeadingZeros(signed && a < 0 ? ~a : a);
                        return zeros == 64 ? -1 : amount ? zeros : 63 - zeros;
                    });
                }
            };
        }
        return switch (s.opcode()) {
            case "popc" -> new Elementwise.Unary32(o.rd(0), o.r(1), Integer::bitCount);
            case "clz" -> new Elementwise.Unary32(o.rd(0), o.r(1), Integer::numberOfLeadingZeros);
            case "brev" -> new Elementwise.Unary32(o.rd(0), o.r(1), Integer::reverse);
            default -> {
                boolean signed = type.isSigned();
                boolean amount = s.has("shiftamt");
                yield new Elementwise.Unary32(o.rd(0), o.r(1), a -> {
                    int zeros = Integer.numberOfLeadingZeros(signed && a < 0 ? ~a : a);
                    return zeros == 32 ? -1 : amount ? zeros : 31 - zeros;
                });
            }
        };
    }
}
