package org.basinlab.cuda.ptx;

import java.util.Set;
import java.util.function.IntBinaryOperator;

/** Decodes {@code setp}, {@code set}, {@code selp} and {@code slct}. */
final class CompareDecoder {
    private static final Set<String> COMBINATIONS = Set.of("and", "or", "xor");

    private CompareDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        return switch (s.opcode()) {
            case "setp" -> compare(s, o);
            case "set" -> set(s, o);
            case "selp" -> select(s, o);
            case "slct" -> selectBySign(s, o);
            default -> null;
        };
    }

    private static Instruction compare(Statement s, Operands o) {
        var type = s.type();
        var first = s.operand(0);
        int destination;
        int complement = -1;
        if (first instanceof Operand.Pair pair) {
            destination = o.pd(pair.first());
            complement = o.pd(pair.second());
        } else {
            destination = o.pd(first);
        }
        var combination = combination(s);
        var outcome = new Predicates.Outcome(destination, complement, combination == null ? null : o.p(3), combination);
        if (type.bytes() == 8) {
            return new Predicates.Compare64(outcome, o.q(1), o.q(2), test64(s, type));
        }
        return new Predicates.Compare32(outcome, o.r(1, type), o.r(2, type), test32(s, type));
    }

    private static IntBinaryOperator combination(Statement s) {
        for (var word : s.words()) {
            if (COMBINATIONS.contains(word)) {
                return MoveDecoder.logic(word);
            }
        }
        return null;
    }

    private static String comparison(Statement s) {
        var comparison = Comparison.of(s);
        if (comparison == null) {
            throw s.unknown();
        }
        return comparison;
    }

    private static Predicates.LongTest test64(Statement s, Type type) {
        var comparison = comparison(s);
        if (type == Type.F64) {
            var test = Comparison.floating(s, comparison);
            return (a, b) -> test.holds(Double.longBitsToDouble(a), Double.longBitsToDouble(b));
        }
        return Comparison.integral64(s, comparison, type == Type.S64);
    }

    private static Predicates.IntTest test32(Statement s, Type type) {
        var comparison = comparison(s);
        switch (type) {
            case F32 -> {
                var test = Comparison.floating(s, comparison);
                if (s.has("ftz")) {
                    return (a, b) -> test.holds(Floats.flushed(a), Floats.flushed(b));
                }
                return (a, b) -> test.holds(Float.intBitsToFloat(a), Float.intBitsToFloat(b));
            }
            case F16 -> {
                var test = Comparison.floating(s, comparison);
                return (a, b) -> test.holds(Half.toFloat(a), Half.toFloat(b));
            }
            case BF16 -> {
                var test = Comparison.floating(s, comparison);
                return (a, b) -> test.holds(Float.intBitsToFloat(a << 16), Float.intBitsToFloat(b << 16));
            }
            case S16 -> {
                var test = Comparison.integral32(s, comparison, true);
                return (a, b) -> test.holds((short) a, (short) b);
            }
            case U16, B16 -> {
                var test = Comparison.integral32(s, comparison, false);
                return (a, b) -> test.holds(a & 0xffff, b & 0xffff);
            }
            case S32, U32, B32 -> {
                return Comparison.integral32(s, comparison, type == Type.S32);
            }
            default -> throw s.unknown();
        }
    }

    private static Instruction set(Statement s, Operands o) {
        var types = s.types();
        if (types.size() != 2
                || s.size() != 3
                || combination(s) != null
                || types.get(0).bytes() != 4) {
            throw s.unknown();
        }
        int yes = types.get(0) == Type.F32 ? Float.floatToRawIntBits(1) : -1;
        var type = types.get(1);
        if (types.get(0) == Type.F16X2 || types.get(0) == Type.BF16X2) {
            return null;
        }
        if (type.bytes() == 8) {
            var test = test64(s, type);
            return new Elementwise.NarrowBinary(o.rd(0), o.q(1), o.q(2), (a, b) -> test.holds(a, b) ? yes : 0);
        }
        var test = test32(s, type);
        return new Elementwise.Binary32(o.rd(0), o.r(1, type), o.r(2, type), (a, b) -> test.holds(a, b) ? yes : 0);
    }

    private static Instruction select(Statement s, Operands o) {
        var type = s.type();
        if (type.bytes() == 8) {
            return new Select(true, o.qd(0), o.q(1), o.q(2), o.p(3));
        }
        return new Select(false, o.rd(0), o.r(1, type), o.r(2, type), o.p(3));
    }

    private static Instruction selectBySign(Statement s, Operands o) {
        var types = s.types();
        if (types.size() != 2 || types.get(0).bytes() != 4) {
            throw s.unknown();
        }
        int a = o.r(1, types.get(0));
        int b = o.r(2, types.get(0));
        int c = o.r(3, types.get(1));
        return switch (types.get(1)) {
            case S32 -> new Elementwise.Ternary32(o.rd(0), a, b, c, (x, y, z) -> z >= 0 ? x : y);
            case F32 -> new Elementwise.Ternary32(o.rd(0), a, b, c, (x, y, z) -> Float.intBitsToFloat(z) >= 0 ? x : y);
            default -> throw s.unknown();
        };
    }
}
