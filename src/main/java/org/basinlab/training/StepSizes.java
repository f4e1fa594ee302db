package org.basinlab.training;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import org.basinlab.network.Dense;
import org.basinlab.network.NetworkSpec;

/**
 * The absolute update size of every parameter at every one of some datapoints: what {@link UpdateTally} adds up.
 * A fully connected layer's is kept in factors: the update of weight i of unit j is that of the unit's bias times
 * input i, |dW_ji| = |db_j| |in_i|, so a datapoint costs units + inputs numbers, not their product.
 *
 * @param groups of each datapoint
 * @param layers of the network, each with a row a datapoint
 */
public record StepSizes(int[] groups, List<OfLayer> layers) {
    /** An array of more is refused by some virtual machines. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    public StepSizes {
        layers = List.copyOf(layers);
    }

    /** The update sizes of one layer. */
    public sealed interface OfLayer {
        /** |db|, [datapoint x unit]. */
        float[] biases();
    }

    /**
     * Of a fully connected layer.
     *
     * @param inputs |in|, [datapoint x input]
     */
    public record Factors(float[] biases, float[] inputs) implements OfLayer {}

    /**
     * Of any other layer, its weights one by one.
     *
     * @param weights |dW|, [datapoint x weight]
     */
    public record Each(float[] biases, float[] weights) implements OfLayer {}

    /**
     * Makes sure that the update sizes of so many datapoints fit their arrays.
     *
     * @throws org.basinlab.experiment.InputException if they do not
     */
    public static void requireRoom(NetworkSpec spec, int datapoints) {
        for (var layer : spec.layers()) {
            var width = layer instanceof Dense
                    ? Math.max(layer.inputs(), layer.units())
                    : (long) layer.units() * layer.fanIn();
            require(
                    datapoints * width <= LONGEST,
                    "the update sizes of %s datapoints in a layer of %s are too many to keep: give --null-draws 0, a smaller"
                            + " network or fewer --phase1-images",
                    datapoints,
                    width);
        }
    }

    /** How many datapoints. */
    public int length() {
        return groups.length;
    }
}
