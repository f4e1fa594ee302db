package org.basinlab.trajectories.cuda;

import org.basinlab.trajectories.Flown;

/** The trajectories of an ensemble, as many at a time as there is room for, and the kernels that move them. */
sealed interface Steps extends AutoCloseable permits LorenzSteps, TapeSteps {
    /** Steps of a launch, at most. */
    int MOST = 1 << 30;

    /** How many there can be. */
    int room();

    /** Instructions of one trajectory's step, about. */
    long instructions();

    /** Puts trajectories first, ..., first + n - 1 at their starts; those from before are gone. */
    void begin(int first, int n);

    /**
     * Has the first n take the steps from, ..., to - 1, at most {@link #MOST}, and returns before they have. No edge of the
     * window lies between.
     */
    void advance(int n, long from, long to);

    /**
     * Reads where they are before a step, {@code into.count()} of them from a column on, which is their number since {@link
     * #begin}. May be called from several threads.
     */
    void read(long step, int column, Flown into);

    @Override
    void close();
}
