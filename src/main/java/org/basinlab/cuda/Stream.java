package org.basinlab.cuda;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** Work that a device does in order. */
public final class Stream implements AutoCloseable {
    private final Device device;
    private final Pointer stream;

    /**
     * An empty stream. It waits for what is on the device's default one, where memory is written and read: a write may
     * return before the device has it.
     */
    public Stream(Device device) {
        this.device = device;
        var made = new PointerByReference();
        device.call("cuStreamCreate", api -> api.cuStreamCreate(made, 0));
        stream = made.getValue();
    }

    Pointer handle() {
        return stream;
    }

    /**
     * Waits until all of it is done.
     *
     * @throws CudaException if something in it has failed; then nothing on the device can be used any more
     */
    public void await() {
        device.call("cuStreamSynchronize", api -> api.cuStreamSynchronize(stream));
    }

    @Override
    public void close() {
        device.call("cuStreamDestroy", api -> api.cuStreamDestroy_v2(stream));
    }
}
