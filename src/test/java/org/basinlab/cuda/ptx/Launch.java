package org.basinlab.cuda.ptx;

/**
 * A kernel on a grid.
 *
 * @param program       the kernel
 * @param grid          its blocks
 * @param block         the threads of each
 * @param dynamicShared bytes of shared memory beside those that the kernel's text names
 * @param parameters    the arguments, each where the kernel's parameter lies
 * @param memory        global memory
 * @param checks        what is checked
 * @param firstStamp    the number of its first block among those of all launches
 * @param loopLimit     how many backward branches a block's warps may do
 */
record Launch(
        Program program,
        Dim grid,
        Dim block,
        int dynamicShared,
        byte[] parameters,
        DeviceMemory memory,
        Checks checks,
        int firstStamp,
        long loopLimit) {
    int sharedBytes() {
        return program.sharedBytes() + dynamicShared;
    }

    /** Stands for more than one block of this launch. */
    int manyStamp() {
        return firstStamp + (int) grid.count();
    }
}
