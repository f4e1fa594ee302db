package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.function.DoubleBinaryOperator;

/**
 * The Fokker-Planck equation of two parameters with a full covariance,
 *
 * <pre>  dP/dt = -div rho,   rho_i = -T G_i P - (T^2/2) sum_j (S2_ij dP/dj + c dS2_ij/dj P)</pre>
 *
 * <p>on a closed rectangle, by positive rates ({@link PlaneRates}): mass is kept to rounding and no density is negative,
 * in the end state and for backward Euler's steps in time, whatever the covariance, the cells and the step. The
 * error is of second order in the cells where S2 is well conditioned, of first order in time.
 *
 * <p>c = 1 (Ito) or 0 (Fick). Stratonovich's form needs a root of S2, of which there are many in two parameters, and the
 * modified equations need derivatives of G; neither is offered.
 */
public final class PlaneFokkerPlanck {
    private final Rectangle grid;
    private final PlaneRates rates;

    private PlaneFokkerPlanck(Rectangle grid, PlaneRates rates) {
        this.grid = grid;
        this.rates = rates;
    }

    /**
     * That of a landscape.
     *
     * @param convention ITO or FICK
     */
    public static PlaneFokkerPlanck of(
            PlaneField field, double temperature, NoiseConvention convention, Rectangle grid) {
        require(temperature > 0 && Double.isFinite(temperature), "--temperature must be positive, got %s", temperature);
        require(
                convention == NoiseConvention.ITO || convention == NoiseConvention.FICK,
                "two parameters can be had with --convention ito or fick, not %s",
                convention);
        return new PlaneFokkerPlanck(grid, new PlaneRates(field, temperature, convention.share(1), grid));
    }

    /** How much noise was added for the scheme's sake, over the larger eigenvalue of S2 in cells: its mean over a density. */
    public double addedNoise(PlaneDensity density) {
        var sum = 0.0;
        for (var i = 0; i < rates.added.length; i++) {
            sum += rates.added[i] * density.density()[i];
        }
        return sum * grid.width() * grid.height();
    }

    /**
     * The end state.
     *
     * @throws org.basinlab.experiment.InputException where there is more than one
     */
    public PlaneDensity endState() {
        return density(new Elimination(rates.target, rates.rate, 0).endState());
    }

    /**
     * The density after some time, by equal steps of backward Euler.
     *
     * @param start proportional to the density at time 0
     */
    public PlaneDensity after(DoubleBinaryOperator start, double time, int steps) {
        require(steps >= 1 && time > 0, "time and steps must be positive, got %s and %s", time, steps);
        var masses = new double[grid.cells()];
        var sum = 0.0;
        for (var i = 0; i < masses.length; i++) {
            masses[i] = start.applyAsDouble(grid.x(i), grid.y(i));
            require(masses[i] >= 0, "a density cannot be negative, got %s", masses[i]);
            sum += masses[i];
        }
        require(sum > 0, "nothing of the start lies in the rectangle");
        for (var i = 0; i < masses.length; i++) {
            masses[i] /= sum;
        }
        var leak = steps / time;
        var elimination = new Elimination(rates.target, rates.rate, leak);
        for (var k = 0; k < steps; k++) {
            for (var i = 0; i < masses.length; i++) {
                masses[i] *= leak;
            }
            elimination.solve(masses);
        }
        return density(masses);
    }

    /** With its current: half of what jumps between two cells is counted at each, along the jump. */
    private PlaneDensity density(double[] masses) {
        var area = grid.width() * grid.height();
        var density = new double[masses.length];
        var currentX = new double[masses.length];
        var currentY = new double[masses.length];
        for (var i = 0; i < masses.length; i++) {
            density[i] = masses[i] / area;
            for (var k = 0; k < rates.rate[i].length; k++) {
                var to = rates.target[i][k];
                var flow = 0.5 * rates.rate[i][k] * density[i];
                var right = flow * (grid.x(to) - grid.x(i));
                var up = flow * (grid.y(to) - grid.y(i));
                currentX[i] += right;
                currentX[to] += right;
                currentY[i] += up;
                currentY[to] += up;
            }
        }
        return new PlaneDensity(grid, density, currentX, currentY);
    }
}
