package org.basinlab.causal;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.dynamics.Law;
import org.basinlab.dynamics.StateRounding;
import org.basinlab.experiment.Progress;

/**
 * The rate at which Op grows as the posts would measure it, by differences of worlds, with a bound of what rounding does to it.
 *
 * <p>Each of the worlds is rounded on its own, so x_m - w_m is wrong by at most the square root of two times the bound of one
 * course ({@link StateRounding}), and y_m - w_m by so much of a course driven by A; with e_x and e_y these bounds relative to the
 * differences, Op is wrong by at most {@code -log(1 - e_x) - log(1 - e_y)}, to first order in the rounding of a step. What a
 * delta that is not small does to a system that is not linear is no rounding and not in it.
 */
public final class DifferenceRate {
    private static final int BATCH = 1024;

    private final Question question;
    private final Worlds worlds;
    private final StateRounding free;
    private final StateRounding frozen;

    private DifferenceRate(Question question, double delta) {
        this.question = question;
        worlds = new Worlds(question, delta);
        free = new StateRounding(question.stepping(), question.frozen());
        frozen = new StateRounding(question.stepping(), question.frozen());
    }

    /**
     * The rate of each node m, with the bound as its error; infinite where rounding may have left nothing of a difference, NaN for
     * nodes that are no variables.
     *
     * @param delta    by which n is changed
     * @param first    t0 in steps
     * @param last     t1 in steps; more than first
     * @param progress advanced by each step
     */
    public static List<Rate> of(Question question, double delta, long first, long last, Progress progress) {
        var course = new DifferenceRate(question, delta);
        course.advance(0, first, progress);
        var from = course.look();
        course.advance(first, last, progress);
        var to = course.look();
        var rates = new ArrayList<Rate>();
        for (var i = 0; i < question.to().size(); i++) {
            var time = to.time - from.time;
            var gained = to.comps.get(i).op() - from.comps.get(i).op();
            rates.add(new Rate(
                    question.to().get(i),
                    from.time,
                    to.time,
                    Double.isFinite(gained) ? gained / time : Double.NaN,
                    (from.errors[i] + to.errors[i]) / time));
        }
        return rates;
    }

    private record Look(double time, List<Comp> comps, double[] errors) {}

    private void advance(long from, long to, Progress progress) {
        for (var k = from; k < to; k++) {
            var state = worlds.state();
            free.advance(state, Law.FREE);
            frozen.advance(state, question.window().freezes(k) ? Law.FROZEN : Law.FREE);
            worlds.advance();
            if ((k - from) % BATCH == BATCH - 1) {
                progress.advance(BATCH);
            }
        }
        progress.advance((to - from) % BATCH);
    }

    private Look look() {
        var comps = worlds.comps();
        var variables = question.stepping().system().variables();
        var errors = new double[comps.size()];
        for (var i = 0; i < errors.length; i++) {
            var variable = variables.indexOf(question.to().get(i));
            errors[i] = variable < 0
                    ? Double.NaN
                    : lost(Math.sqrt(2) * free.bound(variable), comps.get(i).logFree())
                            + lost(
                                    Math.sqrt(2) * frozen.bound(variable),
                                    comps.get(i).logFrozen());
        }
        return new Look(worlds.time(), comps, errors);
    }

    /** How wrong the logarithm of a difference is that is wrong by a bound. */
    private static double lost(double bound, double logDifference) {
        var relative = bound * Math.exp(-logDifference);
        return relative < 1 ? -Math.log1p(-relative) : Double.POSITIVE_INFINITY;
    }
}
