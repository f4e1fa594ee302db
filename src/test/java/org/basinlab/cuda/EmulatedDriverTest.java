package org.basinlab.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.FloatByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The emulated driver, called as the real one is. */
class EmulatedDriverTest {
    private static final Gpu T4 = new Gpu(0, "Tesla T4", ComputeCapability.of("7.5"), 1 << 20, 40);
    private static final Gpu A100 = new Gpu(1, "NVIDIA A100", ComputeCapability.of("8.0"), 1 << 22, 108);

    private static final String DOUBLED = """
            .version 7.0
            .target sm_75
            .address_size 64
            .visible .entry doubled(.param .u64 x, .param .u32 n)
            .maxntid 256, 1, 1
            {
            .reg .pred %p<2>;
            .reg .b32 %r<6>;
            .reg .b64 %d<4>;
            .shared .align 4 .b8 s[1024];
            ld.param.u64 %d1, [x];
            ld.param.u32 %r1, [n];
            mov.u32 %r2, %ctaid.x;
            mov.u32 %r3, %ntid.x;
            mov.u32 %r4, %tid.x;
            mad.lo.s32 %r2, %r2, %r3, %r4;
            setp.ge.s32 %p1, %r2, %r1;
            @%p1 ret;
            mul.wide.s32 %d2, %r2, 4;
            add.s64 %d3, %d1, %d2;
            ld.global.u32 %r5, [%d3];
            mov.u32 %r3, s;
            st.shared.u32 [%r3], %r5;
            shl.b32 %r5, %r5, 1;
            st.global.u32 [%d3], %r5;
            ret;
            }
            """;

    private final EmulatedDriver driver = new EmulatedDriver(T4, A100);
    private final DriverApi api = driver;

    private void open(int device) {
        assertThat(api.cuInit(0)).isZero();
        var context = new PointerByReference();
        assertThat(api.cuDevicePrimaryCtxRetain(context, device)).isZero();
        assertThat(api.cuCtxSetCurrent(context.getValue())).isZero();
    }

    private static Memory text(String text) {
        var memory = new Memory(text.length() + 1L);
        memory.setString(0, text);
        return memory;
    }

    private Pointer function(String ptx, String name) {
        var module = new PointerByReference();
        assertThat(api.cuModuleLoadDataEx(module, text(ptx), 0, new int[0], null))
                .isZero();
        var function = new PointerByReference();
        assertThat(api.cuModuleGetFunction(function, module.getValue(), "none")).isEqualTo(500);
        assertThat(api.cuModuleGetFunction(function, module.getValue(), name)).isZero();
        return function.getValue();
    }

    private long allocated(long bytes) {
        var address = new LongByReference();
        assertThat(api.cuMemAlloc_v2(address, bytes)).isZero();
        assertThat(address.getValue() % 256).isZero();
        return address.getValue();
    }

    private int launch(Pointer function, int blocks, int threads, int shared, long x, int n) {
        var address = new Memory(8);
        address.setLong(0, x);
        var count = new Memory(4);
        count.setInt(0, n);
        var arguments = new Memory(16);
        arguments.setPointer(0, address);
        arguments.setPointer(8, count);
        return api.cuLaunchKernel(function, blocks, 1, 1, threads, 1, 1, shared, null, arguments, null);
    }

    private long put(int... values) {
        long address = allocated(4L * values.length);
        var memory = new Memory(4L * values.length);
        memory.write(0, values, 0, values.length);
        assertThat(api.cuMemcpyHtoD_v2(address, memory, memory.size())).isZero();
        return address;
    }

    @Test
    void aProbeSeesItsGpus() {
        var probe = Driver.probe(() -> driver);
        assertThat(probe.gpus()).containsExactly(T4, A100);
        assertThat(probe.driver()).isEqualTo("CUDA 13.0");
    }

    @Test
    void aKernelIsLoadedLaunchedAndItsResultRead() {
        open(0);
        var doubled = function(DOUBLED, "doubled");
        long x = put(1, 2, 3, 4, 5);
        assertThat(launch(doubled, 3, 1, 0, x, 3)).isZero();
        assertThat(api.cuStreamSynchronize(null)).isZero();
        var result = new Memory(20);
        assertThat(api.cuMemcpyDtoH_v2(result, x, 20)).isZero();
        assertThat(result.getIntArray(0, 5)).containsExactly(2, 4, 6, 4, 5);
        assertThat(driver.faults()).isEmpty();
        assertThat(driver.liveAllocations()).isEqualTo(1);
        assertThat(api.cuMemFree_v2(x)).isZero();
        assertThat(driver.liveAllocations()).isZero();
        assertThat(api.cuMemFree_v2(x)).isEqualTo(1);
        assertThat(driver.launches()).isEqualTo(1);
    }

