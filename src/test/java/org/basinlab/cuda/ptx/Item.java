package org.basinlab.cuda.ptx;

import java.util.List;

/** What stands in a function's body. */
sealed interface Item permits Item.Label, Item.Registers, Item.Targets, Item.Scope, Statement, Variable {
    int line();

    /** {@code name:} */
    record Label(int line, String name) implements Item {}

    /** Registers of one size: {@code .reg .b32 %r<9>} declares {@code %r0} to {@code %r8}. */
    record Registers(int line, Type type, String name, int count) implements Item {
        static final int SINGLE = -1;
    }

    /** The labels among which {@code brx.idx} chooses. */
    record Targets(int line, List<String> labels) implements Item {}

    /** What stands in braces: names declared in it end with it. */
    record Scope(int line, List<Item> items) implements Item {}
}
