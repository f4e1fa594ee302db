package org.basinlab.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.cuda.ComputeCapability;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.nd4j.common.io.Resource;
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4jBackend;

class Nd4jBackendsTest {
    private static final String BUILD_FOR_CPU = "build for the CPU with: mvn clean package -DskipTests";

    @Test
    void theBackendIsNamedWithItsVersion() {
        assertThat(Nd4jBackends.description(Nd4jBackends.onClassPath().get(0)))
                .matches("nd4j-(native|cuda-11\\.6) 1\\.0\\.0-M2\\.1");
    }

    @Test
    void noneOrTwoBackendsAreRefused() {
        refused(List.of(), "no ND4J backend on the class path; " + BUILD_FOR_CPU);
        var two = new ArrayList<>(List.<Nd4jBackend>of(new Unloadable()));
        two.add(new Unloadable());
        refused(two, "2 ND4J backends on the class path, and it must be one; " + BUILD_FOR_CPU);
    }

    @Test
    void aBackendThatDoesNotLoadIsOneLine() {
        refused(
                List.of(new Unloadable()),
                Unloadable.class.getName() + " does not load (no library in java.library.path); " + BUILD_FOR_CPU);
    }

    @Test
    void withoutADriverTheCureIsTheCpu() {
        gpusRefused(
                new GpuProbe(List.of(), null, "no NVIDIA driver (libcuda.so.1 not found)", null),
                "this build needs an NVIDIA GPU (-Pcuda): no NVIDIA driver (libcuda.so.1 not found); " + BUILD_FOR_CPU);
    }

    @Test
    void aBrokenDriverHasItsOwnCure() {
        gpusRefused(
                new GpuProbe(List.of(), 13000, "the NVIDIA driver does not work (x)", "restart"),
                "this build needs an NVIDIA GPU (-Pcuda): the NVIDIA driver does not work (x); restart, or "
                        + BUILD_FOR_CPU);
    }

    @Test
    void aGpuThatNd4jCannotDriveIsNamed() {
        gpusRefused(
                new GpuProbe(List.of(gpu(0, "9.0")), 13000, null, null),
                "this build needs an NVIDIA GPU (-Pcuda), and NVIDIA Card cannot serve (GPU 0): ND4J's CUDA 11.6 backend cannot drive compute capability 9.0"
                        + " (it knows the cards from 3.7 to 8.9); " + BUILD_FOR_CPU);
        gpusRefused(
                new GpuProbe(List.of(gpu(0, "8.6"), gpu(1, "9.0")), 13000, null, null),
                "this build needs an NVIDIA GPU (-Pcuda), and NVIDIA Card cannot serve (GPU 1): ND4J's CUDA 11.6 backend cannot drive compute capability 9.0"
                        + " (it knows the cards from 3.7 to 8.9); hide it with CUDA_VISIBLE_DEVICES, or "
                        + BUILD_FOR_CPU);
        assertThatCode(() -> Nd4jBackends.requireGpus(
                        new GpuProbe(List.of(gpu(0, "8.6"), gpu(1, "8.9")), 13000, null, null)))
                .doesNotThrowAnyException();
    }

    private static Gpu gpu(int ordinal, String capability) {
        return new Gpu(ordinal, "NVIDIA Card", ComputeCapability.of(capability), 1L << 34, 80);
    }

    private static void refused(List<Nd4jBackend> backends, String message) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Nd4jBackends.require(backends, () -> {
                    throw new AssertionError("the driver is no concern of a CPU build");
                }))
                .withMessage(message);
    }

    private static void gpusRefused(GpuProbe probe, String message) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Nd4jBackends.requireGpus(probe))
                .withMessage(message);
    }

    private static final class Unloadable extends Nd4jBackend {
        @Override
        public boolean canRun() {
            throw new ExceptionInInitializerError(new UnsatisfiedLinkError("no library in java.library.path"));
        }

        @Override
        public boolean isAvailable() {
            throw new AssertionError("prints stack traces");
        }

        @Override
        public boolean allowsOrder() {
            return false;
        }

        @Override
        public int getPriority() {
            return 0;
        }

        @Override
        public Resource getConfigurationResource() {
            return null;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public Class getNDArrayClass() {
            return null;
        }

        @Override
        public Environment getEnvironment() {
            return null;
        }

        @Override
        public String buildInfo() {
            return "";
        }

        @Override
        public void logBackendInit() {}
    }
}
