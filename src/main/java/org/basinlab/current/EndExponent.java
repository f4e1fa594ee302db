package org.basinlab.current;

import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Scenarios;
import org.basinlab.landscape.SgdStep;
import org.basinlab.operator.Density;
import org.basinlab.operator.Grid;
import org.basinlab.operator.TransitionOperator;

/**
 * The c of SGD's own end state: the slope of {@code log P + integral of 2 G / (T S2) dW} against {@code -log S2}, by least
 * squares weighted with P. P2's formula has 1/2, Ito's 1; for r inner steps {@link NoiseConvention} derives (1 + 1/r)/2.
 *
 * <p>Measured on g = (1 +- 0.9) W - 2, whose S2 varies much and whose chain forgets its start in 1/T steps.
 *
 * @param innerSteps r
 * @param measured   c
 * @param error      its difference from a coarser grid's
 * @param expected   (1 + 1/r) / 2
 * @param mean       of W
 * @param sd         of W
 */
record EndExponent(int innerSteps, double measured, double error, double expected, double mean, double sd) {
    /** T, of this and the long walks beside it. */
    static final double TEMPERATURE = 0.02;

    private static final double SPREAD = 0.9;
    private static final double LOW = 0.8;
    private static final double HIGH = 5;
    /** Where the law is fitted: four deviations and more either way. */
    private static final double FROM = 1.3;

    private static final double TO = 3;
    private static final int CELLS = 1000;
    private static final double LONG = 16;

    static Landscape landscape() {
        return Scenarios.linearGradients(SPREAD);
    }

    /** Steps until the start is forgotten. */
    static int longEnough() {
        return (int) (LONG / TEMPERATURE);
    }

    static EndExponent of(int innerSteps) {
        var step = new SgdStep(landscape(), TEMPERATURE, 1, innerSteps);
        var coarse = slope(step, law(step, CELLS));
        var law = law(step, 2 * CELLS);
        var fine = slope(step, law);
        return new EndExponent(
                innerSteps,
                fine,
                Math.abs(fine - coarse),
                NoiseConvention.MODIFIED.share(innerSteps),
                law.mean(),
                law.sd());
    }

    private static Density law(SgdStep step, int cells) {
        var grid = Grid.uniform(LOW, HIGH, cells);
        return new TransitionOperator(step, grid)
                .evolve(Density.normal(grid, 2, 0.2, LOW), new int[] {longEnough()}, Progress.NONE)
                .get(0)
                .law();
    }

    private static double slope(SgdStep step, Density law) {
        var grid = law.grid();
        var masses = law.mass();
        double sums = 0, sumX = 0, sumY = 0, sumXx = 0, sumXy = 0, exponent = 0;
        for (var i = 1; i < grid.cells(); i++) {
            var before = grid.centre(i - 1);
            var w = grid.centre(i);
            if (before < FROM || w > TO) {
                continue;
            }
            // Simpson's rule.
            exponent += (w - before) / 6 * (force(step, before) + 4 * force(step, 0.5 * (before + w)) + force(step, w));
            var x = -Math.log(step.variance(w));
            var y = Math.log(masses[i] / grid.width(i)) + exponent;
            sums += masses[i];
            sumX += masses[i] * x;
            sumY += masses[i] * y;
            sumXx += masses[i] * x * x;
            sumXy += masses[i] * x * y;
        }
        return (sumXy * sums - sumX * sumY) / (sumXx * sums - sumX * sumX);
    }

    private static double force(SgdStep step, double w) {
        return 2 * step.landscape().gradient(w) / (step.temperature() * step.variance(w));
    }
}
