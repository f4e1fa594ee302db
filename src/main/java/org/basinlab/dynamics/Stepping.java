package org.basinlab.dynamics;

import static org.basinlab.experiment.InputException.require;

/**
 * A system and how it moves.
 *
 * @param system     what moves
 * @param integrator of a flow; a map needs none, and has it ignored
 * @param step       h, the time one step takes; positive
 * @param noise      added after every step
 */
public record Stepping(DynamicalSystem system, Integrator integrator, double step, Noise noise) {
    public Stepping {
        require(step > 0 && Double.isFinite(step), "--dt must be positive, got %s", step);
    }

    /** Without noise. */
    public Stepping(DynamicalSystem system, Integrator integrator, double step) {
        this(system, integrator, step, Noise.NONE);
    }

    /** The same of another system. */
    public Stepping of(DynamicalSystem other) {
        return new Stepping(other, integrator, step, noise);
    }

    /** Adds a step's noise to a state, which is modified. */
    public void disturb(double[] state, long taken) {
        noise.addTo(state, taken, step);
    }

    /** The number of steps nearest to a time. */
    public long steps(double time) {
        return Math.round(time / step);
    }

    /** The time after so many steps: of a step of 0.01, 140 are 1.4 and not 1.4000000000000001. */
    public double time(long steps) {
        var each = 1 / step;
        return Math.rint(each) * step == 1 ? steps / Math.rint(each) : steps * step;
    }
}
