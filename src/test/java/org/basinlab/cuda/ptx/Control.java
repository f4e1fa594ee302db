package org.basinlab.cuda.ptx;

import java.util.List;

/** Instructions that decide what is executed next; the warp itself does what they say. */
final class Control {
    private Control() {}

    /** {@code bra}, and {@code ret} of a function whose call was expanded. */
    static final class Branch extends Instruction {
        final Names.Label label;

        Branch(Names.Label label) {
            this.label = label;
        }

        @Override
        Kind kind() {
            return Kind.BRANCH;
        }

        @Override
        void execute(Warp warp, int mask) {
            throw new IllegalStateException("a branch is the warp's to take");
        }
    }

    /** {@code brx.idx}, for {@code switch}. */
    static final class Table extends Instruction {
        private final int index;
        private final List<Names.Label> labels;

        Table(int index, List<Names.Label> labels) {
            this.index = index;
            this.labels = labels;
        }

        @Override
        Kind kind() {
            return Kind.TABLE;
        }

        @Override
        void execute(Warp warp, int mask) {
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                int chosen = warp.r[index][lane];
                if (chosen < 0 || chosen >= labels.size()) {
                    throw warp.fault(Fault.Kind.OTHER, lane, "brx.idx beyond its " + labels.size() + " labels");
                }
                warp.pcs[lane] = labels.get(chosen).target;
            }
        }
    }

    /** {@code exit}, and a kernel's end. */
    static final class Exit extends Instruction {
        @Override
        Kind kind() {
            return Kind.EXIT;
        }

        @Override
        void execute(Warp warp, int mask) {
            throw new IllegalStateException("an exit is the warp's to take");
        }
    }

    /** {@code trap}, and an assertion that failed. */
    static final class Trap extends Instruction {
        private final boolean assertion;

        Trap(boolean assertion) {
            this.assertion = assertion;
        }

        @Override
        void execute(Warp warp, int mask) {
            int lane = Integer.numberOfTrailingZeros(mask);
            throw assertion
                    ? warp.fault(Fault.Kind.ASSERTION, lane, "an assertion failed")
                    : warp.fault(Fault.Kind.OTHER, lane, "trap");
        }
    }

    /** What needs doing on a GPU and not here: fences (blocks of a launch run to their ends) and hints. */
    static final class Nothing extends Instruction {
        @Override
        void execute(Warp warp, int mask) {
            // Memory is consistent as it is.
        }
    }
}
