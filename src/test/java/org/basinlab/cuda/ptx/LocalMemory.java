package org.basinlab.cuda.ptx;

import java.util.Arrays;

/** The local memory of a warp's threads, one after the other. */
final class LocalMemory {
    private final int bytes;
    private final byte[] data;
    private final byte[] written;

    /** Memory of so many bytes for each thread. */
    LocalMemory(int bytes) {
        this.bytes = bytes;
        data = new byte[bytes * Warp.LANES];
        written = new byte[bytes * Warp.LANES];
    }

    void clear() {
        Arrays.fill(written, (byte) 0);
    }

    /** See {@link Access}. */
    int resolve(Warp warp, Access access, int mask) {
        int size = access.bytes;
        boolean check = warp.block.launch().checks().uninitialized();
        for (int todo = mask; todo != 0; todo &= todo - 1) {
            int lane = Integer.numberOfTrailingZeros(todo);
            long address = warp.address[lane];
            if (address < 0 || address > bytes - size) {
                throw warp.fault(
                        Fault.Kind.ADDRESS,
                        lane,
                        "%s of %d bytes of local memory at %d, of which a thread has %d"
                                .formatted(access.verb(), size, address, bytes));
            }
            if ((address & size - 1) != 0) {
                throw access.misaligned(warp, lane);
            }
            int at = lane * bytes + (int) address;
            warp.at[lane] = at;
            if (access.mode == Access.Mode.WRITE) {
                Arrays.fill(written, at, at + size, (byte) 1);
            } else if (check && !isWritten(at, size)) {
                throw warp.fault(
                        Fault.Kind.OTHER,
                        lane,
                        "%s of %d bytes of local memory at %d that nothing wrote"
                                .formatted(access.verb(), size, address));
            }
        }
        warp.data = data;
        return mask;
    }

    private boolean isWritten(int at, int size) {
        for (int i = at; i < at + size; i++) {
            if (written[i] == 0) {
                return false;
            }
        }
        return true;
    }
}
