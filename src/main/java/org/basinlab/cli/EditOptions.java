package org.basinlab.cli;

import java.util.List;
import org.basinlab.knowledge.edit.EditConfig;
import org.basinlab.network.StandardActivation;
import picocli.CommandLine.Option;

/** Which edits are made, and in which further networks their change is looked at. */
final class EditOptions {
    @Option(
            names = "--stroke-on",
            paramLabel = "CLASS",
            description =
                    "Of edit: the class that gets a stroke (default the second of the first group, or its only one).")
    private Integer strokeOn;

    @Option(
            names = "--eye-on",
            paramLabel = "CLASS",
            description = "Of edit: the class that gets an eye (default the last).")
    private Integer eyeOn;

    @Option(
            names = "--edit-checkpoints",
            paramLabel = "N",
            defaultValue = "5",
            description =
                    "Of edit: times at which changes are measured: after all datapoints, half of them, a quarter and so"
                            + " on (default ${DEFAULT-VALUE}).")
    private int checkpoints;

    @Option(
            names = "--edit-activations",
            paramLabel = "NAME",
            defaultValue = "softplus,relu,tanh,sigmoid",
            split = ",",
            description = "Of edit: activations of the further networks: ${COMPLETION-CANDIDATES} (default"
                    + " ${DEFAULT-VALUE}).")
    private List<StandardActivation> activations;

    @Option(
            names = "--edit-hidden",
            paramLabel = "N,N",
            defaultValue = "20,100,300",
            description = "Of edit: hidden units of the further networks (default ${DEFAULT-VALUE}).")
    private String hidden;

    @Option(
            names = "--edit-grid-replicas",
            paramLabel = "N",
            defaultValue = "5",
            description = "Of edit: replicas of each further network; 0 for none (default ${DEFAULT-VALUE}).")
    private int gridReplicas;

    EditConfig config() {
        return new EditConfig(
                strokeOn, eyeOn, checkpoints, activations, NumberList.integers("--edit-hidden", hidden), gridReplicas);
    }
}
