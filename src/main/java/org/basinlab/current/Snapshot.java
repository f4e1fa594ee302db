package org.basinlab.current;

import java.util.Arrays;

/**
 * The density at a time.
 *
 * @param state   in a few numbers
 * @param mesh    where
 * @param density the mean of P in each cell
 * @param current rho through each face, in mass a step, positive upwards
 */
public record Snapshot(State state, Mesh mesh, double[] density, double[] current) {
    public Snapshot {
        density = density.clone();
        current = current.clone();
    }

    static Snapshot of(double time, Mesh mesh, double[] masses, Rates rates, double barrier) {
        var n = mesh.cells();
        var current = new double[n + 1];
        for (var face = 0; face <= n; face++) {
            current[face] = (face == 0 ? 0 : rates.up[face - 1] * masses[face - 1])
                    - (face == n ? 0 : rates.down[face] * masses[face]);
        }
        return of(time, mesh, masses, current, barrier);
    }

    static Snapshot of(double time, Mesh mesh, double[] masses, double[] current, double barrier) {
        var n = mesh.cells();
        var density = new double[n];
        var mass = 0.0;
        var sum = 0.0;
        var escaped = 0.0;
        var minimum = Double.POSITIVE_INFINITY;
        for (var i = 0; i < n; i++) {
            density[i] = masses[i] / mesh.width(i);
            minimum = Math.min(minimum, density[i]);
            mass += masses[i];
            sum += masses[i] * mesh.centre(i);
            escaped += mesh.centre(i) > barrier ? masses[i] : 0;
        }
        var mean = sum / mass;
        var squares = 0.0;
        for (var i = 0; i < n; i++) {
            var deviation = mesh.centre(i) - mean;
            squares += masses[i] * deviation * deviation;
        }
        var state = new State(time, mean, Math.sqrt(squares / mass), mass, minimum, escaped);
        return new Snapshot(state, mesh, density, current);
    }

    /** P(W), constant in each cell; 0 outside the domain. */
    public double at(double w) {
        if (w < mesh.low() || w > mesh.high()) {
            return 0;
        }
        var faces = mesh.faces();
        var found = Arrays.binarySearch(faces, w);
        var cell = found >= 0 ? found : -found - 2;
        return density[Math.min(cell, density.length - 1)];
    }

    /** The mean of P in each cell; a copy. */
    @Override
    public double[] density() {
        return density.clone();
    }

    /** rho through each face; a copy. */
    @Override
    public double[] current() {
        return current.clone();
    }
}
