package org.basinlab.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverTest {
    private static final Gpu T4 = new Gpu(0, "Tesla T4", ComputeCapability.of("7.5"), 15_843_721_216L, 40);
    private static final Gpu H100 =
            new Gpu(1, "NVIDIA H100 80GB HBM3", ComputeCapability.of("9.0"), 84_929_347_584L, 132);

    @Test
    void everyGpuIsListedAsTheDriverDescribesIt() {
        var probe = Driver.probe(() -> new FakeDriver(T4, H100));
        assertThat(probe.gpus()).containsExactly(T4, H100);
        assertThat(probe.driver()).isEqualTo("CUDA 12.8");
        assertThat(probe.absence()).isNull();
        assertThat(probe.isBroken()).isFalse();
    }

    @Test
    void aMissingLibraryIsANormalAbsence() {
        var probe = Driver.probe(() -> {
            throw new UnsatisfiedLinkError("Unable to load library");
        });
        assertThat(probe.gpus()).isEmpty();
        assertThat(probe.isBroken()).isFalse();
        assertThat(probe.driver()).isNull();
        assertThat(probe.absence()).isEqualTo("no NVIDIA driver (" + DriverApi.libraryName() + " not found)");
    }

    @Test
    void aDriverWithoutDevicesIsANormalAbsence() {
        var counted = Driver.probe(FakeDriver::new);
        var told = Driver.probe(() -> new FakeDriver(T4).failing("cuInit", 100));
        assertThat(counted.absence()).contains("shows no GPU").isEqualTo(told.absence());
        assertThat(counted.isBroken()).isFalse();
        assertThat(told.isBroken()).isFalse();
        assertThat(told.driver()).isEqualTo("CUDA 12.8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cuInit",
                "cuDriverGetVersion",
                "cuDeviceGetCount",
                "cuDeviceGet",
                "cuDeviceGetName",
                "cuDeviceTotalMem",
                "cuDeviceGetAttribute"
            })
    void everyReturnCodeIsChecked(String call) {
        var probe = Driver.probe(() -> new FakeDriver(T4, H100).failing(call, 999));
        assertThat(probe.isBroken()).isTrue();
        assertThat(probe.gpus()).isEmpty();
        assertThat(probe.absence()).isEqualTo("the NVIDIA driver does not work (" + call + ": CUDA_ERROR_FAKE)");
        assertThat(probe.cure()).contains("nvidia-smi");
    }

    @ParameterizedTest
    @CsvSource({"34, stubs", "803, restart the machine"})
    void knownErrorsHaveTheirCure(int code, String cure) {
        assertThat(Driver.probe(() -> new FakeDriver(T4).failing("cuInit", code))
                        .cure())
                .contains(cure);
    }

    @Test
    void anErrorTheDriverCannotNameKeepsItsNumber() {
        var probe = Driver.probe(() -> new FakeDriver(T4).failing("cuInit", FakeDriver.UNNAMED));
        assertThat(probe.absence()).contains("CUDA error " + FakeDriver.UNNAMED);
    }

    @Test
    void aDriverThatLacksAFunctionIsBroken() {
        var probe = Driver.probe(() -> new FakeDriver(T4).lacking("cuDeviceGetName"));
        assertThat(probe.isBroken()).isTrue();
        assertThat(probe.absence()).contains("lacks a function", "cuDeviceGetName");
    }

    /** The machine's own driver, whatever it has: a probe always ends with GPUs or with a reason. */
    @Test
    void theRealDriverIsAsked() {
        var probe = Driver.probe();
        if (probe.gpus().isEmpty()) {
            assertThat(probe.absence()).isNotBlank().doesNotContain("\n");
        } else {
            assertThat(probe.driver()).startsWith("CUDA ");
            assertThat(probe.gpus()).allSatisfy(gpu -> {
                assertThat(gpu.name()).isNotBlank();
                assertThat(gpu.memoryBytes()).isGreaterThan(1L << 28);
                assertThat(gpu.multiprocessors()).isPositive();
            });
        }
    }
}
