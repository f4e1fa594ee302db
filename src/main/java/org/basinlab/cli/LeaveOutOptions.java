package org.basinlab.cli;

import org.basinlab.knowledge.leaveout.LeaveOutConfig;
import picocli.CommandLine.Option;

/** What is left out, and how much is spent on rivals of the tally. */
final class LeaveOutOptions {
    @Option(
            names = "--leave-out-edit",
            paramLabel = "LABEL",
            description =
                    "Of leave-out: the class on half of whose images a stroke is painted (default: the second class of the"
                            + " first group).")
    private Integer edit;

    @Option(
            names = "--fisher-images",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Of leave-out: images of an element that Fisher information is taken over, at most (default"
                    + " ${DEFAULT-VALUE}).")
    private int fisherImages;

    LeaveOutConfig config() {
        return new LeaveOutConfig(edit, fisherImages);
    }
}
