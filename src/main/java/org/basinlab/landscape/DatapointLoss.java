package org.basinlab.landscape;

import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.UnivariateDifferentiableFunction;

/**
 * The loss l_j(W) of one datapoint in a model of one parameter, with its first two derivatives. Outside a formula's
 * domain the values are NaN or infinite, as arithmetic has it.
 */
public interface DatapointLoss {
    /** l_j(W). */
    double value(double w);

    /** g_j(W) = dl_j/dW. */
    double gradient(double w);

    /** dg_j/dW. */
    double curvature(double w);

    /**
     * A loss whose derivatives commons-math3 finds by automatic differentiation. Walkers on it are slow; a
     * {@link Formula} is fast.
     */
    static DatapointLoss of(UnivariateDifferentiableFunction f) {
        return new DatapointLoss() {
            @Override
            public double value(double w) {
                return f.value(w);
            }

            @Override
            public double gradient(double w) {
                return f.value(new DerivativeStructure(1, 1, 0, w)).getPartialDerivative(1);
            }

            @Override
            public double curvature(double w) {
                return f.value(new DerivativeStructure(1, 2, 0, w)).getPartialDerivative(2);
            }
        };
    }
}
