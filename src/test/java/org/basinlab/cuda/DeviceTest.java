package org.basinlab.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The driver's functions through an emulated driver: what goes there comes back, and what fails says so. */
class DeviceTest {
    /** y[k] += factor x[k] + offset for k below count, the factor from a structure. */
    private static final String PTX = """
            .version 7.0
            .target sm_75
            .address_size 64
            .visible .entry scale(
                .param .align 8 .b8 scale_param_0[16],
                .param .u64 scale_param_1,
                .param .f32 scale_param_2,
                .param .u32 scale_param_3
            )
            {
                .reg .pred %p<2>;
                .reg .f32 %f<5>;
                .reg .b32 %r<5>;
                .reg .b64 %rd<7>;
                ld.param.u64 %rd1, [scale_param_0];
                ld.param.f32 %f1, [scale_param_0+8];
                ld.param.u64 %rd2, [scale_param_1];
                ld.param.f32 %f2, [scale_param_2];
                ld.param.u32 %r1, [scale_param_3];
                mov.u32 %r2, %ctaid.x;
                mov.u32 %r3, %ntid.x;
                mov.u32 %r4, %tid.x;
                mad.lo.s32 %r2, %r2, %r3, %r4;
                setp.ge.s32 %p1, %r2, %r1;
                @%p1 bra DONE;
                cvta.to.global.u64 %rd3, %rd1;
                cvta.to.global.u64 %rd4, %rd2;
                mul.wide.s32 %rd5, %r2, 4;
                add.s64 %rd3, %rd3, %rd5;
                add.s64 %rd4, %rd4, %rd5;
                ld.global.f32 %f3, [%rd3];
                fma.rn.f32 %f3, %f3, %f1, %f2;
                st.global.f32 [%rd4], %f3;
            DONE:
                ret;
            }
            """;

    private final EmulatedDriver driver = new EmulatedDriver(EmulatedGpu.TURING);
    private final Device device = EmulatedGpu.open(driver, EmulatedGpu.TURING);

    @AfterEach
    void nothingIsLeft() {
        assertThat(driver.liveAllocations()).isZero();
    }

    @Test
    void numbersComeBackAsTheyWent() {
        var random = new Random(1);
        // More than one block of a transfer.
        var doubles = random.doubles(3_000_000).toArray();
        var ints = random.ints(1000).toArray();
        var bytes = new byte[777];
        random.nextBytes(bytes);
        try (var ofDoubles = DeviceDoubles.of(device, doubles);
                var ofInts = DeviceInts.of(device, ints);
                var ofBytes = DeviceBytes.of(device, bytes)) {
            var back = new double[doubles.length];
            ofDoubles.read(0, back, 0, back.length);
            assertThat(back).isEqualTo(doubles);
            var some = new int[10];
            ofInts.read(500, some, 3, 5);
            assertThat(some).containsSequence(ints[500], ints[501], ints[502], ints[503], ints[504]);
            assertThat(some[2]).isZero();
            ofBytes.write(700, new byte[] {1, 2, 3}, 1, 2);
            var last = new byte[3];
            ofBytes.read(699, last, 0, 3);
            assertThat(last).containsExactly(bytes[699], 2, 3);
            ofInts.clear();
            ofInts.read(0, some, 0, 10);
            assertThat(some).containsOnly(0);
            assertThat(ofInts.length()).isEqualTo(1000);
            assertThatThrownBy(() -> ofInts.read(995, some, 0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> ofInts.write(-1, some, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        try (var nothing = new DeviceFloats(device, 0)) {
            nothing.clear();
            nothing.read(0, new float[0], 0, 0);
            assertThat(nothing.length()).isZero();
        }
    }

    @Test
    void aKernelGetsItsArgumentsAndMayGetOthersLater() {
        try (var module = new KernelModule(device, PTX);
                var stream = new Stream(device);
                var x = DeviceFloats.of(device, new float[] {1, 2, 3, 4});
                var y = DeviceFloats.of(device, new float[] {0, 0, 0, 0})) {
            var struct = ByteBuffer.allocate(16)
                    .order(ByteOrder.nativeOrder())
                    .putLong(x.address())
                    .putFloat(10)
                    .putInt(0)
                    .flip();
            try (var arguments = Arguments.of(struct, y, 0.5f, 4);
                    var start = new Event(device);
                    var end = new Event(device)) {
                var kernel = module.kernel("scale");
                start.record(stream);
                kernel.launch(stream, Grid.row(2, 32, 0), arguments);
                end.record(stream);
                stream.await();
                assertThat(end.secondsSince(start)).isPositive();
                assertThat(read(y)).containsExactly(10.5f, 20.5f, 30.5f, 40.5f);
                y.clear();
                kernel.launch(stream, Grid.row(1, 32, 0), arguments.set(3, 2));
                stream.await();
                assertThat(read(y)).containsExactly(10.5f, 20.5f, 0, 0);
            }
        }
        assertThat(driver.faults()).isEmpty();
    }

    private static float[] read(DeviceFloats memory) {
        var numbers = new float[(int) memory.length()];
        memory.read(0, numbers, 0, numbers.length);
        return numbers;
    }

    @Test
    void whatTheDriverSaysOfBadPtxIsPassedOn() {
        assertThatThrownBy(() -> new KernelModule(device, PTX.replace("fma.rn.f32", "fmma.rn.f32")))
                .isInstanceOf(CudaException.class)
                .hasMessageContaining("cuModuleLoadDataEx: CUDA_ERROR_INVALID_PTX")
                .hasMessageContaining("the driver says: ")
                .hasMessageContaining("fmma");
        try (var module = new KernelModule(device, PTX)) {
            assertThatThrownBy(() -> module.kernel("scole"))
                    .isInstanceOf(CudaException.class)
                    .hasMessageContaining("cuModuleGetFunction scole: CUDA_ERROR_NOT_FOUND");
        }
    }

    @Test
    void tooMuchMemoryIsAnErrorOfItsOwn() {
        assertThatThrownBy(() -> new DeviceDoubles(device, 1L << 40))
                .isInstanceOfSatisfying(
                        CudaException.class, e -> assertThat(e.isOutOfMemory()).isTrue())
                .hasMessageContaining("cuMemAlloc: CUDA_ERROR_OUT_OF_MEMORY");
        assertThat(device.freeBytes()).isEqualTo(EmulatedGpu.TURING.memoryBytes());
    }

    /** What a kernel did wrong shows where the stream is waited for, and the device is of no more use. */
    @Test
    void aFaultInAKernelShowsWhenItIsWaitedFor() {
        var module = new KernelModule(device, PTX);
        var stream = new Stream(device);
        var kernel = module.kernel("scale");
        var struct = ByteBuffer.allocate(16)
                .order(ByteOrder.nativeOrder())
                .putLong(64)
                .putFloat(1)
                .putInt(0)
                .flip();
        try (var arguments = Arguments.of(struct, 64L, 0f, 1)) {
            kernel.launch(stream, Grid.row(1, 32, 0), arguments);
            assertThatThrownBy(stream::await)
                    .isInstanceOf(CudaException.class)
                    .hasMessageContaining("cuStreamSynchronize: CUDA_ERROR_ILLEGAL_ADDRESS");
            assertThatThrownBy(() -> new DeviceInts(device, 1)).isInstanceOf(CudaException.class);
        }
        assertThat(driver.faults()).hasSize(1);
    }

    @Test
    void impossibleShapesAndArgumentsAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.row(0, 32, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.row(1, 2048, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(1, 65_536, 1, 32, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Arguments.of("text"));
    }
}
