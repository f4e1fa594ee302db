package org.basinlab.training;

import org.basinlab.network.Parameters;

/**
 * What a {@link TrainingJob} came to.
 *
 * @param parameters at the end; where it diverged, at the end of the step that did
 * @param tally      update sizes by group, from the job's {@code tallyFrom} on
 * @param accuracy   share of the watched datapoints whose group had the greatest output before the
 *                   update; NaN where none was watched
 * @param loss       mean loss of the watched datapoints before the update; NaN where none was watched
 * @param divergedAt the datapoint, counted from 1, whose loss was not a finite number, or the last one if only
 *                   then a parameter was not; 0 if there was neither
 */
public record Trained(Parameters parameters, UpdateTally tally, double accuracy, double loss, int divergedAt) {
    /** Whether a loss or a parameter stopped being a finite number. */
    public boolean diverged() {
        return divergedAt > 0;
    }
}
