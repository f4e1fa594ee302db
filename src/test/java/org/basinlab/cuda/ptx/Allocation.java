package org.basinlab.cuda.ptx;

import java.util.Arrays;

/**
 * A range of global memory with what is known of its bytes: which of them were written, and which
 * blocks accessed them. Nothing is reserved for it before it is first used.
 */
final class Allocation {
    private static final int WHOLE = 0xF;

    private final long address;
    private final int bytes;
    private volatile byte[] data;

    /** For each word of four bytes, a bit for each byte that was written. */
    private byte[] written;

    private volatile boolean allWritten;
    private boolean readOnly;
    private volatile Owners owners;

    Allocation(long address, int bytes) {
        this.address = address;
        this.bytes = bytes;
    }

    long address() {
        return address;
    }

    int bytes() {
        return bytes;
    }

    void close() {
        data = null;
        written = null;
        owners = null;
    }

    void protect() {
        readOnly = true;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    void forgetAccesses() {
        owners = null;
    }

    byte[] data() {
        var known = data;
        return known != null ? known : newData();
    }

    private synchronized byte[] newData() {
        if (data == null) {
            written = new byte[(bytes + 3) / 4];
            data = new byte[bytes];
        }
        return data;
    }

    void write(int at, byte[] from) {
        System.arraycopy(from, 0, data(), at, from.length);
        markWritten(at, from.length);
    }

    void fill(int at, byte value, int count) {
        Arrays.fill(data(), at, at + count, value);
        markWritten(at, count);
    }

    byte[] read(int at, int count) {
        return Arrays.copyOfRange(data(), at, at + count);
    }

    private void markWritten(int at, int count) {
        if (count == bytes) {
            allWritten = true;
        }
        int end = at + count;
        int byteAt = at;
        for (; byteAt < end && (byteAt & 3) != 0; byteAt++) {
            written[byteAt >> 2] |= 1 << (byteAt & 3);
        }
        int words = (end - byteAt) >> 2;
        if (words > 0) {
            Arrays.fill(written, byteAt >> 2, (byteAt >> 2) + words, (byte) WHOLE);
            byteAt += words * 4;
        }
        for (; byteAt < end; byteAt++) {
            written[byteAt >> 2] |= 1 << (byteAt & 3);
        }
    }

    /** Whether all of a naturally aligned access was written. */
    boolean isWritten(int at, int size) {
        if (allWritten) {
            return true;
        }
        if (size < 4) {
            int bits = (1 << size) - 1 << (at & 3);
            return (written[at >> 2] & bits) == bits;
        }
        for (int word = at >> 2; word < (at + size) >> 2; word++) {
            if (written[word] != WHOLE) {
                return false;
            }
        }
        return true;
    }

    /** Takes note of a naturally aligned write by a kernel. */
    void setWritten(int at, int size) {
        if (allWritten) {
            return;
        }
        if (size < 4) {
            Words.setBits(written, at >> 2, (1 << size) - 1 << (at & 3));
            return;
        }
        for (int word = at >> 2; word < (at + size) >> 2; word++) {
            written[word] = WHOLE;
        }
    }

    /** Who accessed it, in units of so many bytes, as a power of two. */
    Owners owners(int shift) {
        var known = owners;
        return known != null && known.shift() == shift ? known : newOwners(shift);
    }

    private synchronized Owners newOwners(int shift) {
        if (owners == null || owners.shift() != shift) {
            owners = new Owners(bytes, shift);
        }
        return owners;
    }
}
