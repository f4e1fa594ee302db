package org.basinlab.cuda.ptx;

/** Counts what a kernel's instructions do to memory. */
final class AccessCensus {
    private int accesses;
    private int finest = 4;
    private boolean atomics;

    /** Takes note of one access and numbers it, from 0. */
    int add(int bytes) {
        finest = Math.min(finest, bytes);
        return accesses++;
    }

    void addAtomic() {
        atomics = true;
    }

    int accesses() {
        return accesses;
    }

    /** Bytes of the smallest element accessed, at most 4. */
    int finest() {
        return finest;
    }

    boolean hasAtomics() {
        return atomics;
    }
}
