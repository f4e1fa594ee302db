package org.basinlab.cuda.ptx;

import java.util.function.IntBinaryOperator;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;

/**
 * Instructions that compute a number for each lane by itself, by any function. Those that programs
 * consist of have classes of their own, whose loops need no call: see {@link HotFloat}.
 */
final class Elementwise {
    private Elementwise() {}

    interface Int3 {
        int apply(int a, int b, int c);
    }

    interface Long3 {
        long apply(long a, long b, long c);
    }

    interface IntIntToLong {
        long apply(int a, int b);
    }

    interface IntIntLongToLong {
        long apply(int a, int b, long c);
    }

    interface LongLongToInt {
        int apply(long a, long b);
    }

    interface LongIntToLong {
        long apply(long a, int b);
    }

    /** 32 bits of 32. */
    static final class Unary32 extends Instruction {
        private final int destination;
        private final int a;
        private final IntUnaryOperator function;

        Unary32(int destination, int a, IntUnaryOperator function) {
            this.destination = destination;
            this.a = a;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.applyAsInt(as[lane]);
            }
        }
    }

    /** 32 bits of two times 32. */
    static final class Binary32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final IntBinaryOperator function;

        Binary32(int destination, int a, int b, IntBinaryOperator function) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.applyAsInt(as[lane], bs[lane]);
            }
        }
    }

    /** 32 bits of three times 32. */
    static final class Ternary32 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final int c;
        private final Int3 function;

        Ternary32(int destination, int a, int b, int c, Int3 function) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.c = c;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            var cs = warp.r[c];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.apply(as[lane], bs[lane], cs[lane]);
            }
        }
    }

    /** 64 bits of 64. */
    static final class Unary64 extends Instruction {
        private final int destination;
        private final int a;
        private final LongUnaryOperator function;

        Unary64(int destination, int a, LongUnaryOperator function) {
            this.destination = destination;
            this.a = a;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.q[a];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.applyAsLong(as[lane]);
            }
        }
    }

    /** 64 bits of two times 64. */
    static final class Binary64 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final LongBinaryOperator function;

        Binary64(int destination, int a, int b, LongBinaryOperator function) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.q[a];
            var bs = warp.q[b];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.applyAsLong(as[lane], bs[lane]);
            }
        }
    }

    /** 64 bits of three times 64. */
    static final class Ternary64 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final int c;
        private final Long3 function;

        Ternary64(int destination, int a, int b, int c, Long3 function) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.c = c;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.q[a];
            var bs = warp.q[b];
            var cs = warp.q[c];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.apply(as[lane], bs[lane], cs[lane]);
            }
        }
    }

    /** 64 bits of 32. */
    static final class Widen extends Instruction {
        private final int destination;
        private final int a;
        private final IntToLongFunction function;

        Widen(int destination, int a, IntToLongFunction function) {
            this.destination = destination;
            this.a = a;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.r[a];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.applyAsLong(as[lane]);
            }
        }
    }

    /** 32 bits of 64. */
    static final class Narrow extends Instruction {
        private final int destination;
        private final int a;
        private final LongToIntFunction function;

        Narrow(int destination, int a, LongToIntFunction function) {
            this.destination = destination;
            this.a = a;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.q[a];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.applyAsInt(as[lane]);
            }
        }
    }

    /** 64 bits of two times 32. */
    static final class WidenBinary extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final IntIntToLong function;

        WidenBinary(int destination, int a, int b, IntIntToLong function) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.apply(as[lane], bs[lane]);
            }
        }
    }

    /** 64 bits of two times 32 and of 64. */
    static final class WidenAdd extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final int c;
        private final IntIntLongToLong function;

        WidenAdd(int destination, int a, int b, int c, IntIntLongToLong function) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.c = c;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.r[a];
            var bs = warp.r[b];
            var cs = warp.q[c];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.apply(as[lane], bs[lane], cs[lane]);
            }
        }
    }

    /** 64 bits of 64 and 32. */
    static final class Shift64 extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final LongIntToLong function;

        Shift64(int destination, int a, int b, LongIntToLong function) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.q[destination];
            var as = warp.q[a];
            var bs = warp.r[b];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.apply(as[lane], bs[lane]);
            }
        }
    }

    /** 32 bits of two times 64. */
    static final class NarrowBinary extends Instruction {
        private final int destination;
        private final int a;
        private final int b;
        private final LongLongToInt function;

        NarrowBinary(int destination, int a, int b, LongLongToInt function) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            var to = warp.r[destination];
            var as = warp.q[a];
            var bs = warp.q[b];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = function.apply(as[lane], bs[lane]);
            }
        }
    }
}
