package org.basinlab.causal;

import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.experiment.Progress;

/** A stretch of a course in ten equal pieces, by whose scatter a mean over it is known. */
final class Pieces {
    private static final int COUNT = 10;
    private static final int BATCH = 4096;

    private Pieces() {}

    /**
     * Goes along a course from its start.
     *
     * @param first    step at which the first piece begins
     * @param last     step at which the last one ends; more than first
     * @param advance  takes a step
     * @param look     called at the beginning of the first piece and at the end of each
     * @param progress advanced by each step
     * @return how many pieces there are: fewer than ten where there are fewer steps
     */
    static int along(long first, long last, Runnable advance, Runnable look, Progress progress) {
        var count = (int) Math.min(COUNT, last - first);
        var seen = 0;
        for (var k = 0L; k <= last; k++) {
            if (k == first + (last - first) * seen / count) {
                look.run();
                seen++;
            }
            if (k < last) {
                advance.run();
            }
            if (k % BATCH == BATCH - 1) {
                progress.advance(BATCH);
            }
        }
        progress.advance((last + 1) % BATCH);
        return count;
    }

    /** One standard error of the mean of the pieces; NaN for one, which says nothing of scatter. */
    static double error(double[] pieces) {
        return pieces.length < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(pieces) / pieces.length);
    }
}
