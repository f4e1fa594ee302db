package org.basinlab.cuda;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.basinlab.cuda.ptx.Checks;
import org.basinlab.cuda.ptx.Dim;
import org.basinlab.cuda.ptx.Fault;
import org.basinlab.cuda.ptx.KernelModule;
import org.basinlab.cuda.ptx.PtxException;
import org.basinlab.cuda.ptx.PtxModule;

/**
 * A CUDA driver whose GPUs are emulated: it executes the PTX that it is given and finds the faults that
 * compute-sanitizer finds. Launches run to their ends before the call returns; what they did wrong
 * is returned by the calls after, as on hardware, and listed in words by {@link #faults()}.
 */
public final class EmulatedDriver extends EmulatedDevices {
    private final List<String> faults = new ArrayList<>();
    private int newestPtx = 90;
    private long clock;
    private int launches;
    private int launchesUntilLoss = Integer.MAX_VALUE;

    /** A driver of these GPUs, each with the memory that it has. */
    public EmulatedDriver(Gpu... gpus) {
        super(gpus);
    }

    @Override
    boolean isLost() {
        return launches >= launchesUntilLoss;
    }

    /** Sets the newest version of PTX that it takes, as 10 major + minor; at first 9.0. */
    public EmulatedDriver newestPtx(int version) {
        newestPtx = version;
        return this;
    }

    /** Sets what is checked; everything at first. */
    public EmulatedDriver checks(Checks checks) {
        contexts.forEach(context -> context.machine.checks(checks));
        return this;
    }

    /** Sets how many threads execute blocks. */
    public EmulatedDriver threads(int threads) {
        contexts.forEach(context -> context.machine.threads(threads));
        return this;
    }

    /** Sets how many backward branches a block may do. */
    public EmulatedDriver loopLimit(long limit) {
        contexts.forEach(context -> context.machine.loopLimit(limit));
        return this;
    }

    /** Lets the device be lost: after so many more launches, every call that needs it returns {@code code}. */
    public synchronized EmulatedDriver failAfter(int moreLaunches, int code) {
        launchesUntilLoss = launches + moreLaunches;
        loss = code;
        return this;
    }

    /** What kernels did wrong, in words. */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many allocations of all devices were not freed. */
    public synchronized int liveAllocations() {
        return contexts.stream()
                .mapToInt(context -> context.memory.allocations().size()
                        - context.modules.values().stream()
                                .mapToInt(KernelModule::variables)
                                .sum())
                .sum();
    }

    /** How many modules, streams and events were not given back. */
    public synchronized int liveHandles() {
        return contexts.stream()
                .mapToInt(context -> context.modules.size() + context.streams.size() + context.events.size())
                .sum();
    }

    /** How many launches there were. */
    public synchronized int launches() {
        return launches;
    }

    /** How many instructions kernels executed, each counted once for a whole warp. */
    public synchronized long executedWarpInstructions() {
        return contexts.stream()
                .mapToLong(context -> context.machine.executedWarpInstructions())
                .sum();
    }

    @Override
    public int cuMemGetInfo_v2(LongByReference free, LongByReference total) {
        return inContext(context -> {
            free.setValue(context.memory.freeBytes());
            total.setValue(context.memory.totalBytes());
            return 0;
        });
    }

    @Override
    public int cuMemAlloc_v2(LongByReference address, long bytes) {
        return inContext(context -> {
            if (bytes <= 0) {
                return code(CudaResult.INVALID_VALUE);
            }
            long found = context.memory.allocate(bytes);
            address.setValue(found);
            return code(found == 0 ? CudaResult.OUT_OF_MEMORY : CudaResult.SUCCESS);
        });
    }

    @Override
    public int cuMemFree_v2(long address) {
        return inContext(context ->
                code(address == 0 || context.memory.free(address) ? CudaResult.SUCCESS : CudaResult.INVALID_VALUE));
    }

