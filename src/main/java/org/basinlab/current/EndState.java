package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

/**
 * What the density of an {@link Equation} comes to, if the current is then 0 everywhere:
 *
 * <pre>  d log P/dW = -c d log D/dW - 2 G~ / (T D)</pre>
 *
 * <p>P2's equation for c = 1/2. In one parameter between closed ends it is the only end state; the {@link #energy} is
 * -log P. It is undefined where D vanishes: mass that comes to a place without noise and with the drift towards it stays,
 * and the end state is a delta there.
 */
public sealed interface EndState {
    /**
     * A density. It is accurate where it matters: the exponent is summed from cell to cell by Simpson's rule, an error of
     * fourth order in the cells, the term in D without any.
     *
     * @param mesh       whose faces it is known at
     * @param logDensity log P at each face; its integral, exponential in each cell, is 1
     */
    record Density(Mesh mesh, double[] logDensity) implements EndState {
        public Density {
            logDensity = logDensity.clone();
        }

        /** log P at each face; a copy. */
        @Override
        public double[] logDensity() {
            return logDensity.clone();
        }

        /** -log P at each face, in nats. */
        public double[] energy() {
            var energy = logDensity();
            for (var i = 0; i < energy.length; i++) {
                energy[i] = -energy[i];
            }
            return energy;
        }

        /** The probability of each cell, by the exponential that has log P at both faces. */
        public double[] masses() {
            var masses = new double[mesh.cells()];
            for (var i = 0; i < masses.length; i++) {
                masses[i] = mesh.width(i) * Math.exp(logMean(logDensity[i], logDensity[i + 1]));
            }
            return masses;
        }

        /** E W. */
        public double mean() {
            var masses = masses();
            var mean = 0.0;
            for (var i = 0; i < masses.length; i++) {
                mean += masses[i] * mesh.centre(i);
            }
            return mean;
        }

        /** The standard deviation of W. */
        public double sd() {
            var masses = masses();
            var mean = mean();
            var squares = 0.0;
            for (var i = 0; i < masses.length; i++) {
                squares += masses[i] * Math.pow(mesh.centre(i) - mean, 2);
            }
            return Math.sqrt(squares);
        }
    }

    /**
     * None.
     *
     * @param at     where the mass gathers, or where there is no noise
     * @param reason in words
     */
    record Undefined(double at, String reason) implements EndState {}

    /**
     * The end state between the ends of a mesh, which count as closed.
     *
     * @return {@link Undefined} where the noise vanishes inside, or is so small about a stable point that the density is
     *     narrower than the spacing of numbers
     */
    static EndState of(Equation equation, Mesh mesh) {
        require(mesh.cells() >= 2, "an end state needs at least two cells");
        var faces = mesh.faces();
        for (var i = 0; i < mesh.cells(); i++) {
            var stable = equation.drift(faces[i]) < 0 && equation.drift(faces[i + 1]) >= 0;
            if (stable) {
                var delta = delta(equation, faces[i], faces[i + 1]);
                if (delta != null) {
                    return delta;
                }
            }
        }
        var log = new double[faces.length];
        for (var i = 0; i < mesh.cells(); i++) {
            var middle = mesh.centre(i);
            var d0 = equation.diffusion(faces[i]);
            var d1 = equation.diffusion(middle);
            var d2 = equation.diffusion(faces[i + 1]);
            if (!(d0 > 0 && d1 > 0 && d2 > 0)) {
                var at = !(d0 > 0) ? faces[i] : !(d1 > 0) ? middle : faces[i + 1];
                return new Undefined(at, "there is no noise at W = " + at + ": log P has no slope there");
            }
            var force = (equation.drift(faces[i]) / d0
                            + 4 * equation.drift(middle) / d1
                            + equation.drift(faces[i + 1]) / d2)
                    / 6;
            log[i + 1] =
                    log[i] - equation.share() * Math.log(d2 / d0) - 2 * force * mesh.width(i) / equation.temperature();
        }
        normalize(log, mesh);
        return new Density(mesh, log);
    }

    /** Null if the density about the stable point between these two is wide enough to be told from a point. */
    private static Undefined delta(Equation equation, double from, double to) {
        var low = from;
        var high = to;
        while (true) {
            var middle = 0.5 * (low + high);
            if (!(middle > low && middle < high)) {
                break;
            }
            if (equation.drift(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        var slope = (equation.drift(to) - equation.drift(from)) / (to - from);
        var d = equation.diffusion(high);
        var width = Math.sqrt(equation.temperature() * d / (2 * slope));
        return width > Math.ulp(high)
                ? null
                : new Undefined(
                        high,
                        "S2 is %.2g at the stable point W = %.6g: the end state is a delta there and its logarithm is not defined"
                                .formatted(d, high));
    }

    /** log of the mean over a cell of the exponential through two values of the logarithm. */
    private static double logMean(double a, double b) {
        var q = Math.abs(b - a);
        var most = Math.max(a, b);
        return q < 1e-8 ? most - 0.5 * q : most + Math.log(-Math.expm1(-q) / q);
    }

    private static void normalize(double[] log, Mesh mesh) {
        var most = Double.NEGATIVE_INFINITY;
        for (var value : log) {
            most = Math.max(most, value);
        }
        var sum = 0.0;
        for (var i = 0; i < mesh.cells(); i++) {
            sum += mesh.width(i) * Math.exp(logMean(log[i], log[i + 1]) - most);
        }
        var all = most + Math.log(sum);
        for (var i = 0; i < log.length; i++) {
            log[i] -= all;
        }
    }
}
