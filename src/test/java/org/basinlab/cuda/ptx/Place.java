package org.basinlab.cuda.ptx;

/**
 * Where an instruction accesses memory.
 *
 * @param bits   32 or 64 for a register of so many that holds the base, 0 for none
 * @param row    that register
 * @param offset added to it
 */
record Place(int bits, int row, long offset) {
    /** Writes each lane's address. */
    void addresses(Warp warp, long[] to) {
        if (bits == 64) {
            var base = warp.q[row];
            for (int lane = 0; lane < Warp.LANES; lane++) {
                to[lane] = base[lane] + offset;
            }
        } else if (bits == 32) {
            var base = warp.r[row];
            for (int lane = 0; lane < Warp.LANES; lane++) {
                to[lane] = (base[lane] & 0xffff_ffffL) + offset;
            }
        } else {
            for (int lane = 0; lane < Warp.LANES; lane++) {
                to[lane] = offset;
            }
        }
    }
}
