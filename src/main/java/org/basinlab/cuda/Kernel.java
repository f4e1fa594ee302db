package org.basinlab.cuda;

import com.sun.jna.Pointer;

/** A function that a device runs, many threads at a time. */
public final class Kernel {
    private static final int DYNAMIC_SHARED_BYTES = 8;

    /** What every kernel may have without asking. */
    private static final int COMMON_SHARED_BYTES = 48 << 10;

    private final Device device;
    private final String name;
    private final Pointer function;
    private int allowed = COMMON_SHARED_BYTES;

    Kernel(Device device, String name, Pointer function) {
        this.device = device;
        this.name = name;
        this.function = function;
    }

    /**
     * Has it run after what is on the stream; returns before it has. What goes wrong in the kernel shows when the stream
     * is waited for.
     *
     * @throws CudaException if the launch is refused, or an earlier one has failed
     */
    public void launch(Stream stream, Grid grid, Arguments arguments) {
        synchronized (this) {
            if (grid.sharedBytes() > allowed) {
                device.call(
                        "cuFuncSetAttribute " + name,
                        api -> api.cuFuncSetAttribute(function, DYNAMIC_SHARED_BYTES, grid.sharedBytes()));
                allowed = grid.sharedBytes();
            }
        }
        device.call(
                "cuLaunchKernel " + name,
                api -> api.cuLaunchKernel(
                        function,
                        grid.x(),
                        grid.y(),
                        grid.z(),
                        grid.threads(),
                        1,
                        1,
                        grid.sharedBytes(),
                        stream.handle(),
                        arguments.addresses(),
                        null));
    }
}
