package org.basinlab.walkers;

import java.util.Arrays;

/**
 * Takes walkers, a block at a time, through their steps. They advance in stretches, as far as the words of a block of
 * draws reach or until they are looked at; those that crossed the barrier somewhere in a stretch take it once more, many
 * of them together and step by step, to find out when. A walker that no batch moves any more has come to rest, and stays
 * where it is for nothing.
 */
final class Course {
    private final Walk walk;
    private final double barrier;
    private final Draws draws;
    private final Block block;
    private final Block again;
    private final int[][] words = Block.words();
    private final int[][] wordsAgain = Block.words();
    private final Rest rest;
    private final double[] before = new double[Block.SIZE];
    private final int[] member = new int[Block.SIZE];
    private final int[] passed = new int[Block.SIZE];

    /** The first so many walkers of {@link #again} are to take a stretch once more. */
    private int crossings;

    /** The stretch's first draw and its length, and each one's first step and number. */
    private int crossedDraw;

    private int crossedSteps;
    private final int[] crossedFrom = new int[Block.SIZE];
    private final int[] crossedMember = new int[Block.SIZE];

    /** How many there are. */
    private int walkers;

    /** The first so many of the block are awake, the others rest. */
    private int awake;

    /** Those from here to awake - 1 have been beyond the barrier: out of a spike's reach they are quicker together. */
    private int pending;

    Course(Walk walk) {
        this.walk = walk;
        // In the walkers' own precision, as they see it. Plus 0: a barrier of -0 would look crossed by 0.
        barrier = 0.0 + (walk.precision().isSingle() ? (float) walk.barrier() : walk.barrier());
        var batches = walk.step().batches().count();
        draws = new Draws(walk.seed(), batches);
        block = block();
        again = block();
        rest = new Rest(block(), draws, batches);
    }

    private Block block() {
        return Block.of(walk.step(), barrier, walk.precision(), draws);
    }

    /** Takes walkers {@code first .. first + n - 1}, at most a block, to the end. */
    void run(long first, int n, Tally tally) {
        var start = walk.start();
        for (var i = 0; i < n; i++) {
            block.place(i, start.of(walk.seed(), first + i));
            member[i] = i;
            passed[i] = block.at(i) > barrier ? 0 : Tally.NEVER;
        }
        walkers = n;
        awake = n;
        pending = n;
        var step = 0;
        for (var look = 0; look < walk.steps().length; look++) {
            while (step < walk.steps()[look]) {
                step = stretch(first, step, walk.steps()[look]);
            }
            repeat();
            tally.look(look, block::at, passed, n);
        }
        tally.end(passed, n);
    }

    /** Where the walkers of the last run ended, in order, from a place in an array on. */
    void ends(double[] into, int from, int n) {
        for (var i = 0; i < n; i++) {
            into[from + member[i]] = block.at(i);
        }
    }

    /** Steps on, not beyond {@code to}; where it got. */
    private int stretch(long first, int from, int to) {
        if (awake == 0) {
            return to;
        }
        var number = from / draws.perBlock();
        var draw = from % draws.perBlock();
        var end = (int) Math.min(to, (number + 1L) * draws.perBlock());
        draws.words(first, member, number, words, awake);
        for (var i = 0; i < awake; i++) {
            before[i] = block.at(i);
        }
        block.forget(awake);
        block.advance(words, draw, draw + end - from, awake);
        for (var i = 0; i < pending; i++) {
            if (passed[i] == Tally.NEVER && block.crossed(i)) {
                note(i, draw, end - from, from);
            }
        }
        sort();
        return end;
    }

    /** Notes that a walker crossed in a stretch. When it did is found out for many at once. */
    private void note(int i, int draw, int steps, int from) {
        if (crossings == Block.SIZE || crossings > 0 && (draw != crossedDraw || steps != crossedSteps)) {
            repeat();
        }
        crossedDraw = draw;
        crossedSteps = steps;
        again.place(crossings, before[i]);
        for (var k = 0; k < Draws.WORDS; k++) {
            wordsAgain[k][crossings] = words[k][i];
        }
        crossedFrom[crossings] = from;
        crossedMember[crossings++] = member[i];
        // Not never: if it was NaN that looked like crossing, it crosses nothing later.
        passed[i] = from + steps;
    }

    /** Takes the stretches of those who crossed once more, step by step. */
    private void repeat() {
        if (crossings == 0) {
            return;
        }
        var found = new int[Block.SIZE];
        Arrays.fill(found, Tally.NEVER);
        var left = crossings;
        for (var s = 0; s < crossedSteps && left > 0; s++) {
            again.advance(wordsAgain, crossedDraw + s, crossedDraw + s + 1, crossings);
            for (var c = 0; c < crossings; c++) {
                if (found[c] == Tally.NEVER && again.at(c) > barrier) {
                    found[c] = crossedFrom[c] + s + 1;
                    left--;
                }
            }
        }
        var place = new int[Block.SIZE];
        for (var i = 0; i < walkers; i++) {
            place[member[i]] = i;
        }
        for (var c = 0; c < crossings; c++) {
            passed[place[crossedMember[c]]] = found[c];
        }
        crossings = 0;
    }

    /** Who has passed goes behind those who have not; who did not move in a stretch, and no batch moves, goes to rest. */
    private void sort() {
        for (var i = awake - 1; i >= 0; i--) {
            var rests = rest.after(before[i], block.at(i));
            var place = i;
            if (i < pending && (rests || passed[i] != Tally.NEVER)) {
                place = --pending;
                swap(i, place);
            }
            if (rests) {
                swap(place, --awake);
            }
        }
    }

    private void swap(int i, int j) {
        var w = block.at(i);
        block.place(i, block.at(j));
        block.place(j, w);
        swap(member, i, j);
        swap(passed, i, j);
    }

    private static void swap(int[] array, int i, int j) {
        var taken = array[i];
        array[i] = array[j];
        array[j] = taken;
    }
}
