package org.basinlab.training;

import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;

/**
 * Online SGD to be done: one pass over a stream, one datapoint at a time,
 * {@code theta <- theta - T * d loss / d theta}.
 *
 * @param start        the parameters at the start, and the network they belong to
 * @param precision    the type to compute in
 * @param learningRate T, in parameter^2 / loss
 * @param stream       the datapoints
 * @param watch        what to keep besides the parameters and the losses
 */
public record TrainingJob(
        Parameters start, Precision precision, double learningRate, DatapointStream stream, Watch watch) {
    /**
     * What to keep of a training.
     *
     * @param guesses   the group each datapoint was taken for before its update
     * @param tallies   update sizes added up by group
     * @param late      the datapoint from which tallies count as late; those before are added up apart
     * @param stepSizes the update sizes of every late datapoint
     */
    public record Watch(boolean guesses, boolean tallies, int late, boolean stepSizes) {
        /** Nothing. */
        public static final Watch NONE = new Watch(false, false, 0, false);
    }
}
