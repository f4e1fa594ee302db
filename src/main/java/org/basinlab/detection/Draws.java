package org.basinlab.detection;

import org.basinlab.random.RandomStream;

/** Numbers of one part of {@link RandomStream#PLANTED}, one after the other. The parts are named here. */
final class Draws {
    /** Which inputs a circuit is planted on. */
    static final int PLACES = 0;
    /** Weights of units beside it. */
    static final int DISTRACTORS = 1;
    /** Noise on weights. */
    static final int NOISE = 2;
    /** The new order of units. */
    static final int ORDER = 3;
    /** The factors of units. */
    static final int FACTORS = 4;
    /** Inputs that a network is looked at with. */
    static final int LOOKED_AT = 5;
    /** Inputs that a rebuilt function is judged on. */
    static final int JUDGED = 6;
    /** Inputs that networks learn from. */
    static final int LEARNT = 7;
    /** What controls learn. */
    static final int TARGETS = 8;

    private final RandomStream random;
    private long next;

    Draws(long seed, int part) {
        random = new RandomStream(seed, RandomStream.PLANTED, part);
    }

    double normal() {
        return random.normal(next++);
    }

    double uniform() {
        return random.uniform(next++);
    }

    /** {@link RandomStream#permutation} number {@code draw}. */
    int[] permutation(int n, int draw) {
        return random.permutation(n, draw);
    }
}
