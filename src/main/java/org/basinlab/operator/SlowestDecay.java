package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.function.Supplier;
import org.basinlab.landscape.SgdStep;

/**
 * The mean time until a chain from a point leaves its interval above, and how it decays in the end.
 *
 * <p>Stepping is fast but can be deceived: a law that rests in one of several traps looks settled, though all of it will be
 * in another before it leaves. So {@link Elimination} is asked on a coarse grid as well, and does all grids where the two
 * differ, or the law is slow to settle. Where one way misses the tolerance the other is tried.
 *
 * @param levels its values are 1 / mean time and 1 - eigenvalue; its law is the quasi-stationary one
 */
record SlowestDecay(Levels levels) {
    private static final int MOST_CELLS = 1 << 16;
    private static final int COARSE_CELLS = 500;
    private static final int MOST_DIRECT_CELLS = 1 << 14;
    /** Multiplications until a law has to have settled. */
    private static final double MOST_WORK = 1e9;

    private static final double MOST_COARSE_WORK = 1e8;
    /** On the coarse grid: if settling takes more, elimination is asked first. */
    private static final double QUICK = 2e7;
    /** What the two ways may differ by: their accuracy, that of settling, is far better. */
    private static final double SAME = 1e-6;

    static SlowestDecay of(SgdStep step, Maps maps, double start, Grid grid, double tolerance) {
        var first = Beginning.of(maps, start, grid.high(), Integer.MAX_VALUE - 1);
        var coarse = Fitting.grid(step, start, grid.low(), grid.high(), COARSE_CELLS);
        var operator = new TransitionOperator(step, coarse);
        var direct = eliminated(operator, first);
        var stepped = stepped(operator, first, MOST_COARSE_WORK);
        var sound = stepped != null && alike(direct, stepped);
        // A coarse grid spreads W faster than SGD does, so that the law may settle later on a finer one, or never.
        Supplier<Levels> stepping = () -> Levels.of(
                grid, MOST_CELLS, tolerance, 0, g -> stepped(new TransitionOperator(step, g), first, MOST_WORK));
        Supplier<Levels> eliminating = () -> Levels.of(
                Fitting.grid(step, coarse, o -> new FirstPassage(o).stakes(placed(o, first))),
                MOST_DIRECT_CELLS,
                tolerance,
                0,
                g -> eliminated(new TransitionOperator(step, g), first));
        var quick = sound && stepped.work() <= QUICK;
        var levels = quick ? stepping.get() : eliminating.get();
        if (error(levels) > tolerance && sound) {
            var other = quick ? eliminating.get() : stepping.get();
            levels = error(other) < error(levels) ? other : levels;
        }
        checked(levels.finest());
        return new SlowestDecay(levels);
    }

    /** The greatest relative one. */
    private static double error(Levels levels) {
        return levels == null
                ? Double.POSITIVE_INFINITY
                : Arrays.stream(levels.estimates())
                        .mapToDouble(e -> e.error() / e.value())
                        .max()
                        .orElseThrow();
    }

    private static boolean alike(Level a, Level b) {
        for (var i = 0; i < a.values().length; i++) {
            if (Math.abs(a.values()[i] - b.values()[i]) > SAME * a.values()[i]) {
                return false;
            }
        }
        return true;
    }

    private static void checked(Level level) {
        require(
                level.loss()[1] <= 0.1 * level.values()[1],
                "W wanders off below %s sooner than over the barrier: there is no mean time until it escapes",
                level.grid().low());
    }

    private static double[] placed(TransitionOperator operator, Beginning first) {
        var law = new double[operator.grid().cells()];
        for (var w : first.end().places()) {
            operator.place(w, first.end().each(), law);
        }
        return law;
    }

    private static Level eliminated(TransitionOperator operator, Beginning first) {
        var grid = operator.grid();
        var law = placed(operator, first);
        var passage = new FirstPassage(operator);
        var settled = passage.settled();
        var rate = 1 / (first.time() + passage.meanTime(law));
        var loss = TransitionOperator.dot(settled.law(), operator.below());
        return new Level(
                grid,
                new double[] {rate, settled.rate()},
                new double[] {loss, loss},
                settled.law(),
                Elimination.cost(operator));
    }

    /** Null if the law does not settle, or so little leaves that it cannot be seen. */
    private static Level stepped(TransitionOperator operator, Beginning first, double most) {
        var decay = new Decay(operator, first, null);
        decay.run((int) Math.min(Integer.MAX_VALUE, first.steps() + most / operator.entries()));
        if (!decay.settled()) {
            return null;
        }
        var rate = decay.hazard() + decay.loss();
        return new Level(
                operator.grid(),
                new double[] {1 / (first.time() + decay.meanTime()), rate},
                new double[] {decay.loss(), decay.loss()},
                decay.law(),
                decay.work());
    }
}
