package org.basinlab.causal;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;

/**
 * Op along a course.
 *
 * @param moments as often as asked for, the start and the end among them
 * @param flips   of the sign of Comp, step by step, between moments too: the first {@value #MOST_FLIPS}
 * @param flipCount how many there are
 */
public record OpCourse(List<Moment> moments, List<Flip> flips, long flipCount) {
    /** A course may be long, and Comp may change its sign every few steps. */
    public static final int MOST_FLIPS = 10_000;

    private static final int BATCH = 4096;

    /**
     * Follows a course.
     *
     * @param worlds   that are compared, at their start
     * @param every    steps between two moments
     * @param progress advanced by each step
     */
    public static OpCourse of(Compared worlds, long steps, long every, Progress progress) {
        var moments = new ArrayList<Moment>();
        var flips = new ArrayList<Flip>();
        var to = worlds.question().to();
        var last = new Comp[to.size()];
        var count = 0L;
        for (var k = 0L; k <= steps; k++) {
            var comps = worlds.comps();
            if (k % every == 0 || k == steps) {
                moments.add(new Moment(k, worlds.time(), worlds.state(), comps));
            }
            for (var i = 0; i < last.length; i++) {
                var comp = comps.get(i);
                if (last[i] != null && comp.sign() * last[i].sign() < 0) {
                    count++;
                    if (flips.size() < MOST_FLIPS) {
                        var change = comp.signFree() == last[i].signFree() ? "frozen" : "free";
                        flips.add(new Flip(to.get(i), worlds.time(), comp.sign(), change));
                    }
                }
                // A derivative that is 0 for a step or more has no sign to change.
                if (comp.sign() != 0) {
                    last[i] = comp;
                }
            }
            if (k < steps) {
                worlds.advance();
            }
            if (k % BATCH == BATCH - 1) {
                progress.advance(BATCH);
            }
        }
        progress.advance((steps + 1) % BATCH);
        return new OpCourse(List.copyOf(moments), List.copyOf(flips), count);
    }
}
