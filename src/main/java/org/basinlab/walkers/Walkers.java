package org.basinlab.walkers;

import org.basinlab.experiment.Progress;

/** An engine that runs many walkers. */
public interface Walkers {
    /** Its name, as {@code --engine} takes it. */
    String name();

    /** The array library's backend that computes; null where none does. */
    default String backend() {
        return null;
    }

    /** The GPU that computes; null where none does. */
    default String gpu() {
        return null;
    }

    /** Runs them all; {@code progress} advances by one a walker-step in all. */
    Walked run(Walk walk, Progress progress);

    /** Where each walker is after the last step, in order. */
    double[] ends(Walk walk);
}
