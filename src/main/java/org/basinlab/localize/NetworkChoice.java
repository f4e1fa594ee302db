package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Precision;

/**
 * The network and how it begins.
 *
 * @param hidden           units in the hidden layer
 * @param activation       of the hidden layer
 * @param outputActivation of the output layer; null for the hidden layer's
 * @param loss             of a datapoint
 * @param init             how weights are drawn
 * @param biasInit         how biases are drawn
 * @param dtype            the type to compute in
 */
public record NetworkChoice(
        int hidden,
        Activation activation,
        Activation outputActivation,
        Loss loss,
        Initialization init,
        BiasInitialization biasInit,
        Precision dtype) {
    /** The plain reading of P4. */
    public static final NetworkChoice P4 = new NetworkChoice(
            100, Activation.SOFTPLUS, null, Loss.MSE, Initialization.HE, BiasInitialization.HE, Precision.FLOAT32);

    public NetworkChoice {
        require(hidden >= 1 && hidden <= 100_000, "--hidden must be from 1 to 100000, got %s", hidden);
    }

    /** The same with another activation in the hidden layer, and in the output layer if that follows it. */
    public NetworkChoice withActivation(Activation other) {
        return new NetworkChoice(hidden, other, outputActivation, loss, init, biasInit, dtype);
    }

    /** The network for images of so many pixels: one hidden layer, an output for each group. */
    NetworkSpec spec(int pixels) {
        return new NetworkSpec(
                List.of(pixels, hidden, 2), activation, outputActivation == null ? activation : outputActivation, loss);
    }
}
