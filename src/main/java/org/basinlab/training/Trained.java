package org.basinlab.training;

import org.basinlab.network.Parameters;

/**
 * What a {@link TrainingJob} came to. What the job did not watch is null.
 *
 * @param parameters at the end; where it diverged, at the end of the step that did
 * @param losses     of each datapoint before its update, up to the one that diverged
 * @param guesses    the group with the greatest output for each datapoint before its update; the first of equals
 * @param early      update sizes by group before the job's late datapoints
 * @param late       update sizes by group of the late ones
 * @param stepSizes  update sizes of each late one
 * @param divergedAt the datapoint, counted from 1, whose loss was not a finite number, or the last one if only
 *                   then a parameter was not; 0 if there was neither
 */
public record Trained(
        Parameters parameters,
        double[] losses,
        int[] guesses,
        UpdateTally early,
        UpdateTally late,
        StepSizes stepSizes,
        int divergedAt) {
    /** Whether a loss or a parameter stopped being a finite number. */
    public boolean diverged() {
        return divergedAt > 0;
    }
}
