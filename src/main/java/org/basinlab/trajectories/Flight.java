package org.basinlab.trajectories;

/** Some trajectories that step together, on one thread. None depends on its company. */
interface Flight {
    /** How many there can be. */
    int size();

    /** Steps after which tangents are to be {@link #rescale rescaled}: they may grow by 2^7 a step until then. */
    int patience();

    /** Puts trajectories first, ..., first + n - 1 at their starts. */
    void begin(int first, int n);

    /** From now on A is frozen: what the frozen tangent has there is 0. */
    void freeze();

    /** Takes steps, the first of which is number {@code from}, with A frozen or not. */
    void advance(long from, int steps, boolean frozen);

    /** Brings tangents back to sizes that can be calculated with, by exact powers of two. */
    void rescale();

    /** Reads where they are before step {@code step} into columns {@code column}, ... */
    void read(long step, boolean frozen, Flown into, int column);
}
