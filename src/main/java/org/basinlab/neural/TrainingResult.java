package org.basinlab.neural;

import java.util.List;

/**
 * Op of each layer of a small network while it trains.
 *
 * @param widths  of the network
 * @param seeds   first weights and data, a training each
 * @param steps   of SGD
 * @param rate    of SGD
 * @param batch   of SGD
 * @param loss    mean over seeds at the end of the training
 * @param courses one for each layer as A, and each layer that holds n
 */
public record TrainingResult(
        List<Integer> widths, int seeds, int steps, double rate, int batch, double loss, List<Course> courses) {
    /**
     * How Op goes along training: n a weight of one layer at the start, A another layer from step 1 on.
     *
     * @param frozen   A
     * @param changed  the layer of n
     * @param onLoss   whether m is the loss of all datapoints then; else it is the weight n itself then
     * @param steps    taken
     * @param medianOp over all weights n of that layer and all seeds, nats; NaN where it is not finite
     * @param negative share of them with Comp &lt; 0
     */
    public record Course(
            int frozen, int changed, boolean onLoss, double[] steps, double[] medianOp, double[] negative) {}
}
