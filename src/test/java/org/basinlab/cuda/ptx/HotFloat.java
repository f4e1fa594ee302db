package org.basinlab.cuda.ptx;

/** The arithmetic of floats that programs mostly consist of, in loops that the JIT compiler unrolls. */
final class HotFloat {
    private HotFloat() {}

    /** {@code fma.rn.f32}. */
    static final class FmaF32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final int c;

        FmaF32(int destination, int a, int b, int c) {
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
                    to[lane] = Float.floatToRawIntBits(Math.fma(
                            Float.intBitsToFloat(as[lane]),
                            Float.intBitsToFloat(bs[lane]),
                            Float.intBitsToFloat(cs[lane])));
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = Float.floatToRawIntBits(Math.fma(
                        Float.intBitsToFloat(as[lane]),
                        Float.intBitsToFloat(bs[lane]),
                        Float.intBitsToFloat(cs[lane])));
            }
        }
    }

    /** {@code add.rn.f32}. */
    static final class AddF32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        AddF32(int destination, int a, int b) {
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
                    to[lane] = Float.floatToRawIntBits(Float.intBitsToFloat(as[lane]) + Float.intBitsToFloat(bs[lane]));
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = Float.floatToRawIntBits(Float.intBitsToFloat(as[lane]) + Float.intBitsToFloat(bs[lane]));
            }
        }
    }

    /** {@code sub.rn.f32}. */
    static final class SubF32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        SubF32(int destination, int a, int b) {
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
                    to[lane] = Float.floatToRawIntBits(Float.intBitsToFloat(as[lane]) - Float.intBitsToFloat(bs[lane]));
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = Float.floatToRawIntBits(Float.intBitsToFloat(as[lane]) - Float.intBitsToFloat(bs[lane]));
            }
        }
    }

    /** {@code mul.rn.f32}. */
    static final class MulF32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;

        MulF32(int destination, int a, int b) {
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
                    to[lane] = Float.floatToRawIntBits(Float.intBitsToFloat(as[lane]) * Float.intBitsToFloat(bs[lane]));
                }
                return;
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = Float.floatToRawIntBits(Float.intBitsToFloat(as[lane]) * Float.intBitsToFloat(bs[lane]));
            }
        }
    }
}
