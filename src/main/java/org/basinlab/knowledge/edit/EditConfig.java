package org.basinlab.knowledge.edit;

import static org.basinlab.experiment.InputException.require;

import java.util.HashSet;
import java.util.List;
import org.basinlab.network.StandardActivation;

/**
 * Which edits are made, and when and in which further networks their change is looked at.
 *
 * @param strokeOn     the class that gets a stroke; null for the second of the first group, or its only one
 * @param eyeOn        the class that gets an eye; null for the last
 * @param checkpoints  times at which the change is measured: after all datapoints, half of them, a quarter, and so on
 * @param activations  of the hidden layer in the grid
 * @param hidden       units in the grid
 * @param gridReplicas replicas of each cell of the grid; 0 for no grid
 */
public record EditConfig(
        Integer strokeOn,
        Integer eyeOn,
        int checkpoints,
        List<StandardActivation> activations,
        List<Integer> hidden,
        int gridReplicas) {
    /** What {@code basin knowledge edit} takes if nothing is said. */
    public static final EditConfig DEFAULT = new EditConfig(
            null,
            null,
            5,
            List.of(
                    StandardActivation.SOFTPLUS,
                    StandardActivation.RELU,
                    StandardActivation.TANH,
                    StandardActivation.SIGMOID),
            List.of(20, 100, 300),
            5);

    private static final int MOST_CHECKPOINTS = 20;
    private static final int MOST_WIDTHS = 8;

    public EditConfig {
        activations = List.copyOf(activations);
        hidden = List.copyOf(hidden);
        require(
                checkpoints >= 1 && checkpoints <= MOST_CHECKPOINTS,
                "--edit-checkpoints must be from 1 to %s, got %s",
                MOST_CHECKPOINTS,
                checkpoints);
        require(
                gridReplicas >= 0 && gridReplicas <= 1000,
                "--edit-grid-replicas must be from 0 to 1000, got %s",
                gridReplicas);
        require(
                !activations.isEmpty(),
                "--edit-activations must name one at least; --edit-grid-replicas 0 makes no grid");
        require(
                new HashSet<>(activations).size() == activations.size(),
                "--edit-activations names one twice: %s",
                activations);
        require(
                !hidden.isEmpty() && hidden.size() <= MOST_WIDTHS,
                "--edit-hidden must name from 1 to %s numbers of units, got %s",
                MOST_WIDTHS,
                hidden.size());
        require(new HashSet<>(hidden).size() == hidden.size(), "--edit-hidden names a number twice: %s", hidden);
        for (var units : hidden) {
            require(units >= 1 && units <= 100_000, "--edit-hidden must be from 1 to 100000, got %s", units);
        }
    }
}
