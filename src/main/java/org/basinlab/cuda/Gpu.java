package org.basinlab.cuda;

/**
 * One NVIDIA GPU, as its driver describes it.
 *
 * @param ordinal           its number among the GPUs this process sees, from 0
 * @param name              such as {@code NVIDIA H100 80GB HBM3}
 * @param computeCapability what it can execute
 * @param memoryBytes       all of its memory, in bytes
 * @param multiprocessors   how many streaming multiprocessors it has
 */
public record Gpu(
        int ordinal, String name, ComputeCapability computeCapability, long memoryBytes, int multiprocessors) {
    private static final ComputeCapability AMPERE = new ComputeCapability(8, 0);

    /** Whether it has tensor cores that multiply TF32, as all do from Ampere on. */
    public boolean hasTf32() {
        return computeCapability.isAtLeast(AMPERE);
    }
}
