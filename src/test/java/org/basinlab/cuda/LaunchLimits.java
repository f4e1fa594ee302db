package org.basinlab.cuda;

import org.basinlab.cuda.ptx.Dim;

/** Whether a device takes a launch. */
final class LaunchLimits {
    private static final int MAX_GRID_YZ = 65535;
    private static final int MAX_BLOCK_Z = 64;

    private LaunchLimits() {}

    /** Why it does not; SUCCESS if it does. */
    static CudaResult refusal(Gpu gpu, EmulatedContext.Function function, Dim grid, Dim block, int dynamicShared) {
        if (grid.x() < 1 || grid.y() < 1 || grid.z() < 1 || block.x() < 1 || block.y() < 1 || block.z() < 1) {
            return CudaResult.INVALID_VALUE;
        }
        if (grid.y() > MAX_GRID_YZ || grid.z() > MAX_GRID_YZ || block.z() > MAX_BLOCK_Z) {
            return CudaResult.INVALID_VALUE;
        }
        if (block.x() > EmulatedAttributes.MAX_THREADS_PER_BLOCK
                || block.y() > EmulatedAttributes.MAX_THREADS_PER_BLOCK
                || block.count() > EmulatedAttributes.MAX_THREADS_PER_BLOCK) {
            return CudaResult.INVALID_VALUE;
        }
        int declared = function.program.maxThreads();
        if (declared > 0 && block.count() > declared) {
            return CudaResult.INVALID_VALUE;
        }
        int shared = dynamicShared + function.program.sharedBytes();
        if (dynamicShared < 0
                || dynamicShared > function.maxDynamicShared
                || shared > EmulatedAttributes.maxSharedPerBlock(gpu)) {
            return CudaResult.INVALID_VALUE;
        }
        return CudaResult.SUCCESS;
    }
}
