package org.basinlab.cli;

import org.basinlab.knowledge.split.SplitConfig;
import picocli.CommandLine.Option;

/** How the variance over starts and data sets is looked at. */
final class SplitOptions {
    @Option(
            names = "--split-samples",
            paramLabel = "N",
            defaultValue = "4",
            description =
                    "Of split: disjoint samples of the training images that every start learns from (default ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--split-checkpoints",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "Of split: looks at the networks, at all, 1/2, 1/4 and so on of the steps (default ${DEFAULT-VALUE}).")
    private int checkpoints;

    @Option(
            names = "--split-passes",
            paramLabel = "N",
            defaultValue = "8",
            description = "Of split: times as many passes over the samples in a longer training; 0 for none (default"
                    + " ${DEFAULT-VALUE}).")
    private int passes;

    SplitConfig config() {
        return new SplitConfig(samples, checkpoints, passes);
    }
}
