package org.basinlab.knowledge.edit;

import java.util.List;
import java.util.Map;

/**
 * What is kept of one replica: numbers, no network.
 *
 * @param diverged    whether any of its trainings did
 * @param untouched   the greatest |change| of a parameter of the untouched twin, at any time; NaN if not known
 * @param changes     of each twin at each checkpoint
 * @param accuracy    of each network on all test images
 * @param recognition of the class of each structured edit, by the networks that are asked; by edit, then network
 * @param amounts     what the edits of the replica changed
 * @param maps        of each changed twin, the root of the energy of the change in each pixel; empty where not known
 */
record Replica(
        long seed,
        boolean diverged,
        double untouched,
        List<Change> changes,
        Map<Twin, Double> accuracy,
        Map<Twin, Map<Twin, Recognition>> recognition,
        Map<Twin, Amount> amounts,
        Map<Twin, double[]> maps) {
    /** A change at the end. */
    Change end(Twin twin) {
        return at(twin, changes.get(changes.size() - 1).datapoints());
    }

    /** A change at a checkpoint. */
    Change at(Twin twin, int datapoints) {
        return changes.stream()
                .filter(c -> c.twin() == twin && c.datapoints() == datapoints)
                .findFirst()
                .orElseThrow();
    }

    /** The same without what is large. */
    Replica withoutMaps() {
        return new Replica(seed, diverged, untouched, changes, accuracy, recognition, amounts, Map.of());
    }
}
