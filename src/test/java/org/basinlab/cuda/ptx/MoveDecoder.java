package org.basinlab.cuda.ptx;

import java.util.List;
import java.util.function.IntBinaryOperator;

/** Decodes {@code mov}, and logic of predicates. */
final class MoveDecoder {
    private MoveDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        switch (s.opcode()) {
            case "mov" -> {
                return move(s, o);
            }
            case "and", "or", "xor", "not" -> {
                if (s.type() != Type.PRED) {
                    return null;
                }
                int destination = o.pd(s.operand(0));
                if (s.opcode().equals("not")) {
                    return new Predicates.Logic(destination, o.p(1).complement(), o.p(1), (a, b) -> a);
                }
                return new Predicates.Logic(destination, o.p(1), o.p(2), logic(s.opcode()));
            }
            default -> {
                return null;
            }
        }
    }

    static IntBinaryOperator logic(String operation) {
        return switch (operation) {
            case "and" -> (a, b) -> a & b;
            case "or" -> (a, b) -> a | b;
            default -> (a, b) -> a ^ b;
        };
    }

    private static Instruction move(Statement s, Operands o) {
        var type = s.type();
        if (type == Type.PRED) {
            return new Predicates.Logic(o.pd(s.operand(0)), o.p(1), o.p(1), (a, b) -> a);
        }
        if (s.operand(0) instanceof Operand.Group parts) {
            return unpack(s, o, parts.members(), type);
        }
        if (s.operand(1) instanceof Operand.Group parts) {
            return pack(s, o, parts.members(), type);
        }
        if (s.operand(1) instanceof Operand.Name name && Clock.isClock(name.text())) {
            boolean wide = type.bytes() == 8;
            return new Clock(wide, wide ? o.qd(0) : o.rd(0));
        }
        if (type.bytes() == 8) {
            return new HotMove.Move64(o.qd(0), o.q(1));
        }
        return new HotMove.Move32(o.rd(0), o.r(1, type));
    }

    private static int partBits(Statement s, List<Operand> parts, Type type) {
        int bits = type.bits() / parts.size();
        if (bits != 16 && bits != 32) {
            throw s.unknown();
        }
        return bits;
    }

    private static Instruction unpack(Statement s, Operands o, List<Operand> parts, Type type) {
        int bits = partBits(s, parts, type);
        var rows = parts.stream()
                .mapToInt(part -> Operands.isUnwanted(part) ? -1 : o.rd(part))
                .toArray();
        boolean wide = type.bytes() == 8;
        return new Pack.Unpacking(bits, rows, wide, wide ? o.q(1) : o.r(1));
    }

    private static Instruction pack(Statement s, Operands o, List<Operand> parts, Type type) {
        int bits = partBits(s, parts, type);
        var partType = bits == 16 ? Type.B16 : Type.B32;
        var rows = parts.stream().mapToInt(part -> o.r(part, partType)).toArray();
        boolean wide = type.bytes() == 8;
        return new Pack(bits, rows, wide, wide ? o.qd(0) : o.rd(0));
    }
}
