package org.basinlab.knowledge.split;

import static org.basinlab.experiment.InputException.require;

/**
 * How the variance over starts and data sets is looked at.
 *
 * @param samples     disjoint samples of the training images, each a data set; one more is dealt for the reference network
 * @param checkpoints looks at the networks during training, at 1, 1/2, 1/4 and so on of the steps, besides the start
 * @param passes      times as many passes over the samples in a longer training; 0 for none
 */
public record SplitConfig(int samples, int checkpoints, int passes) {
    /** What is taken if nothing is said. */
    public static final SplitConfig DEFAULT = new SplitConfig(4, 5, 8);

    public SplitConfig {
        require(samples >= 2 && samples <= 100, "--split-samples must be from 2 to 100, got %s", samples);
        require(checkpoints >= 1 && checkpoints <= 20, "--split-checkpoints must be from 1 to 20, got %s", checkpoints);
        require(
                passes == 0 || passes >= 2 && passes <= 1000,
                "--split-passes must be 0 for no longer training, or from 2 to 1000, got %s",
                passes);
    }
}
