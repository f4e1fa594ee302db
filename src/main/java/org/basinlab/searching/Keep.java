package org.basinlab.searching;

/** Which of the proposals a search neuron keeps. */
public enum Keep {
    /** As it should. */
    BEST,
    /** A neuron broken on purpose. */
    WORST
}
