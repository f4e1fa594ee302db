package org.basinlab.neural;

import org.basinlab.experiment.InputException;
import org.basinlab.network.Activation;
import org.basinlab.network.StandardActivation;

/** The second derivative f''(z) of the standard activations; 0 on either side of a corner. */
final class Curvature {
    private Curvature() {}

    /**
     * f''(z).
     *
     * @throws InputException for an activation of one's own, which tells only f and f'
     */
    static double of(Activation activation, double z) {
        if (!(activation instanceof StandardActivation standard)) {
            throw new InputException(
                    "the second derivative of activation " + activation + " is not known: use a standard activation");
        }
        return switch (standard) {
            case RELU, LEAKYRELU, IDENTITY -> 0;
            case SOFTPLUS -> StandardActivation.SIGMOID.derivative(z);
            case SIGMOID -> slopeOfLogistic(z);
            case TANH -> -2 * Math.tanh(z) * standard.derivative(z);
            case ELU -> z > 0 ? 0 : Math.exp(z);
            case GELU -> (2 - z * z) * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            case SWISH -> 2 * StandardActivation.SIGMOID.derivative(z) + z * slopeOfLogistic(z);
        };
    }

    /** s'' = s' (1 - 2 s) = -s' tanh(z/2), s the logistic function. */
    private static double slopeOfLogistic(double z) {
        return -StandardActivation.SIGMOID.derivative(z) * Math.tanh(z / 2);
    }
}
