package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.exception.NumberIsTooSmallException;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;
import org.basinlab.experiment.InputException;
import org.basinlab.walkers.Start;

/**
 * The density without noise, {@code dP/dt = T d(G P)/dW}: each W flows down, {@code dW/dt = -T G~(W)}, and takes its
 * probability along. The faces of a mesh are moved so, by an integrator of eighth order, and the mass between two of them
 * stays what it was; nothing is smeared out, as it is by a mesh that stands still.
 *
 * @param equation whose noise is left out
 * @param start    the density at time 0
 * @param mesh     the cells at time 0
 */
public record Characteristics(Equation equation, Start start, Mesh mesh) {
    private static final double ACCURACY = 1e-11;

    /** Where W is at some times, ascending and at least 0, if it is {@code from} at 0. */
    public double[] path(double from, double[] times) {
        var at = new double[times.length];
        var w = new double[] {from};
        var now = 0.0;
        for (var i = 0; i < times.length; i++) {
            flow(w, now, times[i]);
            now = times[i];
            at[i] = w[0];
        }
        return at;
    }

    /**
     * The density at some times, ascending and at least 0, each on the moved mesh.
     *
     * @param barrier mass of cells beyond it has escaped
     */
    public List<Snapshot> run(double[] times, double barrier) {
        var faces = mesh.faces();
        var masses = Beginning.masses(start, mesh);
        var looks = new ArrayList<Snapshot>();
        var now = 0.0;
        for (var time : times) {
            flow(faces, now, time);
            now = time;
            looks.add(look(time, faces, masses, barrier));
        }
        return looks;
    }

    private Snapshot look(double time, double[] faces, double[] masses, double barrier) {
        var apart = faces.clone();
        for (var i = 1; i < apart.length; i++) {
            // Where the flow has brought faces so close that rounding cannot tell them apart, they lie side by side.
            apart[i] = Math.max(apart[i], Math.nextUp(apart[i - 1]));
        }
        var moved = new Mesh(apart);
        var current = new double[apart.length];
        for (var face = 0; face < apart.length; face++) {
            var below = face == 0 ? 0 : masses[face - 1] / moved.width(face - 1);
            var above = face == masses.length ? 0 : masses[face] / moved.width(face);
            current[face] = -equation.temperature() * equation.drift(apart[face]) * 0.5 * (below + above);
        }
        return Snapshot.of(time, moved, masses, current, barrier);
    }

    /** Modifies {@code w}. */
    private void flow(double[] w, double from, double to) {
        if (to > from) {
            try {
                new DormandPrince853Integrator(1e-12 * (to - from), to - from, ACCURACY, ACCURACY)
                        .integrate(new Descent(equation, w.length), from, w.clone(), to, w);
            } catch (NumberIsTooSmallException e) {
                throw new InputException(
                        "W runs off without bound between steps %s and %s: give a shorter --time".formatted(from, to),
                        e);
            }
        }
    }

    private record Descent(Equation equation, int dimension) implements FirstOrderDifferentialEquations {
        @Override
        public int getDimension() {
            return dimension;
        }

        @Override
        public void computeDerivatives(double t, double[] w, double[] slope) {
            for (var i = 0; i < dimension; i++) {
                slope[i] = -equation.temperature() * equation.drift(w[i]);
                // The integrator would go on for ever with what is no number.
                require(
                        Double.isFinite(slope[i]),
                        "W runs off to where the losses have no finite gradients, about step %s: give a shorter --time",
                        Math.round(t));
            }
        }
    }
}
