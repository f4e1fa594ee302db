package org.basinlab.network;

import static org.basinlab.experiment.InputException.require;

import java.util.List;

/**
 * A fully connected feed-forward network: what it computes, not with what.
 *
 * <p>Layer l maps x_l (widths[l] numbers) to x_(l+1) = f_l(W_l x_l + b_l). Its parameters stand in
 * one array, layer by layer, weights before biases; the weight from input i to unit j of layer l is at
 * {@code weightOffset(l) + j * inputs(l) + i}, the unit's bias at {@code biasOffset(l) + j}.
 *
 * @param widths number of inputs, then of units in each layer; at least two entries
 * @param hidden activation of every layer but the last
 * @param output activation of the last layer
 * @param loss   of a datapoint
 */
public record NetworkSpec(List<Integer> widths, Activation hidden, Activation output, Loss loss) {
    public NetworkSpec {
        widths = List.copyOf(widths);
        require(widths.size() >= 2, "a network needs inputs and at least one layer, got widths %s", widths);
        for (var width : widths) {
            require(width >= 1, "every layer needs at least one unit, got widths %s", widths);
        }
    }

    /** How many layers have parameters. */
    public int layers() {
        return widths.size() - 1;
    }

    /** Inputs of a layer, its fan-in. */
    public int inputs(int layer) {
        return widths.get(layer);
    }

    /** Units of a layer. */
    public int units(int layer) {
        return widths.get(layer + 1);
    }

    /** The activation of a layer's units. */
    public Activation activation(int layer) {
        return layer == layers() - 1 ? output : hidden;
    }

    /** Where a layer's weights begin. */
    public int weightOffset(int layer) {
        var offset = 0;
        for (var l = 0; l < layer; l++) {
            offset += (inputs(l) + 1) * units(l);
        }
        return offset;
    }

    /** Where a layer's biases begin. */
    public int biasOffset(int layer) {
        return weightOffset(layer) + inputs(layer) * units(layer);
    }

    /** How many parameters there are in all. */
    public int parameterCount() {
        return weightOffset(layers());
    }
}
