package org.basinlab.dynamics;

import java.util.Collections;
import java.util.List;
import org.basinlab.landscape.Tape;

/** The matrix of a step's derivatives, dx'_i / dx_j; under {@link Law#FROZEN} with 0 in the rows and columns of A's variables. */
final class StepJacobian {
    private final int dimension;
    private final Tape tape;
    private final StepRegisters registers;
    private final double[][] directions;

    StepJacobian(DynamicalSystem system, StepTapes tapes, Law law) {
        dimension = system.dimension();
        tape = tapes.tangents(Collections.nCopies(dimension, law));
        registers = new StepRegisters(system, List.of(tape));
        directions = new double[dimension][dimension];
        for (var k = 0; k < dimension; k++) {
            directions[k][k] = 1;
        }
    }

    double[][] at(double time, double[] state) {
        var outputs = registers.run(tape, time, state, directions);
        var matrix = new double[dimension][dimension];
        for (var k = 0; k < dimension; k++) {
            for (var i = 0; i < dimension; i++) {
                matrix[i][k] = outputs[(k + 1) * dimension + i];
            }
        }
        return matrix;
    }
}
