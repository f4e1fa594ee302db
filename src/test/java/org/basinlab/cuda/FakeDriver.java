package org.basinlab.cuda;

import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A driver with the GPUs it is given, one of whose functions fails or is missing if told so. */
final class FakeDriver extends BareDriver {
    static final int UNNAMED = 4711;

    private final List<Gpu> gpus;
    private String failing = "";
    private int code;
    private String lacking = "";
    private Memory errorName;

    FakeDriver(Gpu... gpus) {
        this.gpus = List.of(gpus);
    }

    FakeDriver failing(String call, int code) {
        this.failing = call;
        this.code = code;
        return this;
    }

    /** As JNA does where the library has no such symbol. */
    FakeDriver lacking(String call) {
        this.lacking = call;
        return this;
    }

    private int result(String call) {
        if (call.equals(lacking)) {
            throw new UnsatisfiedLinkError("Error looking up function '" + call + "'");
        }
        return call.equals(failing) ? code : 0;
    }

    @Override
    public int cuInit(int flags) {
        return result("cuInit");
    }

    @Override
    public int cuDriverGetVersion(IntByReference version) {
        version.setValue(12080);
        return result("cuDriverGetVersion");
    }

    @Override
    public int cuGetErrorName(int error, PointerByReference name) {
        if (error == UNNAMED) {
            return 1;
        }
        errorName = new Memory(32);
        errorName.setString(0, "CUDA_ERROR_FAKE");
        name.setValue(errorName);
        return 0;
    }

    @Override
    public int cuGetErrorString(int error, PointerByReference text) {
        return 1;
    }

    @Override
    public int cuDeviceGetCount(IntByReference count) {
        count.setValue(gpus.size());
        return result("cuDeviceGetCount");
    }

    /** Handles differ from ordinals here, so that taking one for the other shows. */
    @Override
    public int cuDeviceGet(IntByReference device, int ordinal) {
        device.setValue(ordinal + 100);
        return result("cuDeviceGet");
    }

    @Override
    public int cuDeviceGetName(byte[] name, int length, int device) {
        var bytes = gpu(device).name().getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, name, 0, bytes.length);
        return result("cuDeviceGetName");
    }

    @Override
    public int cuDeviceTotalMem_v2(LongByReference bytes, int device) {
        bytes.setValue(gpu(device).memoryBytes());
        return result("cuDeviceTotalMem");
    }

    @Override
    public int cuDeviceGetAttribute(IntByReference value, int attribute, int device) {
        var gpu = gpu(device);
        value.setValue(
                switch (attribute) {
                    case 16 -> gpu.multiprocessors();
                    case 75 -> gpu.computeCapability().major();
                    case 76 -> gpu.computeCapability().minor();
                    default -> throw new AssertionError("attribute " + attribute);
                });
        return result("cuDeviceGetAttribute");
    }

    private Gpu gpu(int device) {
        return gpus.get(device - 100);
    }
}
