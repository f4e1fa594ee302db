package org.basinlab.cuda;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The emulated driver's devices, their contexts, and the names of errors. */
abstract class EmulatedDevices extends BareDriver {
    private static final int FIRST_DEVICE = 0;

    final List<EmulatedContext> contexts = new ArrayList<>();

    /** The error of a lost device. */
    int loss;

    private final Map<Long, EmulatedContext> byHandle = new HashMap<>();
    private final ThreadLocal<EmulatedContext> current = new ThreadLocal<>();
    private final Map<Integer, Memory> texts = new HashMap<>();
    private final int[] retained;
    private boolean initialized;
    private long nextHandle = 0x1000;

    EmulatedDevices(Gpu... gpus) {
        for (var gpu : gpus) {
            contexts.add(new EmulatedContext(gpu, gpu.memoryBytes()));
        }
        retained = new int[gpus.length];
    }

    /** Whether the devices are lost. */
    abstract boolean isLost();

    static int code(CudaResult result) {
        return result.code();
    }

    private EmulatedContext device(int device) {
        int index = device - FIRST_DEVICE;
        return index >= 0 && index < contexts.size() ? contexts.get(index) : null;
    }

    /** A call that needs the current thread's context, in good order. */
    final int inContext(ToIntFunction<EmulatedContext> call) {
        synchronized (this) {
            if (!initialized) {
                return code(CudaResult.NOT_INITIALIZED);
            }
            var context = current.get();
            if (context == null || retained[contexts.indexOf(context)] == 0) {
                return code(CudaResult.INVALID_CONTEXT);
            }
            if (isLost()) {
                context.sticky = loss;
            }
            return context.sticky != 0 ? context.sticky : call.applyAsInt(context);
        }
    }

    private synchronized int onDevice(int device, ToIntFunction<EmulatedContext> call) {
        if (!initialized) {
            return code(CudaResult.NOT_INITIALIZED);
        }
        var context = device(device);
        return context == null ? code(CudaResult.INVALID_DEVICE) : call.applyAsInt(context);
    }

    final synchronized long handle() {
        nextHandle += 0x10;
        return nextHandle;
    }

    @Override
    public synchronized int cuInit(int flags) {
        initialized = flags == 0;
        if (contexts.isEmpty()) {
            return code(CudaResult.NO_DEVICE);
        }
        return code(initialized ? CudaResult.SUCCESS : CudaResult.INVALID_VALUE);
    }

    @Override
    public int cuDriverGetVersion(IntByReference version) {
        version.setValue(13000);
        return 0;
    }

    @Override
    public int cuGetErrorName(int error, PointerByReference name) {
        return text(error, 0, name);
    }

    @Override
    public int cuGetErrorString(int error, PointerByReference text) {
        return text(error, 1, text);
    }

    private synchronized int text(int error, int kind, PointerByReference to) {
        var result = CudaResult.of(error);
        if (result == null) {
            to.setValue(null);
            return code(CudaResult.INVALID_VALUE);
        }
        to.setValue(texts.computeIfAbsent(2 * error + kind, key -> {
            var words = kind == 0 ? result.cName() : result.text();
            var memory = new Memory(words.length() + 1L);
            memory.setString(0, words);
            return memory;
        }));
        return 0;
    }

    @Override
    public synchronized int cuDeviceGetCount(IntByReference count) {
        if (!initialized) {
            return code(CudaResult.NOT_INITIALIZED);
        }
        count.setValue(contexts.size());
        return 0;
    }

    @Override
    public int cuDeviceGet(IntByReference device, int ordinal) {
        return onDevice(ordinal + FIRST_DEVICE, context -> {
            device.setValue(ordinal + FIRST_DEVICE);
            return 0;
        });
    }

    @Override
    public int cuDeviceGetName(byte[] name, int length, int device) {
        return onDevice(device, context -> {
            Arrays.fill(name, 0, length, (byte) 0);
            var bytes = context.gpu.name().getBytes(StandardCharsets.UTF_8);
            System.arraycopy(bytes, 0, name, 0, Math.min(bytes.length, length - 1));
            return 0;
        });
    }

    @Override
    public int cuDeviceTotalMem_v2(LongByReference bytes, int device) {
        return onDevice(device, context -> {
            bytes.setValue(context.memory.totalBytes());
            return 0;
        });
    }

    @Override
    public int cuDeviceGetAttribute(IntByReference value, int attribute, int device) {
        return onDevice(device, context -> {
            var known = EmulatedAttributes.of(context.gpu, attribute);
            if (known == null) {
                return code(CudaResult.INVALID_VALUE);
            }
            value.setValue(known);
            return 0;
        });
    }

    @Override
    public int cuDevicePrimaryCtxRetain(PointerByReference context, int device) {
        return onDevice(device, found -> {
            retained[device - FIRST_DEVICE]++;
            long handle = 0x100L + device;
            byHandle.put(handle, found);
            context.setValue(new Pointer(handle));
            return 0;
        });
    }

    @Override
    public int cuDevicePrimaryCtxRelease_v2(int device) {
        return onDevice(device, found -> {
            int index = device - FIRST_DEVICE;
            if (retained[index] == 0) {
                return code(CudaResult.INVALID_CONTEXT);
            }
            retained[index]--;
            return 0;
        });
    }

    @Override
    public synchronized int cuCtxSetCurrent(Pointer context) {
        if (!initialized) {
            return code(CudaResult.NOT_INITIALIZED);
        }
        if (context == null) {
            current.remove();
            return 0;
        }
        var found = byHandle.get(Pointer.nativeValue(context));
        if (found == null || retained[contexts.indexOf(found)] == 0) {
            return code(CudaResult.INVALID_CONTEXT);
        }
        current.set(found);
        return 0;
    }
}
