package org.basinlab.cuda;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * A GPU in use: its primary context, which other libraries in the process share, is held until this is closed. Every
 * method may be called from any thread. What was made with it is to be closed before it.
 */
public final class Device implements AutoCloseable {
    private static final int MOST_SHARED_BYTES = 97;

    /** Transfers go through blocks of at most this many bytes outside Java's heap. */
    private static final int STAGED = 16 << 20;

    /** Of what is free, since memory comes in pages. */
    private static final double USABLE = 0.95;

    private final Calls calls;
    private final Gpu gpu;
    private final int handle;
    private final Pointer context;

    private Device(Calls calls, Gpu gpu) {
        this.calls = calls;
        this.gpu = gpu;
        var device = new IntByReference();
        calls.call("cuDeviceGet", api -> api.cuDeviceGet(device, gpu.ordinal()));
        handle = device.getValue();
        var retained = new PointerByReference();
        calls.call("cuDevicePrimaryCtxRetain", api -> api.cuDevicePrimaryCtxRetain(retained, handle));
        context = retained.getValue();
    }

    /**
     * Begins to use a GPU that {@link Driver#probe} found.
     *
     * @throws CudaException if it cannot be used, such as where another process has it for itself
     */
    public static Device open(Gpu gpu) {
        return open(DriverApi.load(), gpu);
    }

    static Device open(DriverApi api, Gpu gpu) {
        var calls = new Calls(api);
        calls.call("cuInit", driver -> driver.cuInit(0));
        return new Device(calls, gpu);
    }

    /** Calls a function that belongs to the context, from whatever thread this is. */
    void call(String name, ToIntFunction<DriverApi> function) {
        call(name, function, () -> "");
    }

    /** The same; if it fails, {@code more} is said beside what CUDA says. */
    void call(String name, ToIntFunction<DriverApi> function, Supplier<String> more) {
        calls.call("cuCtxSetCurrent", api -> api.cuCtxSetCurrent(context));
        calls.call(name, function, more);
    }

    /** What the driver said of it. */
    public Gpu gpu() {
        return gpu;
    }

    /** Shared memory that a block may have at most, in bytes, if its kernel asks for more than 48 KiB. */
    public int sharedBytesPerBlock() {
        var value = new IntByReference();
        calls.call("cuDeviceGetAttribute", api -> api.cuDeviceGetAttribute(value, MOST_SHARED_BYTES, handle));
        return value.getValue();
    }

    /** Memory that is free now, in bytes; other processes may take it. */
    public long freeBytes() {
        var free = new LongByReference();
        call("cuMemGetInfo", api -> api.cuMemGetInfo_v2(free, new LongByReference()));
        return free.getValue();
    }

    /**
     * Memory that may be taken now, in bytes.
     *
     * @param fraction of the device's memory that is wanted at most
     */
    public long usableBytes(double fraction) {
        return (long) Math.min(fraction * gpu.memoryBytes(), USABLE * freeBytes());
    }

    /**
     * Hands bytes to {@code work} piece by piece, in a block outside the heap.
     *
     * @param bytes in all; pieces are a multiple of 8 but for the last
     */
    static void staged(long bytes, Piece work) {
        try (var block = new Memory(Math.max(1, Math.min(STAGED, bytes)))) {
            for (var from = 0L; from < bytes; from += STAGED) {
                work.take(block, from, Math.min(STAGED, bytes - from));
            }
        }
    }

    /** What is done with one piece of a transfer. */
    interface Piece {
        void take(Memory block, long from, long bytes);
    }

    /** Gives the GPU back. */
    @Override
    public void close() {
        calls.call("cuDevicePrimaryCtxRelease", api -> api.cuDevicePrimaryCtxRelease_v2(handle));
    }
}
