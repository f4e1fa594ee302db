package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sorting network, and what is left of it where not all of its outputs are wanted: comparators in stages, each putting
 * the larger of two lines first.
 *
 * <p>K. E. Batcher's odd-even merge exchange for the next power of two, "Sorting networks and their applications",
 * 1968; the lines beyond k would hold minus infinity and never move. Of k numbers the first alone takes a tree of
 * {@code ceil(log2 k)} stages, all of them {@code ceil(log2 k) (ceil(log2 k) + 1) / 2}.
 */
final class Comparators {
    /**
     * Of lines first and second.
     *
     * @param larger  whether what it puts first is wanted
     * @param smaller whether what it puts second is
     */
    record Comparator(int first, int second, boolean larger, boolean smaller) {}

    private Comparators() {}

    /** The stages that put the {@code wanted} largest of k numbers first, in descending order. */
    static List<List<Comparator>> stages(int k, int wanted) {
        var needed = new boolean[k];
        for (var i = 0; i < wanted; i++) {
            needed[i] = true;
        }
        var kept = new ArrayList<Comparator>();
        var all = pairs(k);
        Collections.reverse(all);
        for (var pair : all) {
            var larger = needed[pair[0]];
            var smaller = needed[pair[1]];
            if (larger || smaller) {
                kept.add(new Comparator(pair[0], pair[1], larger, smaller));
                needed[pair[0]] = true;
                needed[pair[1]] = true;
            }
        }
        Collections.reverse(kept);
        return asSoonAsPossible(k, kept);
    }

    private static List<List<Comparator>> asSoonAsPossible(int k, List<Comparator> comparators) {
        var free = new int[k];
        var stages = new ArrayList<List<Comparator>>();
        for (var comparator : comparators) {
            var stage = Math.max(free[comparator.first()], free[comparator.second()]);
            if (stage == stages.size()) {
                stages.add(new ArrayList<>());
            }
            stages.get(stage).add(comparator);
            free[comparator.first()] = stage + 1;
            free[comparator.second()] = stage + 1;
        }
        return stages;
    }

    /** In order. */
    private static List<int[]> pairs(int k) {
        var pairs = new ArrayList<int[]>();
        var size = Integer.highestOneBit(Math.max(1, 2 * k - 1));
        for (var run = 1; run < size; run *= 2) {
            for (var gap = run; gap >= 1; gap /= 2) {
                for (var start = gap % run; start + gap < k; start += 2 * gap) {
                    merge(pairs, k, run, gap, start);
                }
            }
        }
        return pairs;
    }

    private static void merge(List<int[]> pairs, int k, int run, int gap, int start) {
        IntStream.range(start, Math.min(start + gap, k - gap))
                .filter(i -> i / (2 * run) == (i + gap) / (2 * run))
                .forEach(i -> pairs.add(new int[] {i, i + gap}));
    }
}
