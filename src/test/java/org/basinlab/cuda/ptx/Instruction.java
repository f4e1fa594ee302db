package org.basinlab.cuda.ptx;

/** A decoded instruction: executes for all lanes of a warp that {@code mask} names. */
abstract class Instruction {
    /** How the warp treats it. */
    enum Kind {
        /** Executes and goes on with the next. */
        PLAIN,
        /** Goes elsewhere for the lanes on whose guard it is executed. */
        BRANCH,
        /** Goes elsewhere, each lane by its own. */
        TABLE,
        /** Ends the lanes. */
        EXIT,
        /** Waits for other lanes of the warp. */
        WARP_BARRIER,
        /** Waits for the other warps of the block. */
        BLOCK_BARRIER
    }

    /** The line of the PTX. */
    int line;

    /** The predicate that decides for each lane whether to execute; -1 for always. */
    int guard = -1;

    /** All ones where the guard's complement decides. */
    int flip;

    Kind kind() {
        return Kind.PLAIN;
    }

    abstract void execute(Warp warp, int mask);
}
