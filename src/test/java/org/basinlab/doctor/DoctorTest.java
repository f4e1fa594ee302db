package org.basinlab.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.basinlab.cuda.ComputeCapability;
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
        var diagnosis = new Doctor(MNIST, () -> "an array library", () -> NONE).examine();
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
                        () -> broken)
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
    void saysWhichEngineCanUseAGpu() {
        var probe = new GpuProbe(
                List.of(
                        new Gpu(0, "NVIDIA A100", new ComputeCapability(8, 0), 40L << 30, 108),
                        new Gpu(1, "NVIDIA H100", new ComputeCapability(9, 0), 80L << 30, 132)),
                13000,
                null,
                null);
        var gpus = new Doctor(MNIST, () -> "an array library", () -> probe)
                .examine()
                .gpus();
        assertThat(gpus.get(0).engines()).containsExactly("nd4j-cuda-11.6");
        assertThat(gpus.get(0).profile()).isEqualTo("ampere");
        assertThat(gpus.get(1).engines()).isEmpty();
        assertThat(gpus.get(1).computeCapability()).isEqualTo("9.0");
        assertThat(gpus.get(1).driver()).isEqualTo("CUDA 13.0");
        assertThat(gpus.get(1).detail()).contains("cannot drive compute capability 9.0");
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
