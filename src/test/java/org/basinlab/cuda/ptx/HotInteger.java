package org.basinlab.cuda.ptx;

/** The integer arithmetic that programs mostly consist of, in loops that the JIT compiler unrolls. */
final class HotInteger {
    private HotInteger() {}

    /** {@code add} of 32 bits. */
    static final class Add32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        Add32(int destination, int a, int b) {
            this.destination = destination;
            this.a = a;
            this.b = b;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = as[lane] + bs[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = as[lane] + bs[lane];
            }
        }
    }

    /** {@code sub} of 32 bits. */
    static final class Sub32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        Sub32(int destination, int a, int b) {
            this.destination = destination;
            this.a = a;
            this.b = b;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = as[lane] - bs[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = as[lane] - bs[lane];
            }
        }
    }

    /** {@code mul.lo} of 32 bits. */
    static final class Mul32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        Mul32(int destination, int a, int b) {
            this.destination = destination;
            this.a = a;
            this.b = b;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = as[lane] * bs[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = as[lane] * bs[lane];
            }
        }
    }

    /** {@code mad.lo} of 32 bits. */
    static final class Mad32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final int c;

        Mad32(int destination, int a, int b, int c) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.c = c;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            var cs = warp.r[c];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = as[lane] * bs[lane] + cs[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = as[lane] * bs[lane] + cs[lane];
            }
        }
    }

    /** {@code and.b32}. */
    static final class And32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        And32(int destination, int a, int b) {
            this.destination = destination;
            this.a = a;
            this.b = b;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = as[lane] & bs[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = as[lane] & bs[lane];
            }
        }
    }

    /** {@code or.b32}. */
    static final class Or32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        Or32(int destination, int a, int b) {
            this.destination = destination;
            this.a = a;
            this.b = b;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = as[lane] | bs[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = as[lane] | bs[lane];
            }
        }
    }

    /** {@code add} of 64 bits. */
    static final class Add64 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        Add64(int destination, int a, int b) {
            this.destination = destination;
            this.a = a;
            this.b = b;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.q[a];
            var bs = warp.q[b];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = as[lane] + bs[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = as[lane] + bs[lane];
            }
        }
    }

    /** {@code mul.wide.s32}. */
    static final class MulWide extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        MulWide(int destination, int a, int b) {
            this.destination = destination;
            this.a = a;
            this.b = b;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = (long) as[lane] * bs[lane];
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = (long) as[lane] * bs[lane];
            }
        }
    }

    /** {@code mul.wide.u32}. */
    static final class MulWideUnsigned extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        MulWideUnsigned(int destination, int a, int b) {
            this.destination = destination;
            this.a = a;
            this.b = b;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = (as[lane] & 0xffff_ffffL) * (bs[lane] & 0xffff_ffffL);
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = (as[lane] & 0xffff_ffffL) * (bs[lane] & 0xffff_ffffL);
            }
        }
    }
}
