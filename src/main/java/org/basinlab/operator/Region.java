package org.basinlab.operator;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The part of the line, on both sides of a barrier, in which W must be followed to know whether it is beyond the barrier
 * at the end.
 *
 * @param low      of what is reached from the start
 * @param noReturn from above here nobody comes back to the barrier's near side; the barrier itself, if escaping is for
 *     ever
 * @param stays    whether what leaves above {@code noReturn} does stay away, or was only not followed
 */
record Region(double low, double noReturn, boolean stays) {
    private static final int PLACES = 8192;

    /** For a number of steps. */
    static Region of(Maps maps, double start, double barrier, int steps) {
        var scale = barrier - start;
        var all = Hull.of(maps, start, start, Double.POSITIVE_INFINITY, scale, Math.min(steps, Hull.ROUNDS));
        if (all.high() <= barrier) {
            return new Region(all.low(), barrier, true);
        }
        var noReturn = noReturn(maps, places(barrier, barrier + scale, all.high()));
        return new Region(all.low(), noReturn, all.closed() || noReturn < all.high());
    }

    /** Close together near the barrier, however far W can get. */
    private static double[] places(double barrier, double near, double high) {
        var close = Math.min(near, high);
        return DoubleStream.concat(
                        IntStream.range(0, PLACES).mapToDouble(i -> barrier + (close - barrier) * i / PLACES),
                        IntStream.rangeClosed(0, PLACES).mapToDouble(i -> close + (high - close) * i / PLACES))
                .toArray();
    }

    /** The least s with phi_k(w) > s for all w in (s, high], by s <- the place after the last that comes to s or below. */
    private static double noReturn(Maps maps, double... places) {
        var lowest = Arrays.stream(places)
                .map(w -> Arrays.stream(maps.to(w)).min().orElseThrow())
                .toArray();
        // The barrier itself is not beyond it, and may be where W stays.
        var from = 0;
        var last = last(places[0], lowest, 1);
        while (last >= 0) {
            from = Math.min(last + 1, places.length - 1);
            last = from == last ? -1 : last(places[from], lowest, from);
        }
        return places[from];
    }

    /** The last place, of those from {@code from} on, whence a step comes to s or below; -1 for none. */
    private static int last(double s, double[] lowest, int from) {
        for (var i = lowest.length - 1; i >= from; i--) {
            if (lowest[i] <= s) {
                return i;
            }
        }
        return -1;
    }
}
