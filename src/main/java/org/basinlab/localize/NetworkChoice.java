package org.basinlab.localize;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Convolution;
import org.basinlab.network.Dense;
import org.basinlab.network.Initialization;
import org.basinlab.network.Layer;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Precision;

/**
 * The network, but for its activation, and how it begins.
 *
 * @param hidden           units of each hidden layer
 * @param convolutions     before the hidden layers; empty for none
 * @param outputActivation of the output layer; null for the hidden layers'
 * @param loss             of a datapoint
 * @param init             how weights are drawn
 * @param biasInit         how biases are drawn
 * @param dtype            the type to compute in
 */
public record NetworkChoice(
        List<Integer> hidden,
        List<Filters> convolutions,
        Activation outputActivation,
        Loss loss,
        Initialization init,
        BiasInitialization biasInit,
        Precision dtype) {
    /** The plain reading of P4. */
    public static final NetworkChoice P4 = new NetworkChoice(
            List.of(100), List.of(), null, Loss.MSE, Initialization.HE, BiasInitialization.HE, Precision.FLOAT32);

    private static final int MOST_LAYERS = 10;

    public NetworkChoice {
        hidden = List.copyOf(hidden);
        convolutions = List.copyOf(convolutions);
        require(
                !hidden.isEmpty() && hidden.size() + convolutions.size() <= MOST_LAYERS,
                "a network has from 1 to %s hidden layers, convolutions included",
                MOST_LAYERS);
        for (var units : hidden) {
            require(units >= 1 && units <= 100_000, "--hidden must be from 1 to 100000, got %s", units);
        }
    }

    /** The same with other hidden layers. */
    public NetworkChoice withHidden(Integer... units) {
        return new NetworkChoice(List.of(units), convolutions, outputActivation, loss, init, biasInit, dtype);
    }

    /** The same behind convolutions. */
    public NetworkChoice withConvolutions(Filters... filters) {
        return new NetworkChoice(hidden, List.of(filters), outputActivation, loss, init, biasInit, dtype);
    }

    /** Whether it has one hidden layer, fully connected. */
    public boolean isShallow() {
        return convolutions.isEmpty() && hidden.size() == 1;
    }

    /** The network for images of so many rows and columns: an output for each group. */
    public NetworkSpec spec(int rows, int columns, Activation activation) {
        var layers = new ArrayList<Layer>();
        var r = rows;
        var c = columns;
        var channels = 1;
        for (var filters : convolutions) {
            var layer = new Convolution(r, c, channels, filters.count(), filters.size(), Filters.STRIDE, activation);
            layers.add(layer);
            r = layer.outputRows();
            c = layer.outputColumns();
            channels = filters.count();
        }
        var inputs = r * c * channels;
        for (var units : hidden) {
            layers.add(new Dense(inputs, units, activation));
            inputs = units;
        }
        layers.add(new Dense(inputs, 2, outputActivation == null ? activation : outputActivation));
        return new NetworkSpec(layers, loss);
    }
}
