package org.basinlab.cuda.ptx;

/** {@code shfl.sync}: each lane reads a register of another. */
final class Shuffle extends WarpBarrier {
    /** How the other lane is found. */
    enum Mode {
        UP,
        DOWN,
        BFLY,
        IDX
    }

    private final Mode mode;
    private final int destination;
    private final int valid;
    private final int source;
    private final int by;
    private final int clamp;

    /**
     * A shuffle.
     *
     * @param valid the predicate that tells whether the other lane was in range, -1 for none
     */
    Shuffle(Mode mode, int destination, int valid, int source, int by, int clamp, int memberRow) {
        super(memberRow);
        this.mode = mode;
        this.destination = destination;
        this.valid = valid;
        this.source = source;
        this.by = by;
        this.clamp = clamp;
    }

    @Override
    void execute(Warp warp, int mask) {
        var from = warp.r[source].clone();
        var to = warp.r[destination];
        int inRange = 0;
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int c = warp.r[clamp][lane];
            int b = warp.r[by][lane] & 31;
            int segment = c >> 8 & 31;
            int first = lane & segment;
            int last = first | c & 31 & ~segment;
            int other = switch (mode) {
                case UP -> lane - b;
                case DOWN -> lane + b;
                case BFLY -> lane ^ b;
                case IDX -> first | b & ~segment;
            };
            if (mode == Mode.UP ? other >= last : other <= last) {
                inRange |= 1 << lane;
            } else {
                other = lane;
            }
            if ((mask >>> other & 1) == 0) {
                throw warp.fault(Fault.Kind.OTHER, lane, "shfl.sync from lane " + other + ", which does not take part");
            }
            to[lane] = from[other];
        }
        if (valid >= 0) {
            warp.p[valid] = warp.p[valid] & ~mask | inRange;
        }
    }
}
