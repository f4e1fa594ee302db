package org.basinlab.network;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;

/**
 * A feed-forward network: what it computes, not with what.
 *
 * <p>Its parameters stand in one array, layer by layer, weights before biases; weight i of unit j of layer
 * l is at {@code weightOffset(l) + j * fanIn(l) + i}, the unit's bias at {@code biasOffset(l) + j}.
 *
 * @param layers from the inputs to the outputs; at least one, each taking what the one before gives
 * @param loss   of a datapoint
 */
public record NetworkSpec(List<Layer> layers, Loss loss) {
    public NetworkSpec {
        layers = List.copyOf(layers);
        require(!layers.isEmpty(), "a network needs at least one layer");
        var count = 0L;
        for (var l = 0; l < layers.size(); l++) {
            var layer = layers.get(l);
            count += (long) layer.units() * (layer.fanIn() + 1);
            if (l > 0 && layers.get(l - 1).outputs() != layer.inputs()) {
                throw new IllegalArgumentException("layer " + l + " takes " + layer.inputs()
                        + " numbers, the one before gives " + layers.get(l - 1).outputs());
            }
        }
        require(
                count <= Integer.MAX_VALUE,
                "a network of %s parameters is too large: at most %s",
                count,
                Integer.MAX_VALUE);
    }

    /**
     * A fully connected network.
     *
     * @param widths number of inputs, then of units in each layer
     * @param hidden activation of every layer but the last
     * @param output activation of the last layer
     */
    public static NetworkSpec dense(List<Integer> widths, Activation hidden, Activation output, Loss loss) {
        var layers = new ArrayList<Layer>();
        for (var l = 0; l + 1 < widths.size(); l++) {
            layers.add(new Dense(widths.get(l), widths.get(l + 1), l + 2 == widths.size() ? output : hidden));
        }
        return new NetworkSpec(layers, loss);
    }

    /** How many layers have parameters. */
    public int depth() {
        return layers.size();
    }

    /** Numbers in an input. */
    public int inputs() {
        return layers.get(0).inputs();
    }

    /** Numbers in an output. */
    public int outputs() {
        return layers.get(depth() - 1).outputs();
    }

    /** Weights of one unit of a layer. */
    public int fanIn(int layer) {
        return layers.get(layer).fanIn();
    }

    /** Units of a layer. */
    public int units(int layer) {
        return layers.get(layer).units();
    }

    /** Where a layer's weights begin. */
    public int weightOffset(int layer) {
        var offset = 0;
        for (var l = 0; l < layer; l++) {
            offset += layers.get(l).parameterCount();
        }
        return offset;
    }

    /** Where a layer's biases begin. */
    public int biasOffset(int layer) {
        return weightOffset(layer) + fanIn(layer) * units(layer);
    }

    /** How many parameters there are in all. */
    public int parameterCount() {
        return weightOffset(depth());
    }
}
