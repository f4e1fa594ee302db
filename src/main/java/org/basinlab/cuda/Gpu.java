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
        int ordinal, String name, ComputeCapability computeCapability, long memoryBytes, int multiprocessors) {}
