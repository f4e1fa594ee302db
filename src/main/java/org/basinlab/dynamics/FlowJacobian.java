package org.basinlab.dynamics;

import java.util.Collections;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The matrix of the derivatives of a flow's rates, df_i / dx_j, at a state and time 0. */
public final class FlowJacobian {
    private FlowJacobian() {}

    /** The matrix: what Euler's step of length 1 adds to a tangent. */
    public static RealMatrix at(DynamicalSystem flow, double... state) {
        var d = flow.dimension();
        var tapes = new StepTapes(new Stepping(flow, Integrator.EULER, 1), Set.of());
        var tape = tapes.tangents(Collections.nCopies(d, Law.FREE));
        var registers = new double[tape.registers()];
        System.arraycopy(state, 0, registers, 0, d);
        var parameters = flow.parameterValues();
        System.arraycopy(parameters, 0, registers, d + 1, parameters.length);
        for (var k = 0; k < d; k++) {
            registers[tapes.first(k) + k] = 1;
        }
        var outputs = tape.outputsOf(registers);
        var matrix = new Array2DRowRealMatrix(d, d);
        for (var k = 0; k < d; k++) {
            for (var i = 0; i < d; i++) {
                matrix.setEntry(i, k, outputs[(k + 1) * d + i] - (i == k ? 1 : 0));
            }
        }
        return matrix;
    }

    /** The largest real part of its eigenvalues: negative where an equilibrium is stable. */
    public static double growth(DynamicalSystem flow, double... state) {
        var largest = Double.NEGATIVE_INFINITY;
        for (var real : new EigenDecomposition(at(flow, state)).getRealEigenvalues()) {
            largest = Math.max(largest, real);
        }
        return largest;
    }
}
