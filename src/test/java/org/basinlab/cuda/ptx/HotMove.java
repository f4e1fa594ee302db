package org.basinlab.cuda.ptx;

/** Copies of registers, in loops that the JIT compiler unrolls. */
final class HotMove {
    private HotMove() {}

    /** {@code mov} of at most 32 bits. */
    static final class Move32 extends Instruction {
        private final int destination;
        private final int a;

        Move32(int destination, int a) {
            this.destination = destination;
            this.a = a;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = as[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = as[lane];
            }
        }
    }

    /** {@code mov} of 64 bits. */
    static final class Move64 extends Instruction {
        private final int destination;
        private final int a;

        Move64(int destination, int a) {
            this.destination = destination;
            this.a = a;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.q[a];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = as[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = as[lane];
            }
        }
    }
}
