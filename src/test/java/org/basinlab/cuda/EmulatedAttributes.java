package org.basinlab.cuda;

import java.util.Map;

/** A device's attributes, by CUDA's numbers, as GPUs of its compute capability have them. */
final class EmulatedAttributes {
    static final int MAX_THREADS_PER_BLOCK = 1024;
    static final int SHARED_PER_BLOCK = 48 << 10;

    private static final Map<String, Integer> SHARED_KIB_PER_MULTIPROCESSOR = Map.of(
            "7.0", 96, "7.5", 64, "8.0", 164, "8.6", 100, "8.7", 164, "8.9", 100, "9.0", 228, "10.0", 228, "12.0", 100);
    private static final Map<String, Integer> THREADS_PER_MULTIPROCESSOR =
            Map.of("7.5", 1024, "8.6", 1536, "8.7", 1536, "8.9", 1536, "12.0", 1536);

    private EmulatedAttributes() {}

    /** The most shared memory that a block can have: all but 1 KiB of a multiprocessor's, or all before 8.0. */
    static int maxSharedPerBlock(Gpu gpu) {
        int all = sharedPerMultiprocessor(gpu);
        return gpu.computeCapability().major() < 8 ? all : all - (1 << 10);
    }

    private static int sharedPerMultiprocessor(Gpu gpu) {
        return SHARED_KIB_PER_MULTIPROCESSOR.getOrDefault(
                        gpu.computeCapability().toString(), 100)
                << 10;
    }

    /** An attribute; null for a number that is not known. */
    static Integer of(Gpu gpu, int attribute) {
        return switch (attribute) {
            case 1 -> MAX_THREADS_PER_BLOCK;
            case 2, 3 -> 1024;
            case 4 -> 64;
            case 5 -> Integer.MAX_VALUE;
            case 6, 7 -> 65535;
            case 8 -> SHARED_PER_BLOCK;
            case 9 -> 64 << 10;
            case 10 -> 32;
            case 12, 82 -> 65536;
            case 13 -> 1_410_000;
            case 14 -> 512;
            case 16 -> gpu.multiprocessors();
            case 17, 18 -> 0;
            case 20 -> 0;
            case 31 -> 1;
            case 32 -> 0;
            case 33 -> gpu.ordinal() + 1;
            case 34 -> 0;
            case 36 -> 1_215_000;
            case 37 -> 5120;
            case 38 -> 40 << 20;
            case 39 ->
                THREADS_PER_MULTIPROCESSOR.getOrDefault(gpu.computeCapability().toString(), 2048);
            case 40 -> 3;
            case 41 -> 1;
            case 50 -> 0;
            case 75 -> gpu.computeCapability().major();
            case 76 -> gpu.computeCapability().minor();
            case 81 -> sharedPerMultiprocessor(gpu);
            case 83, 89 -> 1;
            case 95 -> 1;
            case 97 -> maxSharedPerBlock(gpu);
            case 106 -> 16;
            default -> null;
        };
    }
}
