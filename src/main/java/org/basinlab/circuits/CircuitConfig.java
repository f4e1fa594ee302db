package org.basinlab.circuits;

import static org.basinlab.experiment.InputException.require;

import java.util.Locale;

/**
 * Which circuit to build and how much to try it.
 *
 * @param design  the circuit
 * @param vectors random inputs from its grid; a tenth of them of other kinds and in double precision
 */
public record CircuitConfig(Design design, long vectors) {
    /** Networks with more weights than this are not made. */
    public static final long MOST_PARAMETERS = 60_000_000;

    private static final long USUAL_VECTORS = 1_000_000;
    /** Products of a weight and a number: about a minute on two cores. */
    private static final double USUAL_WORK = 3.2e12;

    public CircuitConfig {
        require(vectors >= 1, "--vectors must be at least 1, got %s", vectors);
        var least = design.leastParameters();
        var parameters = least > MOST_PARAMETERS ? least : design.circuit(24).parameterCount();
        require(
                parameters <= MOST_PARAMETERS,
                "%s of %s inputs as --form %s has at least %s weights, above %s: give fewer --inputs%s",
                design.operation(),
                design.options(),
                design.form(),
                String.format(Locale.ROOT, "%.3g", parameters),
                MOST_PARAMETERS,
                design.form() == Form.SHALLOW ? " or --form tree" : "");
    }

    /** With a million inputs, or fewer where the network is so large that these would take minutes. */
    public static CircuitConfig usual(Design design) {
        var once = new CircuitConfig(design, 1);
        var parameters = design.circuit(24).parameterCount();
        var affordable = USUAL_WORK / parameters / (parameters > Tester.LARGE ? 4 : 1);
        return new CircuitConfig(once.design(), (long) Math.max(1000, Math.min(USUAL_VECTORS, affordable)));
    }
}
