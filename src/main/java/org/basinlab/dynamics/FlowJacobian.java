package org.basinlab.dynamics;

import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The matrix of the derivatives of a flow's rates, df_i / dx_j, at a state and time 0. */
public final class FlowJacobian {
    private FlowJacobian() {}

    /** The matrix: what Euler's step of length 1 adds to a tangent. */
    public static RealMatrix at(DynamicalSystem flow, double... state) {
        var tapes = new StepTapes(new Stepping(flow, Integrator.EULER, 1), Set.of());
        var step = new StepJacobian(flow, tapes, Law.FREE).at(0, state);
        for (var i = 0; i < step.length; i++) {
            step[i][i] -= 1;
        }
        return new Array2DRowRealMatrix(step, false);
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