    @Override
    public int cuMemcpyHtoD_v2(long to, Pointer from, long bytes) {
        return inContext(context -> {
            if (bytes < 0 || bytes > Integer.MAX_VALUE - 8 || from == null && bytes > 0) {
                return code(CudaResult.INVALID_VALUE);
            }
            var data = bytes == 0 ? new byte[0] : from.getByteArray(0, (int) bytes);
            return code(context.memory.write(to, data) ? CudaResult.SUCCESS : CudaResult.INVALID_VALUE);
        });
    }

    @Override
    public int cuMemcpyDtoH_v2(Pointer to, long from, long bytes) {
        return inContext(context -> {
            if (bytes < 0 || bytes > Integer.MAX_VALUE - 8 || to == null && bytes > 0) {
                return code(CudaResult.INVALID_VALUE);
            }
            var data = context.memory.read(from, (int) bytes);
            if (data == null) {
                return code(CudaResult.INVALID_VALUE);
            }
            if (bytes > 0) {
                to.write(0, data, 0, data.length);
            }
            return 0;
        });
    }

    @Override
    public int cuMemsetD8_v2(long address, byte value, long bytes) {
        return inContext(context ->
                code(context.memory.fill(address, value, bytes) ? CudaResult.SUCCESS : CudaResult.INVALID_VALUE));
    }

    @Override
    public int cuModuleLoadDataEx(PointerByReference module, Pointer image, int count, int[] options, Pointer values) {
        return inContext(context -> {
            var log = new JitLog(count, options, values);
            if (image == null) {
                return code(CudaResult.INVALID_VALUE);
            }
            try {
                var parsed = PtxModule.parse(image.getString(0, StandardCharsets.UTF_8.name()));
                if (parsed.version() > newestPtx) {
                    log.error(
                            "ptxas fatal: unsupported .version " + parsed.version() / 10 + "." + parsed.version() % 10);
                    return code(CudaResult.UNSUPPORTED_PTX_VERSION);
                }
                var capability = context.gpu.computeCapability();
                if (parsed.target() > 10 * capability.major() + capability.minor()) {
                    log.error("ptxas fatal: .target sm_" + parsed.target() + " on a GPU of " + capability);
                    return code(CudaResult.NO_BINARY_FOR_GPU);
                }
                long handle = handle();
                context.modules.put(handle, new KernelModule(parsed, context.memory));
                module.setValue(new Pointer(handle));
                return 0;
            } catch (PtxException e) {
                log.error("ptxas error: " + e.getMessage());
                return code(CudaResult.INVALID_PTX);
            }
        });
    }

    @Override
    public int cuModuleUnload(Pointer module) {
        return inContext(context -> {
            var found = context.modules.remove(Pointer.nativeValue(module));
            if (found == null) {
                return code(CudaResult.INVALID_HANDLE);
            }
            context.functions.values().removeIf(function -> function.module == found);
            found.unload();
            return 0;
        });
    }

    @Override
    public int cuModuleGetFunction(PointerByReference function, Pointer module, String name) {
        return inContext(context -> {
            var found = context.modules.get(Pointer.nativeValue(module));
            if (found == null) {
                return code(CudaResult.INVALID_HANDLE);
            }
            var program = found.kernel(name);
            if (program == null) {
                return code(CudaResult.NOT_FOUND);
            }
            long handle = handle();
            context.functions.put(
                    handle,
                    new EmulatedContext.Function(
                            found, program, EmulatedAttributes.SHARED_PER_BLOCK - program.sharedBytes()));
            function.setValue(new Pointer(handle));
            return 0;
        });
    }

    private int withFunction(Pointer function, ToIntBiFunction<EmulatedContext, EmulatedContext.Function> call) {
        return inContext(context -> {
            var found = context.functions.get(Pointer.nativeValue(function));
            return found == null ? code(CudaResult.INVALID_HANDLE) : call.applyAsInt(context, found);
        });
    }

    @Override
    public int cuFuncSetAttribute(Pointer function, int attribute, int value) {
        return withFunction(function, (context, found) -> {
            if (attribute == 9) {
                return code(value >= -1 && value <= 100 ? CudaResult.SUCCESS : CudaResult.INVALID_VALUE);
            }
            int most = EmulatedAttributes.maxSharedPerBlock(context.gpu) - found.program.sharedBytes();
            if (attribute != 8 || value < 0 || value > most) {
                return code(CudaResult.INVALID_VALUE);
            }
            found.maxDynamicShared = value;
            return 0;
        });
    }

