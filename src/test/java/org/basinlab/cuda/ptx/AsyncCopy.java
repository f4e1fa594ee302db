package org.basinlab.cuda.ptx;

/** {@code cp.async} from global to shared memory; what the source lacks of its size becomes zeros. */
final class AsyncCopy extends Instruction {
    private final Place target;
    private final Place source;
    private final int bytes;
    private final int sourceBytes;
    private final int number;

    /**
     * A copy.
     *
     * @param sourceBytes the row of how many bytes the source has
     * @param number      of the access to global memory
     */
    AsyncCopy(Place target, Place source, int bytes, int sourceBytes, int number) {
        this.target = target;
        this.source = source;
        this.bytes = bytes;
        this.sourceBytes = sourceBytes;
        this.number = number;
    }

    @Override
    void execute(Warp warp, int mask) {
        var data = new byte[Warp.LANES * bytes];
        var from = new long[Warp.LANES];
        source.addresses(warp, from);
        int whole = 0;
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int size = warp.r[sourceBytes][lane];
            warp.address[lane] = from[lane];
            if (size < 0 || size > bytes || (from[lane] & bytes - 1) != 0) {
                throw warp.fault(Fault.Kind.MISALIGNED, lane, "cp.async of " + size + " bytes, or misaligned");
            }
            if (size == bytes) {
                whole |= 1 << lane;
            }
        }
        new Fetch(bytes, 0, data).perform(warp, whole);
        for (int i = 0; i < bytes; i++) {
            int some = 0;
            for (int todo = mask & ~whole; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                warp.address[lane] = from[lane] + i;
                if (i < warp.r[sourceBytes][lane]) {
                    some |= 1 << lane;
                }
            }
            new Fetch(1, i, data).perform(warp, some);
        }
        var targets = new long[Warp.LANES];
        target.addresses(warp, targets);
        warp.copies.add(this, mask, targets, data);
    }

    /** What was copied is there. */
    void arrive(Warp warp, int mask, long[] targets, byte[] data) {
        System.arraycopy(targets, 0, warp.address, 0, Warp.LANES);
        new Deposit(data).perform(warp, mask);
    }

    private final class Fetch extends Access {
        private final int offset;
        private final byte[] to;

        Fetch(int size, int offset, byte[] to) {
            super(Space.GLOBAL, source, size, AsyncCopy.this.number, Mode.READ);
            this.offset = offset;
            this.to = to;
        }

        @Override
        void move(Warp warp, int mask) {
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                System.arraycopy(warp.data, warp.at[lane], to, lane * AsyncCopy.this.bytes + offset, bytes);
            }
        }
    }

    private final class Deposit extends Access {
        private final byte[] from;

        Deposit(byte[] from) {
            super(Space.SHARED, target, AsyncCopy.this.bytes, AsyncCopy.this.number, Mode.WRITE);
            this.from = from;
        }

        @Override
        void move(Warp warp, int mask) {
            for (int todo = mask; todo != 0; todo &= todo - 1) {
                int lane = Integer.numberOfTrailingZeros(todo);
                System.arraycopy(from, lane * bytes, warp.data, warp.at[lane], bytes);
            }
        }
    }

    /** {@code cp.async.commit_group}. */
    static final class Commit extends Instruction {
        @Override
        void execute(Warp warp, int mask) {
            warp.copies.commit(mask);
        }
    }

    /** {@code cp.async.wait_group} and {@code cp.async.wait_all}. */
    static final class Wait extends Instruction {
        private final int allBut;

        Wait(int allBut) {
            this.allBut = allBut;
        }

        @Override
        void execute(Warp warp, int mask) {
            if (allBut < 0) {
                warp.copies.commit(mask);
            }
            warp.copies.arrive(warp, mask, Math.max(allBut, 0));
        }
    }
}
