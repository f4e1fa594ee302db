package org.basinlab.cuda.ptx;

/**
 * Which blocks accessed the units of an allocation, by their stamps. Stamps below a launch's first
 * are of earlier launches and mean nothing.
 */
final class Owners {
    private final int shift;
    private final int[] readers;
    private final int[] writers;
    private int[] atomics;

    Owners(int bytes, int shift) {
        this.shift = shift;
        int units = (bytes + (1 << shift) - 1) >> shift;
        readers = new int[units];
        writers = new int[units];
    }

    int shift() {
        return shift;
    }

    /** Takes note of a read; the stamp of another block that wrote there, or 0. */
    int read(int at, int size, int stamp, int first, int many) {
        int end = Math.max(at + size - 1 >> shift, at >> shift);
        for (int unit = at >> shift; unit <= end; unit++) {
            int writer = writers[unit];
            if (writer >= first && writer != stamp) {
                return writer;
            }
            if (atomics != null && atomics[unit] >= first && atomics[unit] != stamp) {
                return atomics[unit];
            }
            int reader = readers[unit];
            if (reader < first) {
                readers[unit] = stamp;
            } else if (reader != stamp) {
                readers[unit] = many;
            }
        }
        return 0;
    }

    /** Takes note of a write; the stamp of another block that accessed it, or 0. */
    int write(int at, int size, int stamp, int first) {
        int end = Math.max(at + size - 1 >> shift, at >> shift);
        for (int unit = at >> shift; unit <= end; unit++) {
            int other = other(unit, stamp, first);
            if (other == 0 && atomics != null && atomics[unit] >= first && atomics[unit] != stamp) {
                other = atomics[unit];
            }
            if (other != 0) {
                return other;
            }
            writers[unit] = stamp;
        }
        return 0;
    }

    /** Takes note of an atomic; the stamp of another block that accessed it otherwise, or 0. */
    int atomic(int at, int size, int stamp, int first, int many) {
        if (atomics == null) {
            atomics = new int[writers.length];
        }
        int end = Math.max(at + size - 1 >> shift, at >> shift);
        for (int unit = at >> shift; unit <= end; unit++) {
            int other = other(unit, stamp, first);
            if (other != 0) {
                return other;
            }
            atomics[unit] = atomics[unit] < first || atomics[unit] == stamp ? stamp : many;
        }
        return 0;
    }

    private int other(int unit, int stamp, int first) {
        if (writers[unit] >= first && writers[unit] != stamp) {
            return writers[unit];
        }
        return readers[unit] >= first && readers[unit] != stamp ? readers[unit] : 0;
    }

    /** Whether a block of this launch wrote there. */
    boolean isWritten(int at, int size, int first) {
        int end = Math.max(at + size - 1 >> shift, at >> shift);
        for (int unit = at >> shift; unit <= end; unit++) {
            if (writers[unit] >= first || atomics != null && atomics[unit] >= first) {
                return true;
            }
        }
        return false;
    }
}
