package org.basinlab.cuda.ptx;

/** {@code mov} of several registers into one, the first lowest. */
final class Pack extends Instruction {
    private final int bits;
    private final int[] parts;
    private final boolean wide;
    private final int whole;

    Pack(int bits, int[] parts, boolean wide, int whole) {
        this.bits = bits;
        this.parts = parts;
        this.wide = wide;
        this.whole = whole;
    }

    @Override
    void execute(Warp warp, int mask) {
        long keep = (1L << bits) - 1;
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            long value = 0;
            for (int i = 0; i < parts.length; i++) {
                value |= (warp.r[parts[i]][lane] & keep) << i * bits;
            }
            if (wide) {
                warp.q[whole][lane] = value;
            } else {
                warp.r[whole][lane] = (int) value;
            }
        }
    }

    /** {@code mov} of one register into several. */
    static final class Unpacking extends Instruction {
        private final int bits;
        private final int[] parts;
        private final boolean wide;
        private final int whole;

        Unpacking(int bits, int[] parts, boolean wide, int whole) {
            this.bits = bits;
            this.parts = parts;
            this.wide = wide;
            this.whole = whole;
        }

        @Override
        void execute(Warp warp, int mask) {
            long keep = (1L << bits) - 1;
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                long value = wide ? warp.q[whole][lane] : warp.r[whole][lane];
                for (int i = 0; i < parts.length; i++) {
                    if (parts[i] >= 0) {
                        warp.r[parts[i]][lane] = (int) (value >>> i * bits & keep);
                    }
                }
            }
        }
    }
}
