package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

/**
 * The mean time an {@link Equation}'s process takes from one W to a higher one, by quadrature:
 *
 * <pre>  tau = integral over y from start to target of R(y),
 *   R(y) = 1 / (a(y) P(y)) integral over z up to y of P(z),   a = T^2 D / 2</pre>
 *
 * <p>with P the density without current (L. Pontryagin, A. Andronov and A. Vitt 1933). R(y) dy is the mean time taken from
 * y to y + dy. It obeys {@code R' = 1/a - R (log aP)'}, and is carried from cell to cell by that equation's exact
 * solution with {@code a} and {@code (log aP)'} constant in a cell: no cancellation, and where there is no noise R is
 * 1 / speed. Times of any size are held by their logarithms. The error is of second order in the cell width.
 *
 * @param logSteps log of tau
 */
public record PassageTime(double logSteps) {
    /** tau, in steps; infinite where it is beyond a double. */
    public double steps() {
        return Math.exp(logSteps);
    }

    /** 1 / tau, in escapes a step. */
    public double rate() {
        return Math.exp(-logSteps);
    }

    /**
     * That of an equation.
     *
     * @param low    a closed end below the start, far enough that it does not matter, or where the drift leads upwards
     *     and there is no noise
     * @param cells  equal ones from low to target
     * @throws org.basinlab.experiment.InputException where the process cannot pass, for want of noise
     */
    public static PassageTime of(Equation equation, double low, double start, double target, int cells) {
        require(
                low <= start && start < target,
                "a passage needs low <= start < target, got %s, %s, %s",
                low,
                start,
                target);
        require(cells >= 2, "at least two cells are needed, got %s", cells);
        var tau = Double.NEGATIVE_INFINITY;
        var r = Double.NEGATIVE_INFINITY;
        var below = Math.max(0, (int) Math.rint(cells * (start - low) / (target - low)));
        var above = Math.max(1, cells - below);
        for (var i = 0; i < below + above; i++) {
            var counted = i >= below;
            var from = counted ? start + (target - start) * (i - below) / above : low + (start - low) * i / below;
            var to = counted
                    ? start + (target - start) * (i - below + 1) / above
                    : low + (start - low) * (i + 1) / below;
            var next = carried(equation, r, from, to);
            if (counted) {
                require(
                        next < Double.POSITIVE_INFINITY,
                        "there is no noise to climb with at W = %s: the equation never leaves",
                        0.5 * (from + to));
                tau = logSum(tau, Math.log(0.5 * (to - from)) + logSum(r, next));
            }
            r = next;
        }
        return new PassageTime(tau);
    }

    /** log R at the upper end of a cell, from that at the lower. */
    private static double carried(Equation equation, double r, double from, double to) {
        var middle = 0.5 * (from + to);
        var h = to - from;
        var a = equation.spreading(middle);
        var drift = equation.temperature() * equation.drift(middle);
        if (a == 0) {
            return drift < 0 ? -Math.log(-drift) : Double.POSITIVE_INFINITY;
        }
        var slope = (equation.spreading(to) - equation.spreading(from)) / h;
        var q = ((1 - equation.share()) * slope - drift) * h / a;
        // R e^-q + (h/a) (1 - e^-q) / q, each factor without cancellation.
        var gained = q == 0 ? Math.log(h / a) : Math.log(h / a) + logFraction(q);
        return logSum(r - q, gained);
    }

    /** log((1 - e^-q) / q). */
    private static double logFraction(double q) {
        return q > 0 ? Math.log(-Math.expm1(-q) / q) : -q + Math.log(Math.expm1(q) / q);
    }

    private static double logSum(double x, double y) {
        var most = Math.max(x, y);
        return Double.isInfinite(most) ? most : most + Math.log1p(Math.exp(-Math.abs(x - y)));
    }
}
