package org.basinlab.causal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Optimization basins: the connected regions of a map where A removes part of the change, {@code Op > }{@value #NOTICEABLE},
 * whichever side of 0 the rest ends on. Points are connected to those beside, above and below them.
 *
 * @param inside which points are in one, as the map has them
 * @param shares of the map's points that each basin has, the largest first
 */
public record Basins(boolean[] inside, List<Double> shares) {
    /** In nats: a hundredth of the change is removed. */
    public static final double NOTICEABLE = 0.01;

    /** The basins of a map. */
    public static Basins of(OpMap map) {
        var inside = new boolean[map.op().length];
        for (var p = 0; p < inside.length; p++) {
            inside[p] = map.op()[p] > NOTICEABLE;
        }
        var shares = new ArrayList<Double>();
        var seen = new boolean[inside.length];
        var columns = map.x().range().points();
        for (var p = 0; p < inside.length; p++) {
            if (inside[p] && !seen[p]) {
                shares.add((double) flood(inside, seen, p, columns) / inside.length);
            }
        }
        shares.sort(Collections.reverseOrder());
        return new Basins(inside, List.copyOf(shares));
    }

    private static int flood(boolean[] inside, boolean[] seen, int start, int columns) {
        var next = new ArrayDeque<Integer>();
        next.add(start);
        seen[start] = true;
        var count = 0;
        while (!next.isEmpty()) {
            var p = next.remove();
            count++;
            var column = p % columns;
            var beside =
                    new int[] {column > 0 ? p - 1 : -1, column + 1 < columns ? p + 1 : -1, p - columns, p + columns};
            for (var q : beside) {
                if (q >= 0 && q < inside.length && inside[q] && !seen[q]) {
                    seen[q] = true;
                    next.add(q);
                }
            }
        }
        return count;
    }
}
