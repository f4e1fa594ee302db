package org.basinlab.causal;

import static org.basinlab.experiment.InputException.require;

/**
 * A quantity over a range.
 *
 * @param low    its least value
 * @param high   its greatest
 * @param points values, equally far apart, both ends among them; at least 2
 */
public record Range(double low, double high, int points) {
    public Range {
        require(
                Double.isFinite(low) && Double.isFinite(high) && low < high,
                "a range lo:hi:points needs lo less than hi, got %s and %s",
                low,
                high);
        require(points >= 2, "a range lo:hi:points needs at least 2 points, got %s", points);
    }

    /** One of the points. */
    public double at(int i) {
        return low + (high - low) * i / (points - 1);
    }

    /** All of them. */
    public double[] all() {
        var values = new double[points];
        for (var i = 0; i < points; i++) {
            values[i] = at(i);
        }
        return values;
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return low + ":" + high + ":" + points;
    }
}
