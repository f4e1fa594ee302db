package org.basinlab.training.dl4j;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.basinlab.cuda.Driver;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.experiment.InputException;
import org.basinlab.training.GpuEngine;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Finds out whether ND4J can start, before anything touches the class {@code Nd4j}: its static
 * initializer loads the backend, and where that fails it prints stack traces and stays broken for
 * the life of the JVM.
 */
public final class Nd4jBackends {
    private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";
    private static final Map<String, String> ARTIFACTS =
            Map.of("org.nd4j.linalg.cpu.nativecpu.CpuBackend", "nd4j-native", CUDA_BACKEND, "nd4j-cuda-11.6");
    private static final String BUILD_FOR_CPU = "build for the CPU with: mvn clean package -DskipTests";

    private Nd4jBackends() {}

    /**
     * The ND4J backend of this build, after checking that it can run on this machine. Costs
     * milliseconds on the CPU; with CUDA it asks the driver and loads cuBLAS.
     *
     * @return artifact and version, such as {@code nd4j-native 1.0.0-M2.1}
     * @throws InputException if there is no backend, more than one, or one that cannot run here; the
     *     message is one line that names the cure
     */
    public static String require() {
        return require(onClassPath(), Driver::probe);
    }

    /**
     * Every backend on the class path, not yet loaded.
     *
     * @throws InputException if one cannot even be named
     */
    static List<Nd4jBackend> onClassPath() {
        try {
            var backends = new ArrayList<Nd4jBackend>();
            ServiceLoader.load(Nd4jBackend.class).forEach(backends::add);
            return backends;
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new InputException("ND4J's backend is damaged (" + reason(e) + "); " + BUILD_FOR_CPU, e);
        }
    }

    static String require(List<Nd4jBackend> backends, Supplier<GpuProbe> driver) {
        InputException.require(!backends.isEmpty(), "no ND4J backend on the class path; %s", BUILD_FOR_CPU);
        InputException.require(
                backends.size() == 1,
                "%d ND4J backends on the class path, and it must be one; %s",
                backends.size(),
                BUILD_FOR_CPU);
        var backend = backends.get(0);
        var needsGpu = backend.getClass().getName().equals(CUDA_BACKEND);
        if (needsGpu) {
            requireGpus(driver.get());
        }
        requireLoads(backend, needsGpu);
        return description(backend);
    }

    static void requireGpus(GpuProbe probe) {
        InputException.require(
                !probe.isBroken(),
                "this build needs an NVIDIA GPU (-Pcuda): %s; %s, or %s",
                probe.absence(),
                probe.cure(),
                BUILD_FOR_CPU);
        InputException.require(
                !probe.gpus().isEmpty(),
                "this build needs an NVIDIA GPU (-Pcuda): %s; %s",
                probe.absence(),
                BUILD_FOR_CPU);
        var unusable = probe.gpus().stream()
                .filter(gpu -> !GpuEngine.ND4J.drives(gpu.computeCapability()))
                .toList();
        if (unusable.isEmpty()) {
            return;
        }
        Gpu gpu = unusable.get(0);
        // ND4J spreads its threads over all the GPUs it sees, so that one of them is too many.
        throw new InputException(String.format(
                "this build needs an NVIDIA GPU (-Pcuda), and %s cannot serve (GPU %d): %s; %s%s",
                gpu.name(),
                gpu.ordinal(),
                GpuEngine.ND4J.explain(gpu.computeCapability()),
                unusable.size() < probe.gpus().size() ? "hide it with CUDA_VISIBLE_DEVICES, or " : "",
                BUILD_FOR_CPU));
    }

    private static void requireLoads(Nd4jBackend backend, boolean needsGpu) {
        try {
            // Not isAvailable(): the same question, but it prints the stack trace of a no.
            InputException.require(
                    backend.canRun(), "%s says that it cannot run here; %s", description(backend), BUILD_FOR_CPU);
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new InputException(
                    String.format(
                            "%s does not load (%s); %s%s",
                            description(backend),
                            reason(e),
                            needsGpu
                                    ? "install CUDA 11.6, build with: mvn clean package -DskipTests -Pcuda,cuda-redist, or "
                                    : "",
                            BUILD_FOR_CPU),
                    e);
        }
    }

    /** Artifact and version of a backend; the class's name where it is not one of ND4J's two. */
    static String description(Nd4jBackend backend) {
        var name = backend.getClass().getName();
        var artifact = ARTIFACTS.get(name);
        if (artifact == null) {
            return name;
        }
        var file = "/META-INF/maven/org.nd4j/" + artifact + "/pom.properties";
        try (var in = backend.getClass().getResourceAsStream(file)) {
            if (in == null) {
                return artifact;
            }
            var properties = new Properties();
            properties.load(in);
            return artifact + " " + properties.getProperty("version");
        } catch (IOException e) {
            return artifact;
        }
    }

    /** The innermost cause, on one line. */
    private static String reason(Throwable e) {
        var cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }
}
