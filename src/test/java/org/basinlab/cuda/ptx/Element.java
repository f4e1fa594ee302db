package org.basinlab.cuda.ptx;

/**
 * One number that a load or a store moves.
 *
 * @param bits   of its register: 16, 32 or 64
 * @param row    of its register
 * @param bytes  its size in memory
 * @param signed whether its sign fills what its register has more
 * @param offset from the beginning of what the instruction moves
 */
record Element(int bits, int row, int bytes, boolean signed, int offset) {
    void load(Warp warp, int mask) {
        var data = warp.data;
        var at = warp.at;
        if (bits == 64) {
            load64(warp.q[row], data, at, mask);
        } else if (bytes == 4) {
            var to = warp.r[row];
            if (mask == -1) {
                for (int lane = 0; lane < Warp.LANES; lane++) {
                    to[lane] = Words.int32(data, at[lane] + offset);
                }
            } else {
                for (int todo = mask; todo != 0; todo &= todo - 1) {
                    int lane = Integer.numberOfTrailingZeros(todo);
                    to[lane] = Words.int32(data, at[lane] + offset);
                }
            }
        } else {
            var to = warp.r[row];
            int keep = bits == 16 ? 0xffff : -1;
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                to[lane] = small(data, at[lane] + offset) & keep;
            }
        }
    }

    private void load64(long[] to, byte[] data, int[] at, int mask) {
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int from = at[lane] + offset;
            if (bytes == 8) {
                to[lane] = Words.long64(data, from);
            } else if (bytes == 4) {
                int value = Words.int32(data, from);
                to[lane] = signed ? value : value & 0xffff_ffffL;
            } else {
                to[lane] = small(data, from);
            }
        }
    }

    private int small(byte[] data, int from) {
        if (bytes == 1) {
            return signed ? data[from] : data[from] & 0xff;
        }
        int value = Words.short16(data, from);
        return signed ? value : value & 0xffff;
    }

    void store(Warp warp, int mask) {
        var data = warp.data;
        var at = warp.at;
        if (bits == 64) {
            var from = warp.q[row];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                store(data, at[lane] + offset, from[lane]);
            }
        } else {
            var from = warp.r[row];
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                store(data, at[lane] + offset, from[lane]);
            }
        }
    }

    private void store(byte[] data, int to, long value) {
        switch (bytes) {
            case 1 -> data[to] = (byte) value;
            case 2 -> Words.short16(data, to, (int) value);
            case 4 -> Words.int32(data, to, (int) value);
            default -> Words.long64(data, to, value);
        }
    }
}
