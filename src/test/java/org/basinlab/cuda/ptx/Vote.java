package org.basinlab.cuda.ptx;

import java.util.function.IntBinaryOperator;

/** What lanes learn of all: {@code vote.sync}, {@code redux.sync}, and {@code bar.warp.sync}, by which they learn nothing. */
final class Vote {
    private Vote() {}

    /** {@code bar.warp.sync}. */
    static final class Barrier extends WarpBarrier {
        Barrier(int memberRow) {
            super(memberRow);
        }

        @Override
        boolean forgivesTheEnded() {
            return true;
        }

        @Override
        void execute(Warp warp, int mask) {
            // That they met is all.
        }
    }

    /** {@code vote.sync.ballot}. */
    static final class Ballot extends WarpBarrier {
        private final int destination;
        private final Predicate source;

        Ballot(int destination, Predicate source, int memberRow) {
            super(memberRow);
            this.destination = destination;
            this.source = source;
        }

        @Override
        void execute(Warp warp, int mask) {
            int votes = source.mask(warp) & mask;
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                warp.r[destination][Integer.numberOfTrailingZeros(todo)] = votes;
            }
        }
    }

    /** {@code vote.sync.all}, {@code any} and {@code uni}. */
    static final class Poll extends WarpBarrier {
        /** Whether the vote passes. */
        interface Rule {
            boolean passes(int votes, int voters);
        }

        private final int destination;
        private final Predicate source;
        private final Rule rule;

        Poll(int destination, Predicate source, int memberRow, Rule rule) {
            super(memberRow);
            this.destination = destination;
            this.source = source;
            this.rule = rule;
        }

        @Override
        void execute(Warp warp, int mask) {
            boolean passes = rule.passes(source.mask(warp) & mask, mask);
            warp.p[destination] = warp.p[destination] & ~mask | (passes ? mask : 0);
        }
    }

    /** {@code redux.sync}. */
    static final class Reduction extends WarpBarrier {
        private final int destination;
        private final int source;
        private final IntBinaryOperator function;

        Reduction(int destination, int source, int memberRow, IntBinaryOperator function) {
            super(memberRow);
            this.destination = destination;
            this.source = source;
            this.function = function;
        }

        @Override
        void execute(Warp warp, int mask) {
            int first = Integer.numberOfTrailingZeros(mask);
            int result = warp.r[source][first];
            for (int todo = mask & mask - 1; todo != 0; todo &= todo - 1) {
                result = function.applyAsInt(result, warp.r[source][Integer.numberOfTrailingZeros(todo)]);
            }
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                warp.r[destination][Integer.numberOfTrailingZeros(todo)] = result;
            }
        }
    }

    /** {@code activemask}: the lanes that execute it together, which a GPU leaves open. */
    static final class Active extends Instruction {
        private final int destination;

        Active(int destination) {
            this.destination = destination;
        }

        @Override
        void execute(Warp warp, int mask) {
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                warp.r[destination][Integer.numberOfTrailingZeros(todo)] = mask;
            }
        }
    }
}
