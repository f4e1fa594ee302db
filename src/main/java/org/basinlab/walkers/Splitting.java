package org.basinlab.walkers;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Threads;
import org.basinlab.landscape.SgdStep;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.Interval;
import org.basinlab.stats.StudentInterval;
import org.basinlab.stats.WilsonInterval;

/**
 * Escape probabilities too small to be met by chance: multilevel splitting with fixed effort (M. J. J. Garvels 2000;
 * H. Kahn and T. E. Harris 1951). Levels of W lie between the start and the barrier. Of N walkers from the start, a share
 * p_1 gets beyond the first level within its time; N walkers go on from the states, place and time, of arrivals drawn with
 * replacement, a share p_2 gets beyond the second; and so on. The product of the shares is an unbiased estimate of the
 * probability of being beyond the barrier after some step, whatever the levels; good levels make it precise. From the
 * barrier N walkers go on to the end, for the probability of being beyond it then.
 *
 * <p>The levels come from a first, small run of their own. The walkers are {@link #RUNS} independent runs, and the interval is
 * Student's of their results; where none arrives in any of them, it ends at what none of so many from the last level that
 * was reached may mean.
 */
public final class Splitting {
    /** Independent runs. */
    public static final int RUNS = 20;

    /** Each level is to be reached by this share of the walkers from the one before. */
    private static final double SHARE = 0.2;

    /** For steps of the first run: it looks no further ahead than a walker needs to get out or fall back. */
    private static final int AHEAD = 512;

    private static final int FIRST_RUN = 2000;
    private static final int MOST_LEVELS = 200;

    private final int threads;

    /** On so many threads; the results do not depend on them. */
    public Splitting(int threads) {
        this.threads = threads;
    }

    /**
     * What came out for one number of steps.
     *
     * @param atEnd   probability of W beyond the barrier after the steps
     * @param ever    probability of W beyond it after some step
     * @param atEnd95 interval of the first
     * @param ever95  interval of the second
     * @param levels  that were between start and barrier
     */
    public record Estimate(int steps, double atEnd, double ever, Interval atEnd95, Interval ever95, int levels) {}

    /**
     * Estimates for several numbers of steps, each by itself.
     *
     * @param walkers a stage, in all runs together
     */
    public List<Estimate> run(
            SgdStep step, double start, double barrier, int[] steps, long walkers, long seed, Progress progress) {
        require(
                walkers >= 10L * RUNS && walkers <= Integer.MAX_VALUE,
                "--walkers must be from %s to 2147483647 for splitting, got %s",
                10 * RUNS,
                walkers);
        require(barrier > start, "the barrier, %s, must lie beyond the start, %s", barrier, start);
        var estimates = new ArrayList<Estimate>();
        for (var horizon : steps) {
            var levels = levels(step, start, barrier, horizon, seed);
            var each = (int) (walkers / RUNS);
            var tasks = new ArrayList<Callable<Outcome>>();
            for (var run = 0; run < RUNS; run++) {
                var number = run;
                tasks.add(() -> {
                    var outcome = new Run(step, start, levels, horizon, each, seed, number).outcome();
                    progress.advance(1);
                    return outcome;
                });
            }
            estimates.add(estimate(horizon, Threads.all(threads, tasks), each, levels.length - 1));
        }
        return estimates;
    }

    private static Estimate estimate(int steps, List<Outcome> runs, int walkers, int levels) {
        var atEnd = runs.stream().mapToDouble(Outcome::atEnd).toArray();
        var ever = runs.stream().mapToDouble(Outcome::ever).toArray();
        // None of so many from the furthest that was reached, by Wilson.
        var none = WilsonInterval.of(0, (long) RUNS * walkers).high()
                * runs.stream().mapToDouble(Outcome::reached).average().orElseThrow();
        return new Estimate(
                steps,
                StatUtils.mean(atEnd),
                StatUtils.mean(ever),
                interval(atEnd, none),
                interval(ever, none),
                levels);
    }

    private static Interval interval(double[] runs, double none) {
        return StatUtils.max(runs) == 0
                ? new Interval(0, none)
                : StudentInterval.ofMean(runs).inside(0, 1);
    }

    /** Levels, the barrier the last. */
    private static double[] levels(SgdStep step, double start, double barrier, int horizon, long seed) {
        var levels = new ArrayList<Double>();
        var states = States.all(FIRST_RUN, start);
        var within = Math.min(AHEAD, horizon);
        while (levels.size() < MOST_LEVELS) {
            var number = number(RUNS, levels.size());
            var furthest = new Stage(step, horizon, seed).furthest(states, number, within);
            Arrays.sort(furthest);
            var level = furthest[(int) ((1 - SHARE) * FIRST_RUN)];
            var last = levels.isEmpty() ? start : levels.get(levels.size() - 1);
            if (level >= barrier || level <= last) {
                break;
            }
            levels.add(level);
            var arrived = new Stage(step, horizon, seed)
                    .run(states, level, number, within)
                    .arrived();
            if (arrived.size() == 0) {
                break;
            }
            states = arrived.picked(drawn(seed, RUNS, levels.size(), FIRST_RUN, arrived.size()));
        }
        levels.add(barrier);
        return levels.stream().mapToDouble(level -> level).toArray();
    }

    /** Where the numbers of a stage's walkers begin. */
    private static long number(int run, int stage) {
        return ((long) run * (MOST_LEVELS + 2) + stage) << Integer.SIZE - 1;
    }

    private static int[] drawn(long seed, int run, int stage, int count, int bound) {
        var stream = new RandomStream(seed, RandomStream.SPLITTING, stage);
        var drawn = new int[count];
        for (var i = 0; i < count; i++) {
            drawn[i] = stream.below(bound, ((long) run << Integer.SIZE) + i);
        }
        return drawn;
    }

    /** One independent run. */
    private record Run(SgdStep step, double start, double[] levels, int horizon, int walkers, long seed, int run) {
        Outcome outcome() {
            var stage = new Stage(step, horizon, seed);
            var states = States.all(walkers, start);
            var ever = 1.0;
            for (var k = 0; k < levels.length; k++) {
                var arrived =
                        stage.run(states, levels[k], number(run, k), horizon).arrived();
                if (arrived.size() == 0) {
                    return new Outcome(0, 0, ever);
                }
                ever *= (double) arrived.size() / walkers;
                states = arrived.picked(drawn(seed, run, k + 1, walkers, arrived.size()));
            }
            var barrier = levels[levels.length - 1];
            var last = stage.run(states, Double.POSITIVE_INFINITY, number(run, levels.length), horizon);
            var beyond = Arrays.stream(last.w()).filter(w -> w > barrier).count();
            return new Outcome(ever * ((double) beyond / walkers), ever, ever);
        }
    }

    /**
     * What one run estimates.
     *
     * @param reached probability of getting beyond the last level that anybody got beyond
     */
    private record Outcome(double atEnd, double ever, double reached) {}
}
