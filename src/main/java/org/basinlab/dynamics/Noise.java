package org.basinlab.dynamics;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.random.RandomStream;

/**
 * Noise added to a variable after every step, the same in every world: independent normal numbers of a standard deviation of
 * {@code size sqrt(h)}, so that its effect does not depend on the step. It moves no tangent by itself.
 *
 * @param variable its place
 * @param size     standard deviation a square root of time; 0 for none
 */
public record Noise(int variable, double size, long seed) {
    /** None. */
    public static final Noise NONE = new Noise(0, 0, 0);

    public Noise {
        require(size >= 0 && Double.isFinite(size), "--noise must be 0 or positive, got %s", size);
    }

    /** Adds that of a step. */
    void addTo(double[] state, long step, double h) {
        if (size > 0) {
            state[variable] += at(step, h);
        }
    }

    /** That of a step. */
    double at(long step, double h) {
        return size > 0 ? size * Math.sqrt(h) * new RandomStream(seed, RandomStream.NOISE, variable).normal(step) : 0;
    }
}
