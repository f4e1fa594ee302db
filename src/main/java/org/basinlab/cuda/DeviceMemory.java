package org.basinlab.cuda;

import com.sun.jna.Memory;
import com.sun.jna.ptr.LongByReference;

/** Memory of a device, until it is closed. Which numbers it holds is the subclass's to say. */
public abstract sealed class DeviceMemory implements AutoCloseable
        permits DeviceBytes, DeviceInts, DeviceFloats, DeviceDoubles {
    private final Device device;
    private final long address;
    private final long length;
    private final int elementBytes;
    private boolean closed;

    /**
     * Takes memory; what is in it is left over from before.
     *
     * @throws CudaException if there is not enough; see {@link CudaException#isOutOfMemory}
     */
    DeviceMemory(Device device, long length, int elementBytes) {
        this.device = device;
        this.length = length;
        this.elementBytes = elementBytes;
        var taken = new LongByReference();
        // CUDA has no memory of 0 bytes.
        device.call("cuMemAlloc", api -> api.cuMemAlloc_v2(taken, Math.max(1, bytes())));
        address = taken.getValue();
    }

    /** Where it begins, for kernels. */
    public final long address() {
        return address;
    }

    /** Where an element is, for kernels. */
    public final long address(long element) {
        return address + element * elementBytes;
    }

    /** How many elements. */
    public final long length() {
        return length;
    }

    private long bytes() {
        return length * elementBytes;
    }

    /** Sets every byte to 0. */
    public final void clear() {
        if (length > 0) {
            device.call("cuMemsetD8", api -> api.cuMemsetD8_v2(address, (byte) 0, bytes()));
        }
    }

    /** Writes elements: {@code fill} puts those from an index on, relative to the first, into a block. */
    final void write(long at, int count, Filling fill) {
        requireInside(at, count);
        Device.staged((long) count * elementBytes, (block, from, bytes) -> {
            fill.fill(block, (int) (from / elementBytes), (int) (bytes / elementBytes));
            device.call("cuMemcpyHtoD", api -> api.cuMemcpyHtoD_v2(address(at) + from, block, bytes));
        });
    }

    /** Reads elements: {@code fill} takes them out of a block. */
    final void read(long at, int count, Filling fill) {
        requireInside(at, count);
        Device.staged((long) count * elementBytes, (block, from, bytes) -> {
            device.call("cuMemcpyDtoH", api -> api.cuMemcpyDtoH_v2(block, address(at) + from, bytes));
            fill.fill(block, (int) (from / elementBytes), (int) (bytes / elementBytes));
        });
    }

    /** Moves elements between a block, from its beginning, and an array. */
    interface Filling {
        void fill(Memory block, int from, int count);
    }

    private void requireInside(long at, int count) {
        if (at < 0 || count < 0 || at + count > length) {
            throw new IndexOutOfBoundsException(count + " elements from " + at + " of " + length);
        }
    }

    /** Gives the memory back. */
    @Override
    public final void close() {
        if (!closed) {
            closed = true;
            device.call("cuMemFree", api -> api.cuMemFree_v2(address));
        }
    }
}
