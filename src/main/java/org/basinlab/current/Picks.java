package org.basinlab.current;

import java.util.stream.IntStream;

/** A few of many in even steps, the first and the last among them. */
final class Picks {
    private Picks() {}

    /** Which of {@code count}, ascending: at most {@code most}, at least 2. */
    static int[] of(int count, int most) {
        if (count <= most) {
            return IntStream.range(0, count).toArray();
        }
        return IntStream.range(0, most)
                .map(k -> (int) Math.rint((double) k * (count - 1) / (most - 1)))
                .toArray();
    }
}
