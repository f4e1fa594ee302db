package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import org.apache.commons.math3.special.Erf;
import org.basinlab.walkers.Start;

/** A start as masses in the cells of a mesh. */
final class Beginning {
    private Beginning() {}

    /**
     * The mass of the start in each cell, 1 in all: of a normal law the probability of the cell; of a point, between the
     * two nearest centres so that the mean is kept.
     */
    static double[] masses(Start start, Mesh mesh) {
        var masses = new double[mesh.cells()];
        if (start instanceof Start.Point point) {
            addPoint(masses, mesh, point.w());
        } else if (start instanceof Start.Normal normal) {
            addNormal(masses, mesh, normal);
        }
        var sum = 0.0;
        for (var mass : masses) {
            sum += mass;
        }
        require(
                sum > 0,
                "nothing of the start lies in %s to %s: move the start or the domain",
                mesh.low(),
                mesh.high());
        for (var i = 0; i < masses.length; i++) {
            masses[i] /= sum;
        }
        return masses;
    }

    private static void addPoint(double[] masses, Mesh mesh, double w) {
        require(
                w >= mesh.low() && w <= mesh.high(),
                "the start %s does not lie in %s to %s: move the start or the domain",
                w,
                mesh.low(),
                mesh.high());
        var i = 0;
        while (i + 2 < masses.length && mesh.centre(i + 1) < w) {
            i++;
        }
        var d = mesh.centre(i + 1) - mesh.centre(i);
        var part = Math.max(0, Math.min(1, (w - mesh.centre(i)) / d));
        masses[i] = 1 - part;
        masses[i + 1] = part;
    }

    private static void addNormal(double[] masses, Mesh mesh, Start.Normal normal) {
        require(normal.sd() > 0, "the start's deviation must be positive, got %s", normal.sd());
        var faces = mesh.faces();
        var scale = Math.sqrt(2) * normal.sd();
        for (var i = 0; i < masses.length; i++) {
            var from = Math.max(faces[i], normal.low());
            if (faces[i + 1] > from) {
                masses[i] = Math.max(
                        0, 0.5 * Erf.erf((from - normal.mean()) / scale, (faces[i + 1] - normal.mean()) / scale));
            }
        }
    }
}
