package org.basinlab.walkers;

import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.random.RandomStream;

/**
 * One stage of splitting: walkers go on from where others reached a level, until they are beyond the next or their time
 * is up. They run side by side in a block; a place that gets free is taken by the next walker.
 */
final class Stage {
    private final SgdStep step;
    private final int horizon;
    private final Draws draws;
    private final Rest rest;
    private final int[][] words = Block.words();
    private final int[] word = new int[Draws.WORDS];
    private final int[][] wordsAgain = Block.words();
    private final Block again;

    private final long[] walker = new long[Block.SIZE];
    private final int[] index = new int[Block.SIZE];
    private final int[] stretches = new int[Block.SIZE];
    private final double[] before = new double[Block.SIZE];

    /**
     * A stage under one seed.
     *
     * @param horizon steps after which a walker's time is up, counted from the very start
     */
    Stage(SgdStep step, int horizon, long seed) {
        this.step = step;
        this.horizon = horizon;
        var batches = step.batches().count();
        draws = new Draws(seed, RandomStream.SPLIT_WALKERS, batches);
        // No level: only asked where a walker is.
        again = Block.of(step, Double.POSITIVE_INFINITY, Precision.FLOAT64, draws);
        rest = new Rest(Block.of(step, Double.POSITIVE_INFINITY, Precision.FLOAT64, draws), draws, batches);
    }

    /**
     * Runs walkers.
     *
     * @param states where and when they begin
     * @param level  that they are to get beyond
     * @param first  number of the first one's draws; the others' follow
     * @param within steps each may take at most, however much time there is
     * @return where and when each was beyond the level first, which may be where it began; those that were not have
     *     {@link States#NEVER}, and are where they were at the end
     */
    States run(States states, double level, long first, int within) {
        var block = Block.of(step, level, Precision.FLOAT64, draws);
        var reached = new States(states.size());
        var next = 0;
        var busy = 0;
        while (true) {
            while (busy < Block.SIZE && next < states.size()) {
                if (states.w()[next] > level) {
                    reached.set(next, states.w()[next], states.time()[next]);
                } else {
                    block.place(busy, states.w()[next]);
                    walker[busy] = first + next;
                    index[busy] = next;
                    stretches[busy++] = 0;
                }
                next++;
            }
            if (busy == 0) {
                return reached;
            }
            for (var i = 0; i < busy; i++) {
                draws.words(walker[i], stretches[i], word);
                for (var k = 0; k < Draws.WORDS; k++) {
                    words[k][i] = word[k];
                }
                before[i] = block.at(i);
            }
            block.forget(busy);
            block.advance(words, 0, draws.perBlock(), busy);
            for (var i = busy - 1; i >= 0; i--) {
                var taken = stretches[i]++ * draws.perBlock();
                var left = Math.min(within, horizon - states.time()[index[i]]) - taken;
                if (left <= draws.perBlock() || block.crossed(i)) {
                    if (finish(i, Math.min(left, draws.perBlock()), level, reached, states.time()[index[i]] + taken)) {
                        busy = remove(block, i, busy);
                    }
                } else if (rest.after(before[i], block.at(i))) {
                    reached.set(index[i], before[i], States.NEVER);
                    busy = remove(block, i, busy);
                }
            }
        }
    }

    /** How far each walker gets within some steps and its time; at least to where it begins. */
    double[] furthest(States states, long first, int within) {
        var block = Block.of(step, Double.POSITIVE_INFINITY, Precision.FLOAT64, draws);
        var furthest = states.w().clone();
        for (var from = 0; from < states.size(); from += Block.SIZE) {
            var n = Math.min(Block.SIZE, states.size() - from);
            for (var i = 0; i < n; i++) {
                block.place(i, furthest[from + i]);
                index[i] = i;
            }
            for (var s = 0; s < within; s++) {
                if (s % draws.perBlock() == 0) {
                    draws.words(first + from, index, s / draws.perBlock(), words, n);
                }
                block.advance(words, s % draws.perBlock(), s % draws.perBlock() + 1, n);
                for (var i = 0; i < n; i++) {
                    if (s < horizon - states.time()[from + i]) {
                        furthest[from + i] = Math.max(furthest[from + i], block.at(i));
                    }
                }
            }
        }
        return furthest;
    }

    /** Takes a walker's stretch once more, step by step; whether it is done. */
    private boolean finish(int i, int steps, double level, States reached, int time) {
        again.place(0, before[i]);
        for (var k = 0; k < Draws.WORDS; k++) {
            wordsAgain[k][0] = words[k][i];
        }
        for (var s = 0; s < steps; s++) {
            again.advance(wordsAgain, s, s + 1, 1);
            if (again.at(0) > level) {
                reached.set(index[i], again.at(0), time + s + 1);
                return true;
            }
        }
        reached.set(index[i], again.at(0), States.NEVER);
        return steps < draws.perBlock();
    }

    private int remove(Block block, int i, int busy) {
        var last = busy - 1;
        block.place(i, block.at(last));
        walker[i] = walker[last];
        index[i] = index[last];
        stretches[i] = stretches[last];
        before[i] = before[last];
        return last;
    }
}
