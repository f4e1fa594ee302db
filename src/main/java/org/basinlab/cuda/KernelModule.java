package org.basinlab.cuda;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Kernels, made from PTX by the driver for the device at hand. */
public final class KernelModule implements AutoCloseable {
    private static final int INFO_LOG = 3;
    private static final int INFO_LOG_BYTES = 4;
    private static final int ERROR_LOG = 5;
    private static final int ERROR_LOG_BYTES = 6;
    private static final int LOG_BYTES = 1 << 14;

    private final Device device;
    private final Pointer module;

    /**
     * Has the driver translate PTX.
     *
     * @throws CudaException if it does not; the driver's own words are in the message
     */
    public KernelModule(Device device, String ptx) {
        this.device = device;
        var loaded = new PointerByReference();
        try (var image = new Memory(ptx.length() + 1L);
                var info = cleared();
                var errors = cleared();
                var values = new Memory(4L * Long.BYTES)) {
            image.setString(0, ptx, StandardCharsets.US_ASCII.name());
            values.setPointer(0, info);
            values.setLong(Long.BYTES, LOG_BYTES);
            values.setPointer(2L * Long.BYTES, errors);
            values.setLong(3L * Long.BYTES, LOG_BYTES);
            var options = new int[] {INFO_LOG, INFO_LOG_BYTES, ERROR_LOG, ERROR_LOG_BYTES};
            device.call(
                    "cuModuleLoadDataEx",
                    api -> api.cuModuleLoadDataEx(loaded, image, options.length, options, values),
                    () -> said(errors) + said(info));
        }
        module = loaded.getValue();
    }

    /**
     * Has the driver translate PTX that comes with the program.
     *
     * @param beside   a class
     * @param resource where it is, from the class on
     * @throws CudaException if the driver does not
     */
    public static KernelModule of(Device device, Class<?> beside, String resource) {
        return new KernelModule(device, text(beside, resource));
    }

    /** PTX that comes with the program. */
    public static String text(Class<?> beside, String resource) {
        try (var in = beside.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Memory cleared() {
        var log = new Memory(LOG_BYTES);
        log.clear();
        return log;
    }

    private static String said(Memory log) {
        var text = log.getString(0).strip();
        return text.isEmpty() ? "" : "; the driver says: " + text.replaceAll("\\s*\\R\\s*", "; ");
    }

    /**
     * A kernel.
     *
     * @throws CudaException if there is none of that name
     */
    public Kernel kernel(String name) {
        var function = new PointerByReference();
        device.call("cuModuleGetFunction " + name, api -> api.cuModuleGetFunction(function, module, name));
        return new Kernel(device, name, function.getValue());
    }

    @Override
    public void close() {
        device.call("cuModuleUnload", api -> api.cuModuleUnload(module));
    }
}
