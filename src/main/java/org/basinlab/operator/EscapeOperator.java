package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.SgdStep;

/**
 * Escape over a barrier from a point, exactly: no walkers, no chance.
 *
 * <p>The law of W begins at a point {@code start < barrier}. Its first steps are followed atom by atom while the atoms are
 * few; then it goes on as a density under the {@link TransitionOperator}. "Ever" and the rates are of the chain killed
 * beyond the barrier, on the interval from the lowest place reached up to the barrier; "at the end" is of the whole
 * chain, on an interval that goes on to where nobody comes back any more; where that is the barrier itself both are the
 * same. Cells are narrow where it matters, and are halved until {@link Estimate} is content.
 *
 * <p>Once the law is quasi-stationary, survival is geometric and any further number of steps costs nothing.
 *
 * <p>What can go wrong: noise that drives W off without bound is cut off far out, and what is lost there counts into the
 * errors; a number of steps just large enough for one escape is a sum over few paths, whose jumps no grid renders
 * smoothly, and the error says so.
 *
 * <p>It keeps what it has worked out: one thread at a time may ask it.
 */
public final class EscapeOperator {
    private static final int FEWEST_CELLS = 1000;
    private static final int MOST_CELLS = 1 << 16;
    /** Probabilities below it need not come out to the tolerance; their errors are told. */
    private static final double SMALLEST = 1e-14;

    private final SgdStep step;
    private final double start;
    private final double barrier;
    private final double tolerance;
    private final Maps maps;
    private final Hull reached;
    private Grid near;
    private SlowestDecay slowest;

    /**
     * Escape from a point.
     *
     * @param start     where W begins
     * @param barrier   escaped is W > barrier; above the start
     * @param tolerance relative, of all results: more than 0, at most 0.1
     */
    public EscapeOperator(SgdStep step, double start, double barrier, double tolerance) {
        require(Double.isFinite(start), "--start must be a finite number, got %s", start);
        require(Double.isFinite(barrier), "--barrier must be a finite number, got %s", barrier);
        require(start < barrier, "--barrier must be above --start: %s is not above %s", barrier, start);
        require(tolerance > 0 && tolerance <= 0.1, "--tolerance must be above 0 and at most 0.1, got %s", tolerance);
        this.step = step;
        this.start = start;
        this.barrier = barrier;
        this.tolerance = tolerance;
        maps = new Maps(step);
        reached = Hull.of(maps, start, start, barrier, barrier - start, Hull.ROUNDS);
        require(
                reached.rounds() >= 0 || reached.closed(),
                "the barrier at %s is more steps from the start than the operator looks for: "
                        + "give a larger --temperature or a nearer --barrier",
                barrier);
    }

    /** As the other, to a relative 0.001. */
    public EscapeOperator(SgdStep step, double start, double barrier) {
        this(step, start, barrier, 1e-3);
    }

    /** The least number of steps after which W can be beyond the barrier; -1 if it never can. */
    public int fewestSteps() {
        return reached.rounds();
    }

    /** As {@link #escapes(int[], Progress)}, telling nobody. */
    public List<Escape> escapes(int... steps) {
        return escapes(steps, Progress.NONE);
    }

    /**
     * Probabilities of escape.
     *
     * @param steps ascending, at least 0
     */
    public List<Escape> escapes(int[] steps, Progress progress) {
        Steps.check(steps);
        if (reached.rounds() < 0) {
            return Arrays.stream(steps).mapToObj(n -> new Escape(n, 0, 0, 0, 0)).toList();
        }
        progress.note("escapes");
        var ever = ever(steps);
        var region = Region.of(maps, start, barrier, steps[steps.length - 1]);
        var atEnd = region.noReturn() > barrier ? atEnd(region, steps) : ever;
        var escapes = new ArrayList<Escape>();
        for (var i = 0; i < steps.length; i++) {
            escapes.add(new Escape(steps[i], atEnd[i].value(), ever[i].value(), atEnd[i].error(), ever[i].error()));
        }
        return escapes;
    }

