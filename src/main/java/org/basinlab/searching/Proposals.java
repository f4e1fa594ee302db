package org.basinlab.searching;

import static org.basinlab.experiment.InputException.require;

import java.util.Locale;
import org.basinlab.random.RandomStream;

/**
 * What a search neuron tries: points z of the box [-1, 1]^d, the same for every context.
 *
 * <p>Of a grid and of random draws the points are all that is tried. Of gradient steps they are where projected ascents
 * start, each evaluating one point more a step.
 *
 * @param kind  how points are chosen
 * @param count points on each axis of a grid; draws; starts on each axis of gradient steps
 * @param steps of each ascent; 0 unless {@code kind} is {@link Kind#GRADIENT}
 * @param seed  of the draws, part of what the neuron computes; 0 unless {@code kind} is {@link Kind#RANDOM}
 */
public record Proposals(Kind kind, int count, int steps, long seed) {
    private static final int MOST_POINTS = 1 << 20;

    /** How points are chosen. */
    public enum Kind {
        /** Evenly on each axis, ends included; one alone is the centre. */
        GRID,
        /** Uniform draws of a fixed seed. */
        RANDOM,
        /** Ascents from the centres of even cells. */
        GRADIENT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Proposals {
        require(count >= 1, "a search must propose one point at least, got %s", count);
        require(steps >= 0, "steps of ascent must not be negative, got %s", steps);
        require(steps == 0 || kind == Kind.GRADIENT, "only gradient proposals take steps, not a %s of them", kind);
    }

    /** Points on each axis, ends included. */
    public static Proposals grid(int perAxis) {
        return new Proposals(Kind.GRID, perAxis, 0, 0);
    }

    /** Draws of a seed. */
    public static Proposals random(int draws, long seed) {
        return new Proposals(Kind.RANDOM, draws, 0, seed);
    }

    /** Starts on each axis, and steps from each. */
    public static Proposals gradient(int startsPerAxis, int steps) {
        return new Proposals(Kind.GRADIENT, startsPerAxis, steps, 0);
    }

    /** One alone, the centre or the first draw, with no step from it: a neuron that cannot search. */
    public Proposals single() {
        return new Proposals(kind, 1, 0, seed);
    }

    /**
     * How many points there are.
     *
     * @param dimensions d
     * @throws org.basinlab.experiment.InputException if they are more than 2^20
     */
    public int size(int dimensions) {
        var size = kind == Kind.RANDOM ? count : Math.pow(count, dimensions);
        require(
                size <= MOST_POINTS,
                "%s points on each of %s axes are more than 2^20: propose fewer",
                count,
                dimensions);
        return (int) size;
    }

    /** How often the subnetwork is evaluated a context. */
    public long evaluations(int dimensions) {
        return size(dimensions) * (1L + steps);
    }

    /** The points, one after the other, the last axis fastest. */
    public double[] points(int dimensions) {
        var size = size(dimensions);
        var points = new double[size * dimensions];
        var stream = new RandomStream(seed, RandomStream.PROPOSALS, 0);
        for (var p = 0; p < size; p++) {
            var rest = p;
            for (var a = dimensions - 1; a >= 0; a--) {
                points[p * dimensions + a] =
                        kind == Kind.RANDOM ? 2 * stream.uniform(p * (long) dimensions + a) - 1 : place(rest % count);
                rest /= count;
            }
        }
        return points;
    }

    private double place(int i) {
        if (kind == Kind.GRADIENT) {
            return (2 * i + 1 - count) / (double) count;
        }
        return count == 1 ? 0 : (2 * i - (count - 1)) / (double) (count - 1);
    }
}
