package org.basinlab.cuda.ptx;

import java.util.List;

/** An operand as it is written. */
sealed interface Operand {
    /** A register, variable, label or function, or {@code _} for a result that is not wanted. */
    record Name(String text, long offset) implements Operand {
        Name(String text) {
            this(text, 0);
        }
    }

    /** An integer constant. */
    record Integral(long value) implements Operand {}

    /** A floating-point constant, exactly. */
    record Real(double value) implements Operand {}

    /**
     * A place in memory.
     *
     * @param base   register or variable; null where the address is a number alone
     * @param offset in bytes, added to it
     */
    record Address(String base, long offset) implements Operand {}

    /** Operands in braces or, in a call, in parentheses. */
    record Group(List<Operand> members) implements Operand {}

    /** Two results, {@code a|b}. */
    record Pair(Operand first, Operand second) implements Operand {}

    /** A predicate's complement. */
    record Not(Operand of) implements Operand {}
}
