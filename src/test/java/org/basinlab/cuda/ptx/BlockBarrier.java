package org.basinlab.cuda.ptx;

/** {@code bar.sync 0}: the threads of a block wait for each other. */
class BlockBarrier extends Instruction {
    @Override
    Kind kind() {
        return Kind.BLOCK_BARRIER;
    }

    /** A warp is there. */
    void arrive(Warp warp, int mask) {}

    /** All warps are there, and this one goes on. */
    @Override
    void execute(Warp warp, int mask) {}

    /** {@code bar.red}: each thread also learns of how many, of whether any or all have a predicate set. */
    static final class Reduction extends BlockBarrier {
        enum Operation {
            POPC,
            AND,
            OR
        }

        private final Operation operation;
        private final Predicate source;
        private final int destination;

        Reduction(Operation operation, Predicate source, int destination) {
            this.operation = operation;
            this.source = source;
            this.destination = destination;
        }

        @Override
        void arrive(Warp warp, int mask) {
            int set = source.mask(warp) & mask;
            warp.block.vote(Integer.bitCount(set), Integer.bitCount(mask));
        }

        @Override
        void execute(Warp warp, int mask) {
            int set = warp.block.votes();
            if (operation == Operation.POPC) {
                for (int todo = mask; todo != 0; todo &= todo - 1) {
                    warp.r[destination][Integer.numberOfTrailingZeros(todo)] = set;
                }
                return;
            }
            boolean holds = operation == Operation.AND ? set == warp.block.voters() : set > 0;
            warp.p[destination] = warp.p[destination] & ~mask | (holds ? mask : 0);
        }
    }
}