    @Override
    public int cuLaunchKernel(
            Pointer function,
            int gridX,
            int gridY,
            int gridZ,
            int blockX,
            int blockY,
            int blockZ,
            int sharedBytes,
            Pointer stream,
            Pointer arguments,
            Pointer extra) {
        return withFunction(function, (context, found) -> {
            if (stream != null && !context.streams.contains(Pointer.nativeValue(stream))) {
                return code(CudaResult.INVALID_HANDLE);
            }
            var grid = new Dim(gridX, gridY, gridZ);
            var block = new Dim(blockX, blockY, blockZ);
            var refusal = LaunchLimits.refusal(context.gpu, found, grid, block, sharedBytes);
            if (refusal != CudaResult.SUCCESS) {
                return code(refusal);
            }
            var parameters = found.program.allParameterBytes();
            if (extra != null || parameters > 0 && arguments == null) {
                return code(CudaResult.INVALID_VALUE);
            }
            launches++;
            try {
                context.machine.launch(found.program, grid, block, sharedBytes, bytes(found, arguments));
            } catch (Fault e) {
                faults.add(e.getMessage());
                context.sticky = e.code();
            }
            return 0;
        });
    }

    private static byte[] bytes(EmulatedContext.Function function, Pointer arguments) {
        var program = function.program;
        var bytes = new byte[program.allParameterBytes()];
        for (int i = 0; i < program.parameterBytes().size(); i++) {
            var argument = arguments.getPointer((long) i * Long.BYTES);
            argument.read(
                    0,
                    bytes,
                    program.parameterOffsets().get(i),
                    program.parameterBytes().get(i));
        }
        return bytes;
    }

    @Override
    public int cuStreamCreate(PointerByReference stream, int flags) {
        return inContext(context -> {
            long handle = handle();
            context.streams.add(handle);
            stream.setValue(new Pointer(handle));
            return 0;
        });
    }

    @Override
    public int cuStreamSynchronize(Pointer stream) {
        return inContext(context -> code(
                stream == null || context.streams.contains(Pointer.nativeValue(stream))
                        ? CudaResult.SUCCESS
                        : CudaResult.INVALID_HANDLE));
    }

    @Override
    public int cuStreamDestroy_v2(Pointer stream) {
        return inContext(context -> code(
                context.streams.remove(Pointer.nativeValue(stream)) ? CudaResult.SUCCESS : CudaResult.INVALID_HANDLE));
    }

    @Override
    public int cuEventCreate(PointerByReference event, int flags) {
        return inContext(context -> {
            long handle = handle();
            context.events.put(handle, 0L);
            event.setValue(new Pointer(handle));
            return 0;
        });
    }

    private int withEvent(Pointer event, ToIntFunction<EmulatedContext> call) {
        return inContext(context -> context.events.containsKey(Pointer.nativeValue(event))
                ? call.applyAsInt(context)
                : code(CudaResult.INVALID_HANDLE));
    }

    @Override
    public int cuEventRecord(Pointer event, Pointer stream) {
        return withEvent(event, context -> {
            clock = Math.max(clock + 1000, System.nanoTime());
            context.events.put(Pointer.nativeValue(event), clock);
            return 0;
        });
    }

    @Override
    public int cuEventSynchronize(Pointer event) {
        return withEvent(event, context -> 0);
    }

    @Override
    public int cuEventElapsedTime(FloatByReference milliseconds, Pointer start, Pointer end) {
        return withEvent(
                start,
                context -> withEvent(end, same -> {
                    long from = context.events.get(Pointer.nativeValue(start));
                    long to = context.events.get(Pointer.nativeValue(end));
                    if (from == 0 || to == 0) {
                        return code(CudaResult.INVALID_HANDLE);
                    }
                    milliseconds.setValue((to - from) / 1e6f);
                    return 0;
                }));
    }

    @Override
    public int cuEventDestroy_v2(Pointer event) {
        return withEvent(event, context -> {
            context.events.remove(Pointer.nativeValue(event));
            return 0;
        });
    }
}
