package org.basinlab.cuda.ptx;

/** The arithmetic of doubles that programs mostly consist of, in loops that the JIT compiler unrolls. */
final class HotDouble {
    private HotDouble() {}

    /** {@code fma.rn.f64}. */
    static final class FmaF64 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final int c;

        FmaF64(int destination, int a, int b, int c) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.c = c;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.q[a];
            var bs = warp.q[b];
            var cs = warp.q[c];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = Double.doubleToRawLongBits(Math.fma(
                            Double.longBitsToDouble(as[lane]),
                            Double.longBitsToDouble(bs[lane]),
                            Double.longBitsToDouble(cs[lane])));
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = Double.doubleToRawLongBits(Math.fma(
                        Double.longBitsToDouble(as[lane]),
                        Double.longBitsToDouble(bs[lane]),
                        Double.longBitsToDouble(cs[lane])));
            }
        }
    }

    /** {@code add.rn.f64}. */
    static final class AddF64 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        AddF64(int destination, int a, int b) {
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
                    to[lane] = Double.doubleToRawLongBits(
                            Double.longBitsToDouble(as[lane]) + Double.longBitsToDouble(bs[lane]));
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = Double.doubleToRawLongBits(
                        Double.longBitsToDouble(as[lane]) + Double.longBitsToDouble(bs[lane]));
            }
        }
    }

    /** {@code sub.rn.f64}. */
    static final class SubF64 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        SubF64(int destination, int a, int b) {
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
                    to[lane] = Double.doubleToRawLongBits(
                            Double.longBitsToDouble(as[lane]) - Double.longBitsToDouble(bs[lane]));
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = Double.doubleToRawLongBits(
                        Double.longBitsToDouble(as[lane]) - Double.longBitsToDouble(bs[lane]));
            }
        }
    }

    /** {@code mul.rn.f64}. */
    static final class MulF64 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        MulF64(int destination, int a, int b) {
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
                    to[lane] = Double.doubleToRawLongBits(
                            Double.longBitsToDouble(as[lane]) * Double.longBitsToDouble(bs[lane]));
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = Double.doubleToRawLongBits(
                        Double.longBitsToDouble(as[lane]) * Double.longBitsToDouble(bs[lane]));
            }
        }
    }
}
