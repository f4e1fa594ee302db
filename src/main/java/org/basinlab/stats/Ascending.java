package org.basinlab.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The order in which step-wise adjustments go through p-values. */
final class Ascending {
    private Ascending() {}

    /** The places of the numbers, the least first, equal ones in the order given; NaN has none. */
    static int[] order(double[] p) {
        return IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
    }
}
