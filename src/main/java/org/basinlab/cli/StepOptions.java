package org.basinlab.cli;

import picocli.CommandLine.Option;

/** What a step of SGD is made of. */
final class StepOptions {
    @Option(
            names = "--batch",
            paramLabel = "N",
            description = "Datapoints a step of SGD, different ones (default 1; of a drift without noise all).")
    private Integer batch;

    @Option(
            names = "--inner-steps",
            paramLabel = "N",
            defaultValue = "1",
            description = "Each step is made of so many smaller ones with the same datapoints, as P2 proposes"
                    + " (default ${DEFAULT-VALUE}).")
    private int innerSteps;

    /** Datapoints a step, if nothing was said so many. */
    int batch(int otherwise) {
        return batch == null ? otherwise : batch;
    }

    int innerSteps() {
        return innerSteps;
    }
}
