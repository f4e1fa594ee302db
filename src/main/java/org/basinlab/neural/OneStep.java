package org.basinlab.neural;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.basinlab.dynamics.Law;
import org.basinlab.dynamics.StepTapes;
import org.basinlab.dynamics.Stepping;
import org.basinlab.landscape.Tape;

/** One step of a system at a time, from any state; the time stays that of the start. */
final class OneStep {
    private final Tape tape;
    private final Tape withTangent;
    private final double[] given;
    private final int dimension;

    OneStep(Stepping stepping) {
        var system = stepping.system();
        var tapes = new StepTapes(stepping, Set.of());
        tape = tapes.plain();
        withTangent = tapes.tangents(List.of(Law.FREE));
        dimension = system.dimension();
        given = new double[tape.parameters()];
        System.arraycopy(
                system.parameterValues(),
                0,
                given,
                dimension + 1,
                system.parameters().size());
    }

    /** The state a step after another. */
    double[] from(double[] state) {
        var registers = Arrays.copyOf(given, given.length);
        System.arraycopy(state, 0, registers, 0, dimension);
        return tape.at(registers);
    }

    /** How the state a step after another moves with one of its variables. */
    double[] slope(double[] state, int variable) {
        var registers = Arrays.copyOf(given, given.length + dimension);
        System.arraycopy(state, 0, registers, 0, dimension);
        registers[given.length + variable] = 1;
        return Arrays.copyOfRange(withTangent.at(registers), dimension, 2 * dimension);
    }
}
