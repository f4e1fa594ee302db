package org.basinlab.cuda.ptx;

/**
 * Who accessed a unit of shared memory last, as one number: the block's barrier count (32 bits), the
 * warp's own (20 bits) and the threads (12 bits): one, several of one warp, or of several warps.
 *
 * <p>Of one warp, only the accesses since its last barrier need be known: those before are ordered
 * before all later ones of this warp, and to those of other warps any access since the block's barrier is the same.
 */
final class Traces {
    private static final int SEVERAL_OF_WARP = 1024;
    private static final int SEVERAL_WARPS = 2048;
    private static final int WHO_BITS = 12;
    private static final int WHO = (1 << WHO_BITS) - 1;
    private static final int WARP_EPOCH = (1 << 20) - 1;

    private Traces() {}

    static long of(int epoch, int warpEpoch, int thread) {
        return (long) epoch << 32 | (long) (warpEpoch & WARP_EPOCH) << WHO_BITS | thread;
    }

    /** Whether {@code mine} is not ordered after {@code trace} and is of another thread. */
    static boolean conflict(long trace, long mine) {
        if (trace >>> 32 != mine >>> 32) {
            return false;
        }
        int who = (int) trace & WHO;
        int me = (int) mine & WHO;
        if (who == me) {
            return false;
        }
        if (who == SEVERAL_WARPS) {
            return true;
        }
        int warp = who >= SEVERAL_OF_WARP ? who - SEVERAL_OF_WARP : who >> 5;
        return warp != me >> 5 || (int) trace >>> WHO_BITS == (int) mine >>> WHO_BITS;
    }

    /** The trace of both. */
    static long merge(long trace, long mine) {
        if (trace >>> 32 != mine >>> 32) {
            return mine;
        }
        int who = (int) trace & WHO;
        int me = (int) mine & WHO;
        if (who == SEVERAL_WARPS) {
            return trace;
        }
        int warp = who >= SEVERAL_OF_WARP ? who - SEVERAL_OF_WARP : who >> 5;
        if (warp != me >> 5) {
            return trace & ~WHO | SEVERAL_WARPS;
        }
        if ((int) trace >>> WHO_BITS != (int) mine >>> WHO_BITS || who == me) {
            return mine;
        }
        return trace & ~WHO | SEVERAL_OF_WARP + warp;
    }

    /** In words, who it was. */
    static String describe(long trace) {
        int who = (int) trace & WHO;
        if (who == SEVERAL_WARPS) {
            return "threads of several warps";
        }
        return who >= SEVERAL_OF_WARP ? "threads of warp " + (who - SEVERAL_OF_WARP) : "thread number " + who;
    }
}