    @Test
    void callsWithoutAContextFail() throws InterruptedException {
        assertThat(api.cuMemAlloc_v2(new LongByReference(), 4)).isEqualTo(3);
        assertThat(api.cuInit(0)).isZero();
        assertThat(api.cuMemAlloc_v2(new LongByReference(), 4)).isEqualTo(201);
        open(0);
        allocated(4);
        var other = new int[1];
        var thread = new Thread(() -> other[0] = api.cuMemAlloc_v2(new LongByReference(), 4));
        thread.start();
        thread.join();
        assertThat(other).containsExactly(201);
        assertThat(api.cuDevicePrimaryCtxRelease_v2(0)).isZero();
        assertThat(api.cuMemAlloc_v2(new LongByReference(), 4)).isEqualTo(201);
        assertThat(api.cuDevicePrimaryCtxRelease_v2(0)).isEqualTo(201);
    }

    @Test
    void memoryEnds() {
        open(0);
        var address = new LongByReference();
        assertThat(api.cuMemAlloc_v2(address, (1 << 20) + 1)).isEqualTo(2);
        allocated((1 << 20) - 256);
        assertThat(api.cuMemAlloc_v2(address, 257)).isEqualTo(2);
        var free = new LongByReference();
        var total = new LongByReference();
        assertThat(api.cuMemGetInfo_v2(free, total)).isZero();
        assertThat(free.getValue()).isEqualTo(256);
        assertThat(total.getValue()).isEqualTo(1 << 20);
        assertThat(api.cuMemcpyHtoD_v2(4711, new Memory(4), 4)).isEqualTo(1);
        assertThat(api.cuMemsetD8_v2(4711, (byte) 1, 4)).isEqualTo(1);
    }

    @Test
    void bytesAreSet() {
        open(0);
        long x = allocated(8);
        assertThat(api.cuMemsetD8_v2(x, (byte) 0x21, 8)).isZero();
        var result = new Memory(8);
        assertThat(api.cuMemcpyDtoH_v2(result, x, 8)).isZero();
        assertThat(result.getLong(0)).isEqualTo(0x2121212121212121L);
    }

    @Test
    void aFaultMakesLaterCallsFailAndIsTold() {
        open(0);
        var doubled = function(DOUBLED, "doubled");
        long x = put(1, 2, 3);
        assertThat(launch(doubled, 70, 1, 0, x, 70)).isZero();
        assertThat(api.cuStreamSynchronize(null)).isEqualTo(700);
        assertThat(api.cuMemFree_v2(x)).isEqualTo(700);
        assertThat(driver.faults()).hasSize(1).first().asString().contains("kernel doubled", "block (3,0,0)");
        open(1);
        allocated(4);
    }

    @Test
    void aDeviceIsLostWhenToldSo() {
        open(0);
        var doubled = function(DOUBLED, "doubled");
        long x = put(1);
        driver.failAfter(1, 719);
        assertThat(launch(doubled, 1, 1, 0, x, 1)).isZero();
        assertThat(api.cuStreamSynchronize(null)).isEqualTo(719);
        assertThat(launch(doubled, 1, 1, 0, x, 1)).isEqualTo(719);
        assertThat(driver.faults()).isEmpty();
    }

    @Test
    void launchesKeepToTheDevicesLimits() {
        open(0);
        var doubled = function(DOUBLED, "doubled");
        long x = put(1);
        assertThat(launch(doubled, 1, 257, 0, x, 1)).isEqualTo(1);
        assertThat(launch(doubled, 0, 1, 0, x, 1)).isEqualTo(1);
        assertThat(launch(doubled, 1, 1, (48 << 10) - 1023, x, 1)).isEqualTo(1);
        assertThat(launch(doubled, 1, 1, (48 << 10) - 1024, x, 1)).isZero();
        assertThat(api.cuFuncSetAttribute(doubled, 8, (64 << 10) - 1023)).isEqualTo(1);
        assertThat(api.cuFuncSetAttribute(doubled, 8, (64 << 10) - 1024)).isZero();
        assertThat(launch(doubled, 1, 1, (64 << 10) - 1024, x, 1)).isZero();
        assertThat(launch(new Pointer(4711), 1, 1, 0, x, 1)).isEqualTo(400);
    }

