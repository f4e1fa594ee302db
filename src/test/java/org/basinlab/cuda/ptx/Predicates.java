package org.basinlab.cuda.ptx;

import java.util.function.IntBinaryOperator;

/** Instructions whose results are predicates: 32 lanes in one number. */
final class Predicates {
    private Predicates() {}

    /** Logic of two predicates. */
    static final class Logic extends Instruction {
        private final int destination;
        private final Predicate a;
        private final Predicate b;
        private final IntBinaryOperator function;

        Logic(int destination, Predicate a, Predicate b, IntBinaryOperator function) {
            this.destination = destination;
            this.a = a;
            this.b = b;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            int result = function.applyAsInt(a.mask(warp), b.mask(warp));
            warp.p[destination] = warp.p[destination] & ~mask | result & mask;
        }
    }

    interface IntTest {
        boolean holds(int a, int b);
    }

    interface LongTest {
        boolean holds(long a, long b);
    }

    /** What becomes of a comparison and of its complement. */
    record Outcome(int destination, int complement, Predicate with, IntBinaryOperator combination) {
        void set(Warp warp, int mask, int holds) {
            int result = holds;
            int opposite = ~holds;
            if (combination != null) {
                int other = with.mask(warp);
                result = combination.applyAsInt(holds, other);
                opposite = combination.applyAsInt(~holds, other);
            }
            warp.p[destination] = warp.p[destination] & ~mask | result & mask;
            if (complement >= 0) {
                warp.p[complement] = warp.p[complement] & ~mask | opposite & mask;
            }
        }
    }

    /** {@code setp} of operands of at most 32 bits. */
    static final class Compare32 extends Instruction {
        private final Outcome outcome;
        private final int a;
        private final int b;
        private final IntTest test;

        Compare32(Outcome outcome, int a, int b, IntTest test) {
            this.outcome = outcome;
            this.a = a;
            this.b = b;
            this.test = test;
        }

        @Override
        void execute(Warp warp, int mask) {
            var as = warp.r[a];
            var bs = warp.r[b];
            int holds = 0;
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                if (test.holds(as[lane], bs[lane])) {
                    holds |= 1 << lane;
                }
            }
            outcome.set(warp, mask, holds);
        }
    }

    /** {@code setp} of operands of 64 bits. */
    static final class Compare64 extends Instruction {
        private final Outcome outcome;
        private final int a;
        private final int b;
        private final LongTest test;

        Compare64(Outcome outcome, int a, int b, LongTest test) {
            this.outcome = outcome;
            this.a = a;
            this.b = b;
            this.test = test;
        }

        @Override
        void execute(Warp warp, int mask) {
            var as = warp.q[a];
            var bs = warp.q[b];
            int holds = 0;
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                if (test.holds(as[lane], bs[lane])) {
                    holds |= 1 << lane;
                }
            }
            outcome.set(warp, mask, holds);
        }
    }
}
