package org.basinlab.cuda.ptx;

import java.util.Set;

/** Decodes {@code atom} and {@code red}. */
final class AtomicDecoder {
    private static final Set<String> HINTS =
            Set.of("relaxed", "acquire", "release", "acq_rel", "cta", "gpu", "sys", "noftz");

    private AtomicDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        var returns = s.opcode().equals("atom");
        if (!returns && !s.opcode().equals("red")) {
            return null;
        }
        var type = s.type();
        if (type.bytes() < 4) {
            throw s.unknown();
        }
        var space = MemoryDecoder.space(s);
        if (space != Space.SHARED) {
            o.census().addAtomic();
        }
        boolean wide = type.bytes() == 8;
        int at = returns ? 1 : 0;
        int destination = -1;
        if (returns && !Operands.isUnwanted(s.operand(0))) {
            destination = wide ? o.qd(0) : o.rd(0);
        }
        int operand = wide ? o.q(at + 1) : o.r(at + 1, type);
        int second = operand;
        var operation = operation(s);
        if (operation.equals("cas")) {
            second = wide ? o.q(at + 2) : o.r(at + 2, type);
        }
        int number = o.census().add(type.bytes());
        return new Atomic(space, o.place(at), number, update(s, operation, type), wide, destination, operand, second);
    }

    private static String operation(Statement s) {
        String found = null;
        for (var word : s.words().subList(1, s.words().size())) {
            if (Space.of(word) == null && Type.of(word) == null && !HINTS.contains(word)) {
                if (found != null) {
                    throw s.unknown();
                }
                found = word;
            }
        }
        if (found == null) {
            throw s.unknown();
        }
        return found;
    }

    private static Atomic.Update update(Statement s, String operation, Type type) {
        boolean wide = type.bytes() == 8;
        return switch (operation) {
            case "exch" -> (old, a, b) -> a;
            case "cas" -> wide ? (old, a, b) -> old == a ? b : old : (old, a, b) -> (int) old == (int) a ? b : old;
            case "and" -> (old, a, b) -> old & a;
            case "or" -> (old, a, b) -> old | a;
            case "xor" -> (old, a, b) -> old ^ a;
            case "add" -> sum(s, type);
            case "inc" -> (old, a, b) -> Integer.compareUnsigned((int) old, (int) a) >= 0 ? 0 : old + 1;
            case "dec" ->
                (old, a, b) -> (int) old == 0 || Integer.compareUnsigned((int) old, (int) a) > 0 ? a : old - 1;
            case "min" -> extreme(s, type, -1);
            case "max" -> extreme(s, type, 1);
            default -> throw s.unknown();
        };
    }

    private static Atomic.Update sum(Statement s, Type type) {
        return switch (type) {
            case F32 ->
                (old, a, b) -> Float.floatToRawIntBits(Float.intBitsToFloat((int) old) + Float.intBitsToFloat((int) a));
            case F64 ->
                (old, a, b) -> Double.doubleToRawLongBits(Double.longBitsToDouble(old) + Double.longBitsToDouble(a));
            case U32, S32, U64, S64 -> (old, a, b) -> old + a;
            default -> throw s.unknown();
        };
    }

    private static Atomic.Update extreme(Statement s, Type type, int sign) {
        return switch (type) {
            case S32, S64 -> (old, a, b) -> Long.compare(a, old) * sign > 0 ? a : old;
            case U32, U64 -> (old, a, b) -> Long.compareUnsigned(a, old) * sign > 0 ? a : old;
            default -> throw s.unknown();
        };
    }
}
