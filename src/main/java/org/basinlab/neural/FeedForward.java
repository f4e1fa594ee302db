package org.basinlab.neural;

import java.util.List;

/**
 * A trained feed-forward network as a causal network: a_0 = x, a_l = F_l(a_(l-1)) for l = 1, ..., L, one node for each
 * number of each a_l. Layers are counted from 0 here, so that layer l gives a_(l+1).
 *
 * <p>All arrays hold a row a datapoint: {@code [point * nodes + node]}.
 */
public interface FeedForward {
    /** Numbers in an input. */
    int inputs();

    /** The layers, from the inputs to the outputs. */
    List<Nodes> layers();

    /** Numbers in an output. */
    default int outputs() {
        return layers().get(layers().size() - 1).count();
    }

    /**
     * The forward pass over some inputs.
     *
     * @param inputs points x {@link #inputs}; not copied
     * @throws org.basinlab.experiment.InputException if a layer is of a kind that has no derivative here
     */
    Pass pass(double[] inputs);

    /**
     * The nodes of a layer. Those of a unit (of a convolution, a filter) stand together.
     *
     * @param name    for people
     * @param units   how many
     * @param perUnit nodes of each: 1 for a dense layer, the places of a filter for a convolution
     */
    record Nodes(String name, int units, int perUnit) {
        /** How many nodes. */
        public int count() {
            return units * perUnit;
        }
    }

    /** What the layers gave for the inputs, and how they answer to small changes there. */
    interface Pass {
        /** How many datapoints. */
        int points();

        /** a_(layer+1), points x nodes. */
        double[] outputs(int layer);

        /**
         * The layer's forward tangent F'(a) t, point by point.
         *
         * @param t points x nodes of the layer before (for layer 0, inputs); not changed
         * @return points x nodes of this layer
         */
        double[] push(int layer, double[] t);

        /**
         * dm/da for every node of every layer, by one backward pass.
         *
         * @return for each layer points x nodes
         */
        List<double[]> gradients(Outcome m);
    }
}