    @Test
    void devicesHaveAttributes() {
        open(1);
        var value = new IntByReference();
        assertThat(api.cuDeviceGetAttribute(value, 97, 1)).isZero();
        assertThat(value.getValue()).isEqualTo(163 << 10);
        assertThat(api.cuDeviceGetAttribute(value, 97, 0)).isZero();
        assertThat(value.getValue()).isEqualTo(64 << 10);
        assertThat(api.cuDeviceGetAttribute(value, 9999, 0)).isEqualTo(1);
        assertThat(api.cuDeviceGetAttribute(value, 16, 2)).isEqualTo(101);
    }

    @Test
    void modulesThatDoNotLoadSayWhy() {
        open(0);
        var module = new PointerByReference();
        var log = new Memory(200);
        var values = new Memory(16);
        values.setPointer(0, log);
        values.setLong(8, log.size());
        int[] options = {5, 6};
        var broken = text(DOUBLED.replace("shl.b32", "shl.b33"));
        assertThat(api.cuModuleLoadDataEx(module, broken, 2, options, values)).isEqualTo(218);
        assertThat(log.getString(0, StandardCharsets.US_ASCII.name()))
                .isEqualTo("ptxas error: line 24: shl.b33: an instruction that the emulator does not know");
        assertThat(api.cuModuleLoadDataEx(module, text(DOUBLED.replace("sm_75", "sm_80")), 2, options, values))
                .isEqualTo(209);
        assertThat(api.cuModuleLoadDataEx(module, text(DOUBLED.replace("7.0", "9.1")), 2, options, values))
                .isEqualTo(222);
        driver.newestPtx(70);
        assertThat(api.cuModuleLoadDataEx(module, text(DOUBLED), 2, options, values))
                .isZero();
        assertThat(driver.liveHandles()).isEqualTo(1);
        assertThat(api.cuModuleUnload(module.getValue())).isZero();
        assertThat(api.cuModuleUnload(module.getValue())).isEqualTo(400);
        assertThat(driver.liveHandles()).isZero();
        assertThat(driver.liveAllocations()).isZero();
    }

    @Test
    void streamsAndEvents() {
        open(0);
        var stream = new PointerByReference();
        assertThat(api.cuStreamCreate(stream, 0)).isZero();
        var start = new PointerByReference();
        var end = new PointerByReference();
        assertThat(api.cuEventCreate(start, 0)).isZero();
        assertThat(api.cuEventCreate(end, 0)).isZero();
        var time = new FloatByReference();
        assertThat(api.cuEventRecord(start.getValue(), stream.getValue())).isZero();
        assertThat(api.cuEventElapsedTime(time, start.getValue(), end.getValue()))
                .isEqualTo(400);
        assertThat(api.cuEventRecord(end.getValue(), stream.getValue())).isZero();
        assertThat(api.cuEventSynchronize(end.getValue())).isZero();
        assertThat(api.cuEventElapsedTime(time, start.getValue(), end.getValue()))
                .isZero();
        assertThat(time.getValue()).isPositive();
        assertThat(api.cuStreamSynchronize(new Pointer(1))).isEqualTo(400);
        assertThat(api.cuStreamDestroy_v2(stream.getValue())).isZero();
        assertThat(api.cuEventDestroy_v2(start.getValue())).isZero();
        assertThat(api.cuEventDestroy_v2(end.getValue())).isZero();
        assertThat(api.cuEventDestroy_v2(end.getValue())).isEqualTo(400);
        assertThat(driver.liveHandles()).isZero();
    }

    @Test
    void errorsHaveCudasNames() {
        var name = new PointerByReference();
        assertThat(api.cuGetErrorName(700, name)).isZero();
        assertThat(name.getValue().getString(0)).isEqualTo("CUDA_ERROR_ILLEGAL_ADDRESS");
        assertThat(api.cuGetErrorString(2, name)).isZero();
        assertThat(name.getValue().getString(0)).isEqualTo("out of memory");
        assertThat(api.cuGetErrorName(4711, name)).isEqualTo(1);
    }
}
