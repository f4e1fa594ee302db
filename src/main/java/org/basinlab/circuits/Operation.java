package org.basinlab.circuits;

import java.util.Locale;

/** What a circuit finds. */
public enum Operation {
    /** The largest number. */
    MAX,
    /** The smallest. */
    MIN,
    /** Which is the largest: 1 in its place, the first of equal ones, and 0 elsewhere. */
    ARGMAX,
    /** What goes with the largest, the first of equal ones, and how large it is. */
    SELECT,
    /** The largest few, in descending order. */
    TOPK,
    /** All, in ascending order. */
    SORT;

    /** As the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
