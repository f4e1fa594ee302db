package org.basinlab.detection;

import java.util.SortedSet;

/**
 * A tree of found comparators that all keep the same, so that its root is the maximum (or the minimum) of its leaves.
 *
 * @param root     what it gives, alpha + beta root
 * @param explains share of the variance of the output it has most in common with, by a straight line
 * @param whole    whether that is enough to call the tree this output's circuit ({@link Tolerances#whole})
 */
public record Composition(Signal.Selected root, double explains, boolean whole) {
    /** The inputs it is the maximum or minimum of. */
    public SortedSet<Integer> leaves() {
        return root.leaves();
    }
}
