package org.basinlab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final GpuProbe NONE = new GpuProbe(List.of(), null, "no NVIDIA driver", null);
    private static final Path MNIST = Path.of("data/mnist");

    @Test
    void findsNothingAmissHere() {
        var diagnosis = new Doctor(MNIST, () -> "an array library", () -> NONE, DoctorTest::noDevice).examine();
        assertThat(diagnosis.checks())
                .extracting(Check::name)
                .contains("java", "memory", "vectors", "backend", "fonts", "data");
        assertThat(check(diagnosis, "data").detail()).contains("MNIST by its digests");
        assertThat(check(diagnosis, "gpu").ok()).as("no GPU is no fault").isTrue();
        assertThat(diagnosis.gpus()).isEmpty();
    }

    @Test
    void everyFaultHasItsCure(@TempDir Path empty) {
        var broken = new GpuProbe(List.of(), 12000, "the driver is broken", "mend it");
        var diagnosis = new Doctor(
                        empty,
                        () -> {
                            throw new InputException("no backend; build one");
                        },
                        () -> broken,
                        DoctorTest::noDevice)
                .examine();
        assertThat(diagnosis.ok()).isFalse();
        for (var name : List.of("backend", "data", "gpu")) {
            assertThat(check(diagnosis, name).ok()).as(name).isFalse();
            assertThat(check(diagnosis, name).cure()).as(name).isNotBlank();
        }
        assertThat(Doctor.java(11).ok()).isFalse();
        assertThat(Doctor.java(17).ok()).isTrue();
        assertThat(Doctor.memory(1L << 30, 1L << 28).cure()).isNotBlank();
    }

    @Test
    void saysWhichEngineCanUseAGpuAndTriesIt() {
        var pascal = EmulatedGpu.gpu("6.1", 8L << 30);
        var hopper = EmulatedGpu.HOPPER;
        var probe = new GpuProbe(List.of(pascal, hopper), 13000, null, null);
        var driver = new EmulatedDriver(hopper);
        var diagnosis = new Doctor(
                        MNIST, () -> "an array library", () -> probe, gpu -> EmulatedGpu.open(driver, hopper))
                .examine();
        var gpus = diagnosis.gpus();
        assertThat(gpus.get(0).engines()).containsExactly("nd4j-cuda-11.6");
        assertThat(gpus.get(0).profile()).isEqualTo("cpu");
        assertThat(gpus.get(1).engines()).containsExactly("cuda");
        assertThat(gpus.get(1).computeCapability()).isEqualTo("9.0");
        assertThat(gpus.get(1).driver()).isEqualTo("CUDA 13.0");
        assertThat(gpus.get(1).detail()).contains("cannot drive compute capability 9.0");
        var kernels = check(diagnosis, "kernels");
        assertThat(kernels.ok()).isTrue();
        assertThat(kernels.detail()).contains("networks trained on emulated GPU 9.0 are the CPU's within");
        var walkers = check(diagnosis, "walker kernels");
        assertThat(walkers.ok()).as(walkers.detail()).isTrue();
        assertThat(walkers.detail()).contains("walkers on emulated GPU 9.0 are the CPU's to the last bit");
        var trajectories = check(diagnosis, "trajectory kernels");
        assertThat(trajectories.ok()).as(trajectories.detail()).isTrue();
        assertThat(trajectories.detail()).contains("on emulated GPU 9.0 all are the CPU's to the last bit");
        assertThat(driver.faults()).isEmpty();
        assertThat(driver.liveAllocations()).isZero();
    }

    @Test
    void aGpuOnWhichKernelsFailIsAFault() {
        var hopper = EmulatedGpu.HOPPER;
        var lost = new EmulatedDriver(hopper).failAfter(3, 719);
        var old = new EmulatedDriver(hopper).newestPtx(63);
        for (var driver : List.of(lost, old)) {
            var probe = new GpuProbe(List.of(hopper), 13000, null, null);
            var diagnosis = new Doctor(
                            MNIST, () -> "an array library", () -> probe, gpu -> EmulatedGpu.open(driver, hopper))
                    .examine();
            var kernels = check(diagnosis, "kernels");
            assertThat(kernels.ok()).isFalse();
            assertThat(kernels.detail())
                    .contains(driver == lost ? "CUDA_ERROR_LAUNCH_FAILED" : "CUDA_ERROR_UNSUPPORTED_PTX_VERSION");
            assertThat(kernels.cure()).contains("nvidia-smi");
            assertThat(check(diagnosis, "walker kernels").cure()).contains("--engine vector");
            assertThat(check(diagnosis, "trajectory kernels").cure()).contains("--engine blocks");
        }
    }

    private static Device noDevice(Gpu gpu) {
        throw new AssertionError("there is no " + gpu);
    }

    @Test
    void slownessHasACure() {
        assertThat(Doctor.vectors(true).ok()).isTrue();
        assertThat(Doctor.vectors(false).ok()).isFalse();
        assertThat(Doctor.vectors(false).cure()).contains("--add-modules jdk.incubator.vector");
    }

    private static Check check(Diagnosis diagnosis, String name) {
        return diagnosis.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
