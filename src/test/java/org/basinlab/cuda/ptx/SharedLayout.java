package org.basinlab.cuda.ptx;

/**
 * Where a kernel's shared variables lie: those that it uses, one after the other in the order of
 * their first use, then the one of open size that the launch sizes.
 */
final class SharedLayout {
    private static final int DYNAMIC_ALIGNMENT = 16;

    private final int dynamicAddress;
    private int end;
    private boolean dynamic;

    /** A layout that knows from an earlier one where the launch's own bytes begin. */
    SharedLayout(int dynamicAddress) {
        this.dynamicAddress = dynamicAddress;
    }

    /** A variable, placed when it is first used. */
    final class Entry {
        private final Variable variable;
        private Names.Symbol symbol;

        private Entry(Variable variable) {
            this.variable = variable;
        }

        Names.Symbol symbol() {
            if (symbol == null) {
                symbol = new Names.Symbol(Space.SHARED, place(variable));
            }
            return symbol;
        }
    }

    void declare(Variable variable, Names names) {
        names.put(variable.name(), new Entry(variable));
    }

    private int place(Variable variable) {
        if (variable.bytes() == 0) {
            dynamic = true;
            return dynamicAddress;
        }
        int address = Assembler.align(end, variable.alignment());
        end = address + (int) variable.bytes();
        return address;
    }

    /** The bytes before the launch's own, which begin where every vector may. */
    int bytes() {
        return dynamic ? Assembler.align(end, DYNAMIC_ALIGNMENT) : end;
    }
}
