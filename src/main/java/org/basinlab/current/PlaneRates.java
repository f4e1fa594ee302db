package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

/**
 * The Fokker-Planck equation of two parameters as rates of jumping between the cells of a rectangle: six from each cell,
 * none negative, none out of the rectangle.
 *
 * <p>With {@code a = (T^2/2) S2} in units of cells split by {@link Selling} and the drift b written as a k, the rate from a
 * cell along e is {@code weight b(-q)}, q = e.k, and backwards {@code weight b(q)}, b(q) = q / (e^q - 1) (Scharfetter and
 * Gummel's). Together they have drift b exactly, and diffusion a but for a term of second order in the cell. The rates
 * are those at the cell departed from, which is Ito's form, {@code d^2(a P)}.
 *
 * <p>Where S2 is nearly singular (two datapoints: always), directions would have to be arbitrarily long, and the drift
 * across the noise would have to be made of currents that nearly cancel. Noise is added evenly, doubled until directions
 * span at most the cube root of the number of cells across (beside the edges one cell), and until no q is above 2: that
 * much noise upwinding would add too. The error goes with the width to the power 2/3 there; it is reported.
 */
final class PlaneRates {
    private static final int JUMPS = 6;
    /** Of the eigenvalues' ratio, so that a k = b can be solved to ten digits. */
    private static final double LEAST = 1e-6;
    /** Of q. */
    private static final double STEEPEST = 2;

    final int[][] target;
    final double[][] rate;
    /** The noise added to each cell, over the larger eigenvalue there. */
    final double[] added;

    PlaneRates(PlaneField field, double temperature, double share, Rectangle grid) {
        target = new int[grid.cells()][JUMPS];
        rate = new double[grid.cells()][JUMPS];
        added = new double[grid.cells()];
        for (var cell = 0; cell < grid.cells(); cell++) {
            added[cell] = fill(field, temperature, share, grid, cell);
        }
    }

    private double fill(PlaneField field, double t, double share, Rectangle grid, int cell) {
        var x = grid.x(cell);
        var y = grid.y(cell);
        var g = field.gradient(x, y);
        var s = field.covariance(x, y);
        var byX = field.covarianceByX(x, y);
        var byY = field.covarianceByY(x, y);
        require(
                Double.isFinite(g[0]) && Double.isFinite(g[1]) && Double.isFinite(s.xx() + s.xy() + s.yy()),
                "the losses have no finite gradients at (%s, %s): keep the rectangle where they do",
                x,
                y);
        var half = 0.5 * t * t;
        var kept = half * (1 - share);
        var bx = (-t * g[0] + kept * (byX.xx() + byY.xy())) / grid.width();
        var by = (-t * g[1] + kept * (byX.xy() + byY.yy())) / grid.height();
        var a = new Covariance(
                half * s.xx() / (grid.width() * grid.width()),
                half * s.xy() / (grid.width() * grid.height()),
                half * s.yy() / (grid.height() * grid.height()));
        var largest = a.largest();
        if (largest == 0) {
            upwind(grid, cell, bx, by);
            return 0;
        }
        var more = a.smallest() < LEAST * largest ? LEAST * largest : 0;
        // Beside the edge long jumps would leave the rectangle and a cell might have none left to drain it.
        var longest = Math.max(2, (int) Math.cbrt(Math.min(grid.columns(), grid.rows())));
        longest = grid.inside(cell, longest) ? longest : 1;
        var noise = plus(a, more);
        var split = Selling.of(noise);
        while (split.longest() > longest || steepest(noise, split, bx, by) > STEEPEST) {
            more = Math.max(2 * more, LEAST * largest);
            noise = plus(a, more);
            split = Selling.of(noise);
        }
        var drive = solved(noise, bx, by);
        for (var k = 0; k < 3; k++) {
            var right = split.right()[k];
            var up = split.up()[k];
            var weight = split.weights()[k];
            var velocity = weight * (right * drive[0] + up * drive[1]);
            set(grid, cell, 2 * k, right, up, Rates.passing(weight, -velocity, 1));
            set(grid, cell, 2 * k + 1, -right, -up, Rates.passing(weight, velocity, 1));
        }
        return more / largest;
    }

    /** k of a k = b. */
    private static double[] solved(Covariance a, double bx, double by) {
        var det = a.determinant();
        return new double[] {(a.yy() * bx - a.xy() * by) / det, (a.xx() * by - a.xy() * bx) / det};
    }

    /** The largest q of the three directions. */
    private static double steepest(Covariance a, Selling split, double bx, double by) {
        var k = solved(a, bx, by);
        var most = 0.0;
        for (var e = 0; e < 3; e++) {
            var q = split.right()[e] * k[0] + split.up()[e] * k[1];
            most = split.weights()[e] > 0 ? Math.max(most, Math.abs(q)) : most;
        }
        return most;
    }

    private static Covariance plus(Covariance a, double more) {
        return new Covariance(a.xx() + more, a.xy(), a.yy() + more);
    }

    private void upwind(Rectangle grid, int cell, double bx, double by) {
        set(grid, cell, 0, 1, 0, Math.max(0, bx));
        set(grid, cell, 1, -1, 0, Math.max(0, -bx));
        set(grid, cell, 2, 0, 1, Math.max(0, by));
        set(grid, cell, 3, 0, -1, Math.max(0, -by));
        set(grid, cell, 4, 0, 0, 0);
        set(grid, cell, 5, 0, 0, 0);
    }

    private void set(Rectangle grid, int cell, int jump, int right, int up, double value) {
        var to = value > 0 ? grid.beside(cell, right, up) : -1;
        target[cell][jump] = to < 0 ? cell : to;
        rate[cell][jump] = to < 0 ? 0 : value;
    }
}
