package org.basinlab.cuda.ptx;

import java.util.List;

/**
 * Decodes loads, stores, and conversions of addresses between spaces. Modifiers that say how to cache
 * or how strongly to order mean nothing here, where memory is always consistent.
 */
final class MemoryDecoder {
    private MemoryDecoder() {}

    static Instruction decode(Statement s, Operands o) {
        return switch (s.opcode()) {
            case "ld", "ldu" -> load(s, o);
            case "st" -> store(s, o);
            case "cvta" -> convertAddress(s, o);
            default -> null;
        };
    }

    /** The space that an instruction names, and GENERIC if none. */
    static Space space(Statement s) {
        for (var word : s.words().subList(1, s.words().size())) {
            var space = Space.of(word);
            if (space != null) {
                return space;
            }
        }
        return Space.GENERIC;
    }

    private static Instruction load(Statement s, Operands o) {
        var space = space(s);
        var elements = elements(s, o, s.operand(0), true);
        var mode = s.has("nc") ? Access.Mode.READ_CONSTANT : Access.Mode.READ;
        int bytes = elements.length * s.type().bytes();
        int number = o.census().add(finest(space, s));
        return new Load(space, o.place(1), bytes, number, mode, elements);
    }

    private static Instruction store(Statement s, Operands o) {
        var space = space(s);
        var elements = elements(s, o, s.operand(1), false);
        int bytes = elements.length * s.type().bytes();
        return new Store(space, o.place(0), bytes, o.census().add(finest(space, s)), elements);
    }

    /** The size that decides how finely accesses are tracked: that of shared and global ones only. */
    private static int finest(Space space, Statement s) {
        var tracked = space == Space.SHARED || space == Space.GLOBAL || space == Space.GENERIC;
        return tracked ? s.type().bytes() : 4;
    }

    private static Element[] elements(Statement s, Operands o, Operand operand, boolean load) {
        var type = s.type();
        int wanted = s.has("v4") ? 4 : s.has("v2") ? 2 : 1;
        var members = operand instanceof Operand.Group group ? group.members() : List.of(operand);
        if (members.size() != wanted || type == Type.PRED) {
            throw s.error("a vector of other than " + wanted + " elements");
        }
        var elements = new Element[wanted];
        for (int i = 0; i < wanted; i++) {
            var member = members.get(i);
            int bits = o.bits(member);
            if (bits == 0) {
                bits = type.bytes() == 8 ? 64 : type.bytes() <= 2 ? 16 : 32;
            }
            if (bits < type.bits() || bits == 1) {
                throw s.error("a register of " + bits + " bits");
            }
            int row;
            if (load) {
                row = bits == 64 ? o.qd(member) : o.rd(member);
            } else {
                row = bits == 64 ? o.q(member) : o.r(member, type);
            }
            elements[i] = new Element(bits, row, type.bytes(), type.isSigned(), i * type.bytes());
        }
        return elements;
    }

    private static Instruction convertAddress(Statement s, Operands o) {
        var space = space(s);
        if (space == Space.PARAM || space == Space.GENERIC || s.type() != Type.U64) {
            throw s.unknown();
        }
        long window = s.has("to") ? -space.window() : space.window();
        return new Elementwise.Unary64(o.qd(0), o.q(1), a -> a + window);
    }
}
