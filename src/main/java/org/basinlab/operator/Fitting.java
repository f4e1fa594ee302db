package org.basinlab.operator;

import java.util.List;
import java.util.function.Function;
import org.basinlab.landscape.SgdStep;

/**
 * A grid with cells narrow where width matters.
 *
 * <p>A cell's width h adds a diffusion of about h^2 / 4 a step to the mass m in it, which changes the chance of escape u by
 * about {@code m h^2 u'' / 8}: the law now, times what becomes of it, times how badly the cell renders that. A first
 * grid gives m (forward) and u (backward); the error for a number of cells is least where each has the same part of the
 * integral of {@code (m u'' / h)^(1/3)}. A quarter of the cells is spread evenly, for what the first grid missed.
 */
final class Fitting {
    private static final int ROUNDS = 2;
    private static final int STEPS = 1000;
    private static final double EVEN = 0.25;
    private static final int BLUR = 8;

    private Fitting() {}

    /** What a grid is fitted to: masses of cells, and the function of W whose mean is wanted. */
    record Stakes(double[] mass, double[] function) {}

    /** Of an interval, for escape over its upper end in the steps until the law has settled. */
    static Grid grid(SgdStep step, double start, double low, double high, int cells) {
        return grid(step, Grid.uniform(low, high, cells), operator -> {
            var decay = new Decay(operator, new Beginning(List.of(Atoms.at(start))), null);
            decay.run(STEPS);
            return new Stakes(decay.law(), escape(operator, decay.steps()));
        });
    }

    /** As many cells as a first grid has. */
    static Grid grid(SgdStep step, Grid first, Function<TransitionOperator, Stakes> stakes) {
        var grid = first;
        for (var round = 0; round < ROUNDS; round++) {
            grid = grid.balanced(weight(grid, stakes.apply(new TransitionOperator(step, grid))), grid.cells());
        }
        return grid;
    }

    private static double[] weight(Grid grid, Stakes stakes) {
        var weight = new double[grid.cells()];
        for (var i = 1; i < weight.length - 1; i++) {
            weight[i] = Math.cbrt(stakes.mass[i] * Math.abs(bend(grid, stakes.function, i)));
        }
        var blurred = blur(weight);
        var total = 0.0;
        for (var w : blurred) {
            total += w;
        }
        for (var i = 0; i < weight.length; i++) {
            var even = grid.width(i) / (grid.high() - grid.low());
            blurred[i] = total > 0 ? blurred[i] / total + EVEN * even : even;
        }
        return blurred;
    }

    /** u: the chance to leave above in so many steps. */
    private static double[] escape(TransitionOperator operator, int steps) {
        var above = operator.above();
        var escape = above.clone();
        var next = new double[escape.length];
        for (var n = 1; n < steps; n++) {
            operator.pull(escape, next);
            for (var i = 0; i < next.length; i++) {
                next[i] += above[i];
            }
            var spare = escape;
            escape = next;
            next = spare;
        }
        return escape;
    }

    /** h^2 u''. */
    private static double bend(Grid grid, double[] u, int i) {
        var left = grid.centre(i) - grid.centre(i - 1);
        var right = grid.centre(i + 1) - grid.centre(i);
        var second = 2 * ((u[i + 1] - u[i]) / right - (u[i] - u[i - 1]) / left) / (left + right);
        return second * grid.width(i) * grid.width(i);
    }

    /** Means over neighbours, so that widths change slowly. */
    private static double[] blur(double[] weight) {
        var blurred = new double[weight.length];
        for (var i = 0; i < weight.length; i++) {
            var from = Math.max(0, i - BLUR);
            var to = Math.min(weight.length - 1, i + BLUR);
            for (var j = from; j <= to; j++) {
                blurred[i] += weight[j] / (to - from + 1);
            }
        }
        return blurred;
    }
}
