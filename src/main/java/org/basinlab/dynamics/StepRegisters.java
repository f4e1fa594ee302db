package org.basinlab.dynamics;

import java.util.List;
import org.basinlab.landscape.Tape;

/** The registers that the programs of {@link StepTapes} run on, laid out as it says. */
public final class StepRegisters {
    private final int dimension;
    private final double[] parameters;
    private final double[] values;

    /**
     * Enough for all of some programs.
     *
     * @param system whose parameters they hold
     */
    public StepRegisters(DynamicalSystem system, List<Tape> programs) {
        dimension = system.dimension();
        parameters = system.parameterValues();
        values = new double[programs.stream().mapToInt(Tape::registers).max().orElseThrow()];
    }

    /**
     * What a program gives.
     *
     * @param state  of W
     * @param others of each law: a tangent, or the state of another world
     */
    public double[] run(Tape program, double time, double[] state, double[]... others) {
        return program.outputsOf(filled(time, state, others));
    }

    /** The registers before the first instruction; modified by what runs on them. */
    public double[] filled(double time, double[] state, double[]... others) {
        System.arraycopy(state, 0, values, 0, dimension);
        values[dimension] = time;
        System.arraycopy(parameters, 0, values, dimension + 1, parameters.length);
        for (var k = 0; k < others.length; k++) {
            System.arraycopy(others[k], 0, values, dimension + 1 + parameters.length + k * dimension, dimension);
        }
        return values;
    }
}
