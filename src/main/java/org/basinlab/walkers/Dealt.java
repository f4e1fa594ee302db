package org.basinlab.walkers;

import java.util.Arrays;
import org.basinlab.landscape.Batches;

/** Which walkers of a block drew which datapoint: for each datapoint, those with it in their batch. */
final class Dealt {
    /** So many batches are numbered once and kept. */
    private static final int KEPT = 1 << 16;

    /** Up to so many datapoints times places of a batch, walkers are found by looking through all of them. */
    private static final int FEW = 16;

    private final Batches batches;
    private final Draws draws;
    private final int[][] kept;
    private final int[] batch = new int[Block.SIZE];
    /** The datapoint at each place of each walker's batch. */
    private final int[][] drawn;

    private final int[] first;
    private final int[] next;
    private final int[] walkers;

    Dealt(Batches batches, Draws draws) {
        this.batches = batches;
        this.draws = draws;
        kept = new int[batches.count() <= KEPT ? (int) batches.count() : 0][];
        Arrays.setAll(kept, batches::batch);
        drawn = new int[batches.size()][Block.SIZE];
        first = new int[batches.datapoints() + 1];
        next = new int[batches.datapoints()];
        // One more than there are: what is found last is written past the end before it is left out.
        walkers = new int[Block.SIZE * batches.size() + 1];
    }

    /** Deals draw d of the words to n walkers. */
    void deal(int[][] words, int d, int n) {
        if (batches.size() == 1) {
            draws.few(words, d, drawn[0], n);
        } else if (kept.length > 0) {
            draws.few(words, d, batch, n);
            for (var i = 0; i < n; i++) {
                draw(i, kept[batch[i]]);
            }
        } else {
            for (var i = 0; i < n; i++) {
                draw(i, batches.batch(draws.batch(words, d, i)));
            }
        }
        if (next.length * drawn.length <= FEW) {
            find(n);
        } else {
            sort(n);
        }
    }

    private void draw(int i, int[] datapoints) {
        for (var place = 0; place < drawn.length; place++) {
            drawn[place][i] = datapoints[place];
        }
    }

    /** Without a branch that depends on a draw. */
    private void find(int n) {
        var found = 0;
        for (var j = 0; j < next.length; j++) {
            first[j] = found;
            for (var datapoints : drawn) {
                for (var i = 0; i < n; i++) {
                    walkers[found] = i;
                    found += datapoints[i] == j ? 1 : 0;
                }
            }
        }
        first[next.length] = found;
    }

    private void sort(int n) {
        Arrays.fill(next, 0);
        for (var datapoints : drawn) {
            for (var i = 0; i < n; i++) {
                next[datapoints[i]]++;
            }
        }
        for (var j = 0; j < next.length; j++) {
            first[j + 1] = first[j] + next[j];
            next[j] = first[j];
        }
        for (var datapoints : drawn) {
            for (var i = 0; i < n; i++) {
                walkers[next[datapoints[i]]++] = i;
            }
        }
    }

    /** Where the walkers of datapoint j begin; those of j + 1 begin where they end. */
    int first(int j) {
        return first[j];
    }

    /** The walkers, datapoint by datapoint; not to be modified. */
    int[] walkers() {
        return walkers;
    }
}
