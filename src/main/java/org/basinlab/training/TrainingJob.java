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
 * @param tallyFrom    the datapoint from which update sizes are added up; the stream's length for none
 * @param watchFrom    the datapoint from which the loss and accuracy before each update are averaged;
 *                     the stream's length for none
 */
public record TrainingJob(
        Parameters start,
        Precision precision,
        double learningRate,
        DatapointStream stream,
        int tallyFrom,
        int watchFrom) {
    /** A job that only moves the parameters. */
    public static TrainingJob unwatched(
            Parameters start, Precision precision, double learningRate, DatapointStream stream) {
        return new TrainingJob(start, precision, learningRate, stream, stream.length(), stream.length());
    }
}
