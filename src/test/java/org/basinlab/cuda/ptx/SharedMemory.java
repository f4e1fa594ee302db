package org.basinlab.cuda.ptx;

import java.util.Arrays;

/** The shared memory of the block that executes, with traces of who accessed it. */
final class SharedMemory {
    private final Block block;
    private final byte[] data;
    private final byte[] written;
    private final int shift;
    private final long[] writers;
    private final long[] readers;
    private final long[] atomics;
    private final boolean checkWritten;
    private final boolean checkRaces;

    SharedMemory(Block block, int bytes, int finest, Checks checks) {
        this.block = block;
        data = new byte[bytes];
        checkWritten = checks.uninitialized();
        checkRaces = checks.sharedRaces();
        written = new byte[checkWritten ? bytes + 8 : 0];
        shift = finest < 4 ? 0 : 2;
        int units = checkRaces ? (bytes >> shift) + 1 : 0;
        writers = new long[units];
        readers = new long[units];
        atomics = new long[units];
    }

    /** For a new block, nothing is written. */
    void clear() {
        Arrays.fill(written, (byte) 0);
    }

    /** See {@link Access}. */
    int resolve(Warp warp, Access access, int mask) {
        int bytes = access.bytes;
        long last = data.length - (long) bytes;
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            long address = warp.address[lane];
            if (address < 0 || address > last) {
                throw warp.fault(
                        Fault.Kind.ADDRESS,
                        lane,
                        "%s of %d bytes of shared memory at %d, of which the block has %d"
                                .formatted(access.verb(), bytes, address, data.length));
            }
            if ((address & bytes - 1) != 0) {
                throw access.misaligned(warp, lane);
            }
            warp.at[lane] = (int) address;
        }
        warp.data = data;
        if (checkWritten) {
            checkWritten(warp, access, mask);
        }
        if (checkRaces) {
            checkRaces(warp, access, mask);
        }
        return mask;
    }

    private void checkWritten(Warp warp, Access access, int mask) {
        var reads = access.mode != Access.Mode.WRITE;
        var writes = access.mode == Access.Mode.WRITE;
        int bytes = access.bytes;
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int at = warp.at[lane];
            if (reads && !isWritten(at, bytes)) {
                throw warp.fault(
                        Fault.Kind.OTHER,
                        lane,
                        "%s of %d bytes of shared memory at %d that nothing wrote".formatted(access.verb(), bytes, at));
            }
            if (writes) {
                setWritten(at, bytes);
            }
        }
    }

    private boolean isWritten(int at, int bytes) {
        if (bytes == 4) {
            return Words.int32(written, at) == 0x01010101;
        }
        for (int i = at; i < at + bytes; i++) {
            if (written[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private void setWritten(int at, int bytes) {
        if (bytes == 4) {
            Words.int32(written, at, 0x01010101);
        } else {
            Arrays.fill(written, at, at + bytes, (byte) 1);
        }
    }

    private void checkRaces(Warp warp, Access access, int mask) {
        int bytes = access.bytes;
        int epoch = block.epoch();
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            int at = warp.at[lane];
            long mine = Traces.of(epoch, warp.epoch, warp.thread(lane));
            int end = at + bytes - 1 >> shift;
            for (int unit = at >> shift; unit <= end; unit++) {
                long other = access(access.mode, unit, mine);
                if (other != 0) {
                    throw warp.fault(
                            Fault.Kind.OTHER,
                            lane,
                            "race: %s of %d bytes of shared memory at %d, accessed by %s too with no barrier between"
                                    .formatted(access.verb(), bytes, at, Traces.describe(other)));
                }
            }
        }
    }

    /** Takes note of an access; the trace of one that races with it, or 0. */
    private long access(Access.Mode mode, int unit, long mine) {
        if (Traces.conflict(writers[unit], mine)) {
            return writers[unit];
        }
        if (mode != Access.Mode.ATOMIC && Traces.conflict(atomics[unit], mine)) {
            return atomics[unit];
        }
        if (mode == Access.Mode.READ) {
            readers[unit] = Traces.merge(readers[unit], mine);
            return 0;
        }
        if (Traces.conflict(readers[unit], mine)) {
            return readers[unit];
        }
        if (mode == Access.Mode.WRITE) {
            writers[unit] = mine;
        } else {
            atomics[unit] = Traces.merge(atomics[unit], mine);
        }
        return 0;
    }
}
