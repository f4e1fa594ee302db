package org.basinlab.cuda.ptx;

/** {@code atom} and {@code red}: lanes one after the other, the lowest first. */
final class Atomic extends Access {
    /** What comes of the value in memory and the operands. */
    interface Update {
        long apply(long old, long operand, long second);
    }

    private final Update update;
    private final boolean wide;
    private final int destination;
    private final int operand;
    private final int second;

    /**
     * An atomic.
     *
     * @param wide        whether it is of 64 bits
     * @param destination the row for the old value, -1 where it is not wanted
     * @param second      the row of a second operand, or the first again
     */
    Atomic(
            Space space,
            Place place,
            int number,
            Update update,
            boolean wide,
            int destination,
            int operand,
            int second) {
        super(space, place, wide ? 8 : 4, number, Mode.ATOMIC);
        this.update = update;
        this.wide = wide;
        this.destination = destination;
        this.operand = operand;
        this.second = second;
    }

    @Override
    void move(Warp warp, int mask) {
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int at = warp.at[lane];
            if (wide) {
                long old = Words.long64(warp.data, at);
                Words.long64(warp.data, at, update.apply(old, warp.q[operand][lane], warp.q[second][lane]));
                if (destination >= 0) {
                    warp.q[destination][lane] = old;
                }
            } else {
                int old = Words.int32(warp.data, at);
                Words.int32(warp.data, at, (int) update.apply(old, warp.r[operand][lane], warp.r[second][lane]));
                if (destination >= 0) {
                    warp.r[destination][lane] = old;
                }
            }
        }
    }
}
