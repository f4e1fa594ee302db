package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.walkers.Start;

/**
 * Solves an {@link Equation} in time by finite volumes: exponentially fitted currents ({@link Rates}) and positive
 * implicit steps ({@link Stepper}) of second order, each chosen so that backward Euler's error in it is about a tolerance.
 *
 * <p>With closed edges the mass stays 1 to rounding, and no density is ever negative, for any landscape, temperature,
 * mesh and step. The error is of second order in the cell width where the noise is resolved, {@code T |G~| h < T^2 D}, and of first
 * order, upwind's, where it is not; without any noise {@link Characteristics} do better.
 *
 * @param equation  to solve
 * @param start     the density at time 0
 * @param barrier   mass at W beyond it has escaped; best a face of the mesh
 * @param mesh      the domain in cells
 * @param low       its lower edge
 * @param high      its upper edge
 * @param tolerance of a step: the mass that backward Euler would misplace in it; the scheme itself misplaces far less
 */
public record FokkerPlanck(
        Equation equation, Start start, double barrier, Mesh mesh, Edge low, Edge high, double tolerance) {
    private static final double TOLERANCE = 1e-4;
    /** Of the time between two looks, the first step. */
    private static final double FIRST = 1e-6;

    public FokkerPlanck {
        require(tolerance > 0 && tolerance < 1, "the tolerance must lie between 0 and 1, got %s", tolerance);
        require(!Double.isNaN(barrier), "--barrier must be a number");
    }

    /**
     * On a domain wide enough for the time, closed, with a mesh for the landscape.
     *
     * @param time  the longest it will be run for
     * @param cells about how many; 2000 are good for three digits in the pit
     */
    public static FokkerPlanck of(Equation equation, Start start, double barrier, double time, int cells) {
        require(time > 0 && Double.isFinite(time), "--time must be positive, got %s", time);
        var reach = Reach.of(equation, start, time);
        var mesh = Mesh.adapted(equation, start, reach.low(), reach.high(), cells, barrier);
        return on(equation, start, barrier, mesh);
    }

    /** On a closed domain of one's own. */
    public static FokkerPlanck on(Equation equation, Start start, double barrier, Mesh mesh) {
        return new FokkerPlanck(equation, start, barrier, mesh, Edge.CLOSED, Edge.CLOSED, TOLERANCE);
    }

    /** Twice the cells and about twice the steps: the difference of the two answers bounds this one's error. */
    public FokkerPlanck refined() {
        return new FokkerPlanck(equation, start, barrier, mesh.halved(), low, high, 0.25 * tolerance);
    }

    /**
     * Solves it.
     *
     * @param times at which to look, ascending, at least 0
     * @param progress advances by one a look
     */
    public List<Snapshot> run(double[] times, Progress progress) {
        var rates = new Rates(equation, mesh, low, high);
        var stepper = new Stepper(rates);
        var masses = Beginning.masses(start, mesh);
        var looks = new ArrayList<Snapshot>();
        var now = 0.0;
        var dt = 0.0;
        for (var time : times) {
            require(time >= now, "times must ascend from 0, got %s after %s", time, now);
            dt = dt == 0 ? FIRST * time : dt;
            while (now < time) {
                // Two equal steps rather than a long one and a sliver.
                var left = time - now;
                var last = left <= dt;
                var step = last ? left : Math.min(dt, 0.5 * left);
                var before = masses.clone();
                var error = stepper.secondOrder(masses, step);
                if (error > 2 * tolerance && step > FIRST * time) {
                    masses = before;
                } else {
                    now = last ? time : now + step;
                }
                dt = step * Math.max(0.2, Math.min(2, 0.9 * Math.sqrt(tolerance / Math.max(error, 1e-300))));
            }
            looks.add(Snapshot.of(time, mesh, masses, rates, barrier));
            progress.advance(1);
        }
        return looks;
    }

    /**
     * Solves it in equal steps, whose error is then of second order in their length.
     *
     * @param steps how many, at least 1
     */
    public Snapshot run(double time, int steps) {
        require(steps >= 1, "at least one step in time is needed, got %s", steps);
        var rates = new Rates(equation, mesh, low, high);
        var stepper = new Stepper(rates);
        var masses = Beginning.masses(start, mesh);
        for (var k = 0; k < steps; k++) {
            stepper.secondOrder(masses, time / steps);
        }
        return Snapshot.of(time, mesh, masses, rates, barrier);
    }
}
