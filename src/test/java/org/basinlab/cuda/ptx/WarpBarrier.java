package org.basinlab.cuda.ptx;

/** An instruction that lanes of a warp execute together; also a barrier between what they do before and after it. */
abstract class WarpBarrier extends Instruction {
    private final int memberRow;

    /** A barrier of the lanes whose mask stands in a row of registers. */
    WarpBarrier(int memberRow) {
        this.memberRow = memberRow;
    }

    @Override
    final Kind kind() {
        return Kind.WARP_BARRIER;
    }

    /** The lanes that {@code lane} executes it with. */
    final int members(Warp warp, int lane) {
        return warp.r[memberRow][lane];
    }

    /** Whether all lanes execute it with all. */
    final boolean isOfAll(Warp warp) {
        for (int members : warp.r[memberRow]) {
            if (members != -1) {
                return false;
            }
        }
        return true;
    }

    /** Whether lanes that have ended count as arrived. */
    boolean forgivesTheEnded() {
        return false;
    }
}
