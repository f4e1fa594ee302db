package org.basinlab.cuda;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.PointerByReference;

/** A moment in a stream, by the device's clock. */
public final class Event implements AutoCloseable {
    private final Device device;
    private final Pointer event;

    /** An event that has not happened. */
    public Event(Device device) {
        this.device = device;
        var made = new PointerByReference();
        device.call("cuEventCreate", api -> api.cuEventCreate(made, 0));
        event = made.getValue();
    }

    /** It happens when the device has done what is on the stream by now. */
    public void record(Stream stream) {
        device.call("cuEventRecord", api -> api.cuEventRecord(event, stream.handle()));
    }

    /** Seconds from an earlier event to this one; waits for both. */
    public double secondsSince(Event earlier) {
        device.call("cuEventSynchronize", api -> api.cuEventSynchronize(event));
        var milliseconds = new FloatByReference();
        device.call("cuEventElapsedTime", api -> api.cuEventElapsedTime(milliseconds, earlier.event, event));
        return milliseconds.getValue() / 1e3;
    }

    @Override
    public void close() {
        device.call("cuEventDestroy", api -> api.cuEventDestroy_v2(event));
    }
}
