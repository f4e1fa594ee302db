package org.basinlab.bench;

import java.util.Arrays;

/**
 * Repeated timings of the same work.
 *
 * @param median seconds
 * @param spread (longest - shortest) / median
 */
public record Measured(double median, double spread) {
    /** After one run that does not count and at least {@code warmup} seconds of them, so many that do. */
    public static Measured of(double warmup, int repeats, Runnable work) {
        var begun = System.nanoTime();
        do {
            work.run();
        } while (System.nanoTime() - begun < warmup * 1e9);
        var seconds = new double[repeats];
        for (var i = 0; i < repeats; i++) {
            var start = System.nanoTime();
            work.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return of(seconds);
    }

    /** Of timings that were made. */
    static Measured of(double... times) {
        var seconds = times.clone();
        Arrays.sort(seconds);
        var median = (seconds[(seconds.length - 1) / 2] + seconds[seconds.length / 2]) / 2;
        return new Measured(median, (seconds[seconds.length - 1] - seconds[0]) / median);
    }
}
