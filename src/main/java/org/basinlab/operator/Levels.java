package org.basinlab.operator;

import java.util.function.Function;

/**
 * Answers from grids, each with its cells halved, until the errors are small or the next one would be too dear.
 *
 * @param estimates of each value
 * @param finest    the last grid's answer
 */
record Levels(Estimate[] estimates, Level finest) {
    /** Multiplications on one grid: some seconds. */
    private static final double MOST_WORK = 3e9;

    /**
     * At least three; null if one of these has no answer. If a later one has none, the last before it stands.
     *
     * @param mostCells of the finest grid
     * @param tolerance relative error wanted
     * @param smallest  values below it need not come out to it
     */
    static Levels of(Grid first, int mostCells, double tolerance, double smallest, Function<Grid, Level> solve) {
        var coarse = solve.apply(first);
        var middle = coarse == null ? null : solve.apply(first.halved());
        var fine = middle == null ? null : solve.apply(middle.grid().halved());
        Levels levels = null;
        while (fine != null) {
            levels = new Levels(estimates(coarse, middle, fine), fine);
            // The next has twice the cells, and the steps may be more.
            if (levels.good(tolerance, smallest)
                    || 2 * fine.grid().cells() > mostCells
                    || 3 * fine.work() > MOST_WORK) {
                break;
            }
            coarse = middle;
            middle = fine;
            fine = solve.apply(middle.grid().halved());
        }
        return levels;
    }

    private boolean good(double tolerance, double smallest) {
        for (var i = 0; i < estimates.length; i++) {
            // No grid makes good what the interval's ends have done.
            if (!estimates[i].within(tolerance)
                    && !(Math.abs(estimates[i].value()) < smallest)
                    && estimates[i].error() > 2 * finest.loss()[i]) {
                return false;
            }
        }
        return true;
    }

    private static Estimate[] estimates(Level coarse, Level middle, Level fine) {
        var estimates = new Estimate[fine.values().length];
        for (var i = 0; i < estimates.length; i++) {
            var refined = Estimate.of(coarse.values()[i], middle.values()[i], fine.values()[i]);
            estimates[i] = new Estimate(refined.value(), refined.error() + fine.loss()[i]);
        }
        return estimates;
    }
}
