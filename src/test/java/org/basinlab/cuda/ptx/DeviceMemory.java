package org.basinlab.cuda.ptx;

import java.util.Map;
import java.util.TreeMap;

/**
 * Global memory. An address that was freed is never given again, and between allocations lies room
 * that belongs to none, so that an access which misses its own is seen.
 */
public final class DeviceMemory {
    private static final long FIRST_ADDRESS = 0x3_0000_0000L;
    private static final int ALIGNMENT = 256;

    private final long totalBytes;
    private final TreeMap<Long, Allocation> live = new TreeMap<>();
    private final TreeMap<Long, Long> freed = new TreeMap<>();
    private long nextAddress = FIRST_ADDRESS;
    private long usedBytes;
    private int nextStamp = 1;

    public DeviceMemory(long totalBytes) {
        this.totalBytes = totalBytes;
    }

    public long totalBytes() {
        return totalBytes;
    }

    public long freeBytes() {
        return totalBytes - usedBytes;
    }

    /** An address of so many bytes, a multiple of 256; 0 if there is no room for them. */
    public synchronized long allocate(long bytes) {
        long taken = rounded(bytes);
        if (bytes > Integer.MAX_VALUE - 2L * ALIGNMENT || taken > freeBytes()) {
            return 0;
        }
        long address = nextAddress;
        live.put(address, new Allocation(address, (int) bytes));
        usedBytes += taken;
        nextAddress += taken + ALIGNMENT;
        return address;
    }

    /** Gives memory back; false if it is not the address of any. */
    public synchronized boolean free(long address) {
        var allocation = live.remove(address);
        if (allocation == null) {
            return false;
        }
        allocation.close();
        usedBytes -= rounded(allocation.bytes());
        freed.put(address, (long) allocation.bytes());
        return true;
    }

    private static long rounded(long bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** The sizes of what is allocated, by address. */
    public synchronized Map<Long, Integer> allocations() {
        var sizes = new TreeMap<Long, Integer>();
        live.forEach((address, allocation) -> sizes.put(address, allocation.bytes()));
        return sizes;
    }

    /** Copies into one allocation; false if the bytes do not all lie in one. */
    public synchronized boolean write(long address, byte[] bytes) {
        var allocation = find(address, bytes.length);
        if (allocation == null) {
            return bytes.length == 0;
        }
        allocation.write((int) (address - allocation.address()), bytes);
        return true;
    }

    /** Sets every byte of a range in one allocation; false if it is in none. */
    public synchronized boolean fill(long address, byte value, long bytes) {
        var allocation = find(address, bytes);
        if (allocation == null) {
            return bytes == 0;
        }
        allocation.fill((int) (address - allocation.address()), value, (int) bytes);
        return true;
    }

    /** Copies out of one allocation; null if the bytes do not all lie in one. */
    public synchronized byte[] read(long address, int bytes) {
        var allocation = find(address, bytes);
        if (allocation == null) {
            return bytes == 0 ? new byte[0] : null;
        }
        return allocation.read((int) (address - allocation.address()), bytes);
    }

    /** What no kernel may write. */
    synchronized void protect(long address) {
        live.get(address).protect();
    }

    /** The allocation in which all of a range lies; null if there is none. */
    synchronized Allocation find(long address, long bytes) {
        var entry = live.floorEntry(address);
        if (entry == null
                || bytes < 0
                || address - entry.getKey() > entry.getValue().bytes() - bytes) {
            return null;
        }
        return entry.getValue();
    }

    /** In words, what is near an address at which nothing may be accessed. */
    synchronized String describe(long address) {
        var gone = freed.floorEntry(address);
        if (gone != null && address - gone.getKey() < gone.getValue()) {
            return "%d bytes into the %d bytes freed at 0x%x"
                    .formatted(address - gone.getKey(), gone.getValue(), gone.getKey());
        }
        var below = live.floorEntry(address);
        if (below == null) {
            return address == 0 ? "the null pointer" : "no allocation below";
        }
        long beyond = address - below.getKey() - below.getValue().bytes();
        return beyond < 0
                ? "%d bytes before the end of the %d bytes at 0x%x"
                        .formatted(-beyond, below.getValue().bytes(), below.getKey())
                : "%d bytes after the end of the %d bytes at 0x%x"
                        .formatted(beyond, below.getValue().bytes(), below.getKey());
    }

    /** Numbers for a launch's blocks, which no other launch has. */
    synchronized int stamps(int count) {
        if (nextStamp > Integer.MAX_VALUE - count) {
            live.values().forEach(Allocation::forgetAccesses);
            nextStamp = 1;
        }
        int first = nextStamp;
        nextStamp += count;
        return first;
    }
}