    private Estimate[] ever(int... steps) {
        var first = Beginning.of(maps, start, barrier, steps[steps.length - 1]);
        return probabilities(
                steps, first, near(), true, grid -> new Decay(new TransitionOperator(step, grid), first, null));
    }

    private Estimate[] atEnd(Region region, int... steps) {
        var first = Beginning.of(maps, start, region.noReturn(), steps[steps.length - 1]);
        var wide = Fitting.grid(step, start, region.low(), region.noReturn(), FEWEST_CELLS)
                .through(barrier);
        return probabilities(steps, first, wide, region.stays(), grid -> {
            var operator = new TransitionOperator(step, grid);
            return new Decay(operator, first, operator.beyond(barrier));
        });
    }

    /** Before anybody can escape, and in the beginning, they are sums of equal weights without an error to speak of. */
    private Estimate[] probabilities(
            int[] steps, Beginning first, Grid grid, boolean forEver, Function<Grid, Decay> chain) {
        var estimates = new Estimate[steps.length];
        var known = 0;
        var exact = first.over() ? Integer.MAX_VALUE : Math.max(first.steps(), reached.rounds() - 1);
        while (known < steps.length && steps[known] <= exact) {
            var atoms = first.laws().get(Math.min(steps[known], first.steps()));
            estimates[known++] = new Estimate(atoms.beyond(barrier), 0);
        }
        if (known < steps.length) {
            var later = Arrays.copyOfRange(steps, known, steps.length);
            var levels = Levels.of(grid, MOST_CELLS, tolerance, SMALLEST, g -> level(chain.apply(g), forEver, later));
            for (var i = 0; i < later.length; i++) {
                var estimate = levels.estimates()[i];
                // The truth is a sum of paths of equal weight, one of which may be on the wrong side of the barrier.
                var path = Math.pow(maps.count(), -later[i]);
                estimates[known + i] = new Estimate(Math.min(1, estimate.value()), estimate.error() + path);
            }
        }
        return estimates;
    }

    /** If not for ever, what has left above might have come back. */
    private static Level level(Decay decay, boolean forEver, int... steps) {
        var values = new double[steps.length];
        var loss = new double[steps.length];
        for (var i = 0; i < steps.length; i++) {
            decay.run(steps[i]);
            values[i] = decay.seen(steps[i]);
            loss[i] = decay.lost(steps[i]) + (forEver ? 0 : decay.escaped(steps[i]));
        }
        return new Level(decay.grid(), values, loss, decay.law(), decay.work());
    }

    private Grid near() {
        if (near == null) {
            near = Fitting.grid(step, start, reached.low(), barrier, FEWEST_CELLS);
        }
        return near;
    }

    /** As {@link #rates(Progress)}, telling nobody. */
    public Rates rates() {
        return rates(Progress.NONE);
    }

    /** Escape a step; all 0 if the barrier cannot be reached. */
    public Rates rates(Progress progress) {
        if (reached.rounds() < 0) {
            return new Rates(0, 0, 0, 0);
        }
        progress.note("rates");
        var estimates = decay().levels().estimates();
        return new Rates(estimates[0].value(), estimates[0].error(), estimates[1].value(), estimates[1].error());
    }

    private SlowestDecay decay() {
        if (slowest == null) {
            slowest = SlowestDecay.of(step, maps, start, near(), tolerance);
        }
        return slowest;
    }

    /** The law of W on this side of the barrier after very many steps, if it has not escaped; its mass is 1. */
    public Density quasiStationary() {
        require(
                reached.rounds() >= 0,
                "the barrier at %s cannot be reached: the law never becomes quasi-stationary",
                barrier);
        var finest = decay().levels().finest();
        return new Density(finest.grid(), finest.law());
    }

    /** The law of the W that have never been beyond the barrier, after some steps; its mass is their share. */
    public Density density(int steps) {
        Steps.check(new int[] {steps});
        var first = Beginning.of(maps, start, barrier, steps);
        var decay = new Decay(new TransitionOperator(step, near().halved().halved()), first, null);
        decay.run(steps);
        var mass = decay.law();
        for (var i = 0; i < mass.length; i++) {
            mass[i] *= decay.survival(steps);
        }
        return new Density(decay.grid(), mass);
    }
}
