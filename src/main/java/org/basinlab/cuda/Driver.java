package org.basinlab.cuda;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.Supplier;

/** Asks the NVIDIA driver which GPUs there are. Nothing is loaded before it is asked. */
public final class Driver {
    private static final int NAME_LENGTH = 256;
    private static final int MULTIPROCESSORS = 16;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;

    private static final int STUB_LIBRARY = 34;
    private static final int NO_DEVICE = 100;
    private static final int VERSION_MISMATCH = 803;

    private final Calls calls;

    private Driver(DriverApi api) {
        calls = new Calls(api);
    }

    /** Asked for once: everybody is to hear the same. */
    private static final class Here {
        static final GpuProbe FOUND = ask();
    }

    /** The GPUs of this machine that this process may use, or why there are none; never throws. Asks the driver once. */
    public static GpuProbe probe() {
        return Here.FOUND;
    }

    private static GpuProbe ask() {
        if (Platform.isMac()) {
            return GpuProbe.absent(null, "no NVIDIA GPU (macOS has no driver for them)");
        }
        try {
            // Unpacks JNA's own library, so that its failure is not taken for a missing driver.
            Native.getNativeSize(int.class);
        } catch (LinkageError e) {
            return GpuProbe.broken(
                    null,
                    "the binding to the NVIDIA driver does not load (" + firstLine(e) + ")",
                    "let -Djna.tmpdir name a folder from which libraries may be loaded");
        }
        return probe(DriverApi::load);
    }

    static GpuProbe probe(Supplier<DriverApi> library) {
        Driver driver;
        try {
            driver = new Driver(library.get());
        } catch (LinkageError e) {
            return GpuProbe.absent(null, "no NVIDIA driver (" + DriverApi.libraryName() + " not found)");
        }
        Integer version = null;
        try {
            version = driver.version();
            driver.calls.call("cuInit", api -> api.cuInit(0));
            return driver.gpus(version);
        } catch (CudaException e) {
            return e.code() == NO_DEVICE ? noDevice(version) : broken(version, e);
        } catch (LinkageError e) {
            return GpuProbe.broken(
                    version,
                    "the NVIDIA driver lacks a function (" + firstLine(e) + ")",
                    "install a current NVIDIA driver");
        }
    }

    private int version() {
        var version = new IntByReference();
        calls.call("cuDriverGetVersion", api -> api.cuDriverGetVersion(version));
        return version.getValue();
    }

    private GpuProbe gpus(int version) {
        var count = new IntByReference();
        calls.call("cuDeviceGetCount", api -> api.cuDeviceGetCount(count));
        var gpus = new ArrayList<Gpu>();
        for (int ordinal = 0; ordinal < count.getValue(); ordinal++) {
            gpus.add(gpu(ordinal));
        }
        return gpus.isEmpty() ? noDevice(version) : GpuProbe.found(gpus, version);
    }

    private Gpu gpu(int ordinal) {
        var handle = new IntByReference();
        calls.call("cuDeviceGet", api -> api.cuDeviceGet(handle, ordinal));
        int device = handle.getValue();
        var name = new byte[NAME_LENGTH];
        calls.call("cuDeviceGetName", api -> api.cuDeviceGetName(name, name.length, device));
        var memory = new LongByReference();
        calls.call("cuDeviceTotalMem", api -> api.cuDeviceTotalMem_v2(memory, device));
        var capability =
                new ComputeCapability(attribute(CAPABILITY_MAJOR, device), attribute(CAPABILITY_MINOR, device));
        return new Gpu(
                ordinal,
                Native.toString(name, StandardCharsets.UTF_8),
                capability,
                memory.getValue(),
                attribute(MULTIPROCESSORS, device));
    }

    private int attribute(int attribute, int device) {
        var value = new IntByReference();
        calls.call("cuDeviceGetAttribute", api -> api.cuDeviceGetAttribute(value, attribute, device));
        return value.getValue();
    }

    private static GpuProbe noDevice(Integer version) {
        return GpuProbe.absent(
                version, "the NVIDIA driver shows no GPU (CUDA_VISIBLE_DEVICES, or a container, can hide one)");
    }

    private static GpuProbe broken(Integer version, CudaException e) {
        var cure = switch (e.code()) {
            case STUB_LIBRARY -> "take the CUDA toolkit's folder of stubs off the library path";
            case VERSION_MISMATCH ->
                "restart the machine: the driver's library and its kernel module differ in version";
            default -> "see what nvidia-smi says, and install or restart the NVIDIA driver";
        };
        return GpuProbe.broken(version, "the NVIDIA driver does not work (" + e.getMessage() + ")", cure);
    }

    private static String firstLine(LinkageError e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
