package org.basinlab.stats;

/**
 * A closed interval, at 95% wherever nothing else is said.
 *
 * @param low  its lower end
 * @param high its upper end, not below {@code low}
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval ends out of order: " + low + ", " + high);
        }
    }

    /** Whether {@code value} lies in it, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The part of it that a quantity with these bounds can take, such as a correlation from -1 to 1. */
    public Interval inside(double least, double most) {
        return new Interval(Math.max(least, Math.min(most, low)), Math.max(least, Math.min(most, high)));
    }
}
