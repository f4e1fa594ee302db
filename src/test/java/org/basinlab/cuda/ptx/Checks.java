package org.basinlab.cuda.ptx;

/**
 * What is checked beside addresses, alignment and barriers, which always are.
 *
 * @param uninitialized reads of bytes that nothing wrote
 * @param sharedRaces   accesses of two threads of a block to one byte of shared memory, one of them
 *                      writing, with no barrier between them
 * @param globalRaces   accesses of two blocks of a launch to one byte of global memory, one of them
 *                      writing and not both atomic
 */
public record Checks(boolean uninitialized, boolean sharedRaces, boolean globalRaces) {
    public static final Checks ALL = new Checks(true, true, true);
    public static final Checks NONE = new Checks(false, false, false);

    public Checks withoutUninitialized() {
        return new Checks(false, sharedRaces, globalRaces);
    }

    public Checks withoutSharedRaces() {
        return new Checks(uninitialized, false, globalRaces);
    }

    /** For kernels whose blocks hand results to each other by fences and atomics. */
    public Checks withoutGlobalRaces() {
        return new Checks(uninitialized, sharedRaces, false);
    }
}
