package org.basinlab.neural;

/** The node m of which Comp and Op speak, in a feed-forward network. */
public sealed interface Outcome {
    /**
     * One number of the network's output, as the last layer gives it.
     *
     * @param index from 0
     */
    record Output(int index) implements Outcome {}

    /**
     * The loss of each datapoint, that which the network was trained with.
     *
     * @param targets points x outputs; not copied
     */
    record OfLoss(double[] targets) implements Outcome {}
}
