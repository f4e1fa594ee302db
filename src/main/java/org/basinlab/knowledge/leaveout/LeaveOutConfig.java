package org.basinlab.knowledge.leaveout;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.knowledge.setting.Classes;

/**
 * What is left out besides each class, and how much is spent on rivals.
 *
 * @param editLabel    the class of whose images a random half is painted on; null for the second class of the first group,
 *                     or its only one
 * @param fisherImages images of an element that Fisher information is taken over, at most
 */
public record LeaveOutConfig(Integer editLabel, int fisherImages) {
    /** What is taken if nothing is said. */
    public static final LeaveOutConfig DEFAULT = new LeaveOutConfig(null, 1000);

    private static final int MOST_IMAGES = 1_000_000;

    public LeaveOutConfig {
        require(
                fisherImages >= 1 && fisherImages <= MOST_IMAGES,
                "--fisher-images must be from 1 to %s, got %s",
                MOST_IMAGES,
                fisherImages);
    }

    /**
     * The class that is painted on.
     *
     * @throws org.basinlab.experiment.InputException if it is not in play
     */
    public int editLabel(Classes classes) {
        if (editLabel == null) {
            var first = classes.groups().get(0);
            return first.get(Math.min(1, first.size() - 1));
        }
        require(
                classes.groupOf(editLabel) >= 0,
                "--leave-out-edit %s is no class in play: give one of --digits %s",
                editLabel,
                classes);
        return editLabel;
    }
}
