package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.walkers.Start;

/**
 * How far the density of an equation spreads in some time: an interval through whose ends less than 1e-10 of it ever
 * passes. Found by a coarse solution between absorbing ends, moved out until they absorb no more than that.
 *
 * @param low  the lower end
 * @param high the upper end
 */
public record Reach(double low, double high) {
    private static final double LOSS = 1e-10;
    private static final int CELLS = 400;
    private static final int STEPS = 60;
    private static final double DEVIATIONS = 8;
    private static final int TRIES = 80;

    /**
     * That of an equation.
     *
     * @param time how long, in steps
     * @throws org.basinlab.experiment.InputException where the density spreads without bound or to where the losses are
     *     not finite
     */
    public static Reach of(Equation equation, Start start, double time) {
        var low = 0.0;
        var high = 0.0;
        if (start instanceof Start.Normal normal) {
            low = Math.max(normal.low(), normal.mean() - DEVIATIONS * normal.sd());
            high = Math.max(normal.mean(), low) + DEVIATIONS * normal.sd();
        } else if (start instanceof Start.Point point) {
            var step = equation.temperature()
                    * (Math.abs(equation.drift(point.w())) + Math.sqrt(equation.diffusion(point.w())));
            var half = Math.max(step, 1e-3 * Math.max(1, Math.abs(point.w())));
            low = point.w() - half;
            high = point.w() + half;
        }
        for (var tries = 0; tries < TRIES; tries++) {
            var lost = lost(equation, start, time, low, high);
            if (!(lost[0] > LOSS) && !(lost[1] > LOSS)) {
                return new Reach(low, high);
            }
            var more = 0.25 * (high - low);
            low -= lost[0] > LOSS ? more : 0;
            high += lost[1] > LOSS ? more : 0;
        }
        require(false, "the density spreads beyond W = %s to %s: give a shorter --time or the --domain", low, high);
        throw new AssertionError();
    }

    /** What passes the lower and the upper end. */
    private static double[] lost(Equation equation, Start start, double time, double low, double high) {
        var mesh = Mesh.uniform(low, high, CELLS);
        var rates = new Rates(equation, mesh, Edge.ABSORBING, Edge.ABSORBING);
        require(finite(rates), "the losses have no finite gradients between W = %s and %s, where SGD comes", low, high);
        var masses = Beginning.masses(start, mesh);
        var stepper = new Stepper(rates);
        var lost = new double[2];
        var before = 0.0;
        for (var k = 1; k <= STEPS; k++) {
            var now = time * Math.pow((double) k / STEPS, 3);
            stepper.backwardEuler(masses, now - before);
            lost[0] += (now - before) * rates.down[0] * masses[0];
            lost[1] += (now - before) * rates.up[CELLS - 1] * masses[CELLS - 1];
            before = now;
        }
        return lost;
    }

    private static boolean finite(Rates rates) {
        for (var i = 0; i < rates.up.length; i++) {
            if (!Double.isFinite(rates.up[i]) || !Double.isFinite(rates.down[i])) {
                return false;
            }
        }
        return true;
    }
}
