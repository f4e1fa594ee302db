package org.basinlab.detection;

import java.util.List;

/**
 * A comparator that {@link Detector} found.
 *
 * @param layer    hidden layer it bends in, from 0
 * @param selected what it compares, and which of the two its bend keeps at the output it acts on most. A bend alone cannot
 *     tell -max(a, b) from min(a, b) - a - b, which are equal: max is a bend upwards there
 * @param angle    degrees between its units and the comparison, root mean square by the effect of each
 * @param share    of the bending: its own in its own and what the layer bends elsewhere
 * @param score    share (1 - (angle / tolerance)^2)
 * @param units    of the layer that take part, ascending
 */
public record FoundComparator(
        int layer, Signal.Selected selected, double angle, double share, double score, List<Integer> units) {
    public FoundComparator {
        units = List.copyOf(units);
    }

    /** What two findings of the same comparator have in common. */
    public Comparison comparison() {
        return new Comparison(layer, selected.name());
    }

    /**
     * Where and what.
     *
     * @param layer   from 0
     * @param circuit such as {@code max(x0, x1)}
     */
    public record Comparison(int layer, String circuit) {}
}
