package org.basinlab.cuda.ptx;

import java.util.Arrays;

/** Fills the rows of the special registers. */
final class SpecialRows {
    private SpecialRows() {}

    /** Those that stay the same for all blocks of a launch. */
    static void fillFixed(Warp warp, Launch launch) {
        var block = launch.block();
        var grid = launch.grid();
        for (int lane = 0; lane < Warp.LANES; lane++) {
            int thread = warp.thread(lane);
            warp.r[Special.TID_X.ordinal()][lane] = thread % block.x();
            warp.r[Special.TID_Y.ordinal()][lane] = thread / block.x() % block.y();
            warp.r[Special.TID_Z.ordinal()][lane] = thread / block.x() / block.y();
            warp.r[Special.LANEID.ordinal()][lane] = lane;
            int bit = 1 << lane;
            warp.r[Special.LANEMASK_EQ.ordinal()][lane] = bit;
            warp.r[Special.LANEMASK_LT.ordinal()][lane] = bit - 1;
            warp.r[Special.LANEMASK_LE.ordinal()][lane] = bit - 1 | bit;
            warp.r[Special.LANEMASK_GT.ordinal()][lane] = ~(bit - 1 | bit);
            warp.r[Special.LANEMASK_GE.ordinal()][lane] = ~(bit - 1);
        }
        fill(warp, Special.NTID_X, block.x());
        fill(warp, Special.NTID_Y, block.y());
        fill(warp, Special.NTID_Z, block.z());
        fill(warp, Special.NCTAID_X, grid.x());
        fill(warp, Special.NCTAID_Y, grid.y());
        fill(warp, Special.NCTAID_Z, grid.z());
        fill(warp, Special.WARPID, warp.number);
        fill(warp, Special.NWARPID, (int) ((block.count() + Warp.LANES - 1) / Warp.LANES));
        fill(warp, Special.DYNAMIC_SHARED, launch.dynamicShared());
        fill(warp, Special.TOTAL_SHARED, launch.sharedBytes());
    }

    /** Where the block lies in the grid. */
    static void fillBlock(Warp warp, int x, int y, int z) {
        fill(warp, Special.CTAID_X, x);
        fill(warp, Special.CTAID_Y, y);
        fill(warp, Special.CTAID_Z, z);
    }

    private static void fill(Warp warp, Special special, int value) {
        Arrays.fill(warp.r[special.ordinal()], value);
    }
}
