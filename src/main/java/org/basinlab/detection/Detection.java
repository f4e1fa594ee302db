package org.basinlab.detection;

import java.util.List;

/**
 * What {@link Detector} found in a network.
 *
 * @param comparators layer by layer, in a layer by score, best first
 * @param bending     of each hidden layer, the found comparators' share of the bending: theirs in theirs and the rest; 0
 *     where nothing bends
 * @param composition the largest tree of them; null where nothing was found
 * @param rebuilt     the network's outputs from these comparators alone
 */
public record Detection(
        List<FoundComparator> comparators, List<Double> bending, Composition composition, Rebuilt rebuilt) {
    public Detection {
        comparators = List.copyOf(comparators);
        bending = List.copyOf(bending);
    }

    /** Whether the network as a whole is the maximum of so many inputs. */
    public boolean isWholeMaximum(int inputs) {
        return composition != null
                && composition.whole()
                && composition.root().isAll(Selection.MAX)
                && composition.leaves().size() == inputs;
    }
}
