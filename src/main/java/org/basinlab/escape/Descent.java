package org.basinlab.escape;

import java.util.stream.IntStream;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.SgdStep;
import org.basinlab.walkers.Draws;

/** Paths of W, step by step in double precision. */
final class Descent {
    private Descent() {}

    /** Gradient descent. */
    static double[] descent(SgdStep step, double start, int steps) {
        var all = IntStream.range(0, step.landscape().datapoints()).toArray();
        var w = from(start, steps);
        for (var n = 0; n < steps; n++) {
            w[n + 1] = step.from(w[n], all);
        }
        return w;
    }

    /** SGD with a walker's draws: the way that walker goes in every engine, but for rounding. */
    static double[] sgd(SgdStep step, double start, int steps, long seed, long walker) {
        var batches = step.batches();
        var draws = new Draws(seed, batches.count());
        var w = from(start, steps);
        for (var n = 0; n < steps; n++) {
            w[n + 1] = step.from(w[n], batches.batch(draws.batch(walker, n)));
        }
        return w;
    }

    /** Newton's form: k G / G' a step. */
    static double[] newton(Landscape landscape, double k, double start, int steps) {
        var w = from(start, steps);
        for (var n = 0; n < steps; n++) {
            w[n + 1] = w[n] - k * landscape.gradient(w[n]) / landscape.curvature(w[n]);
        }
        return w;
    }

    private static double[] from(double start, int steps) {
        var w = new double[steps + 1];
        w[0] = start;
        return w;
    }
}
