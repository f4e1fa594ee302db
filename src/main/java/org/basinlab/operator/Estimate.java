package org.basinlab.operator;

/**
 * A number and how far it may be off.
 *
 * @param value the best guess
 * @param error an estimate, not a bound
 */
public record Estimate(double value, double error) {
    /**
     * From three grids, each with cells half as wide as the one before.
     *
     * <p>Where the differences of {@code a(h), a(h/2), a(h/4)} fall as h^2 does, by 3 to 5.5 at a time, the value is
     * Richardson's {@code a(h/4) + (a(h/4) - a(h/2)) / 3} (L. F. Richardson 1911), and its error what it differs by
     * from the same of the two coarser grids, and a quarter of the finest difference, for the ratio may be right by
     * chance. Elsewhere it is a(h/4), and the error the sum of both differences.
     */
    public static Estimate of(double coarse, double middle, double fine) {
        var first = middle - coarse;
        var second = fine - middle;
        var ratio = first / second;
        if (ratio >= 3 && ratio <= 5.5) {
            return new Estimate(fine + second / 3, Math.abs(4 * second - first) / 3 + Math.abs(second) / 4);
        }
        return new Estimate(fine, Math.abs(first) + Math.abs(second));
    }

    /** Whether the error is at most {@code tolerance} of the value. */
    boolean within(double tolerance) {
        return error <= tolerance * Math.abs(value);
    }
}
