package org.basinlab.knowledge.match;

import java.util.ArrayList;
import java.util.List;

/** All of them, by brute force. */
final class Permutations {
    private Permutations() {}

    static List<int[]> of(int n) {
        var all = new ArrayList<int[]>();
        extend(new int[n], 0, new boolean[n], all);
        return all;
    }

    private static void extend(int[] begun, int at, boolean[] taken, List<int[]> all) {
        if (at == begun.length) {
            all.add(begun.clone());
            return;
        }
        for (var k = 0; k < taken.length; k++) {
            if (!taken[k]) {
                taken[k] = true;
                begun[at] = k;
                extend(begun, at + 1, taken, all);
                taken[k] = false;
            }
        }
    }
}
