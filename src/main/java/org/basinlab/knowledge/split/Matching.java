package org.basinlab.knowledge.split;

/** At which checkpoints hidden units are matched: it takes longer than the training where there are many. */
enum Matching {
    /** At all of them, up to half of {@link Alignment#WIDEST} units; beyond as {@link #ENDS}. */
    THROUGHOUT,
    /** At the start and at the end, up to {@link Alignment#WIDEST} units. */
    ENDS;

    boolean holds(int units, boolean end) {
        return units <= Alignment.WIDEST && (end || this == THROUGHOUT && units <= Alignment.WIDEST / 2);
    }
}
