package org.basinlab.walkers;

import static org.basinlab.experiment.InputException.require;

/**
 * Equal bins of W, of which a histogram counts the walkers; those outside are in none.
 *
 * @param low   the lower end of the first
 * @param high  the upper end of the last
 * @param count how many
 */
public record Bins(double low, double high, int count) {
    public Bins {
        require(count >= 1, "a histogram needs at least one bin, got %s", count);
        require(low < high && Double.isFinite(high - low), "a histogram cannot reach from %s to %s", low, high);
    }

    /** The middle of a bin. */
    public double centre(int bin) {
        return low + (bin + 0.5) * (high - low) / count;
    }
}
