package org.basinlab.cuda.ptx;

import java.util.List;

/**
 * One instruction as it is written.
 *
 * @param line     where it stands, from 1
 * @param guard    the predicate on which it is executed; null where it always is
 * @param negated  whether the guard's complement decides
 * @param words    the opcode and its modifiers: {@code ld.global.f32} has three
 * @param operands in their order
 */
record Statement(int line, String guard, boolean negated, List<String> words, List<Operand> operands) implements Item {
    String opcode() {
        return words.get(0);
    }

    boolean has(String word) {
        return words.contains(word);
    }

    /** The types among the modifiers, in their order. */
    List<Type> types() {
        return words.stream().skip(1).map(Type::of).filter(t -> t != null).toList();
    }

    /** The last type, which is the only one of most instructions. */
    Type type() {
        var types = types();
        if (types.isEmpty()) {
            throw error("no type");
        }
        return types.get(types.size() - 1);
    }

    Operand operand(int index) {
        if (index >= operands.size()) {
            throw error("too few operands");
        }
        return operands.get(index);
    }

    int size() {
        return operands.size();
    }

    String text() {
        return String.join(".", words);
    }

    PtxException error(String why) {
        return new PtxException(line, text() + ": " + why);
    }

    PtxException unknown() {
        return error("an instruction that the emulator does not know");
    }
}
