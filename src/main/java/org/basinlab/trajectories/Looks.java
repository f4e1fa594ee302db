package org.basinlab.trajectories;

/** Told where trajectories are on their way. */
@FunctionalInterface
public interface Looks {
    /**
     * Some trajectories after some steps. Every trajectory is in one part of each look, and the last look is at the end; called from several threads,
     * each part's looks one after another, and the part is valid until it returns.
     */
    void see(Flown part);
}
