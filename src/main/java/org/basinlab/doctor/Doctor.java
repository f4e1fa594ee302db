package org.basinlab.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Driver;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.MnistDigests;
import org.basinlab.experiment.InputException;
import org.basinlab.report.Fonts;
import org.basinlab.run.Build;
import org.basinlab.run.DeviceProfile;
import org.basinlab.run.Machine;
import org.basinlab.run.ParquetFile;
import org.basinlab.run.Part;
import org.basinlab.training.GpuEngine;
import org.basinlab.training.chunked.ChunkedTrainer;

/** Looks at everything a run depends on. A check that fails does not stop the others. */
public final class Doctor {
    private static final int OLDEST_JAVA = 17;
    private static final long LEAST_MEMORY = 2L << 30;

    private final Path data;
    private final Supplier<GpuProbe> driver;
    private final Supplier<String> backend;
    private final Function<Gpu, Device> opening;

    /**
     * A doctor.
     *
     * @param data    the folder of images to look at
     * @param backend starts the array library and describes it, or throws
     */
    public Doctor(Path data, Supplier<String> backend) {
        this(data, backend, Driver::probe, Device::open);
    }

    Doctor(Path data, Supplier<String> backend, Supplier<GpuProbe> driver, Function<Gpu, Device> opening) {
        this.data = data;
        this.backend = backend;
        this.driver = driver;
        this.opening = opening;
    }

    /** Makes every check. */
    public Diagnosis examine() {
        var probe = driver.get();
        var checks = new ArrayList<Check>();
        checks.add(Check.ok("basin", Build.current().label()));
        checks.add(java(Runtime.version().feature()));
        checks.add(Check.ok("processor", Machine.cpu() + ", " + Machine.cores() + " cores for this process"));
        checks.add(memory(Machine.memoryBytes(), Runtime.getRuntime().maxMemory()));
        checks.add(vectors(ChunkedTrainer.hasVectors()));
        checks.add(arrays());
        checks.add(tables());
        checks.add(fonts());
        checks.add(images());
        checks.add(gpu(probe));
        checks.add(profile(probe));
        checks.addAll(KernelCheck.of(probe, opening));
        var gpus = probe.gpus().stream().map(gpu -> report(gpu, probe.driver())).toList();
        return new Diagnosis(checks.stream().allMatch(Check::ok), List.copyOf(checks), gpus);
    }

    static Check java(int feature) {
        var detail = Machine.jvm() + " on " + Machine.os();
        return feature >= OLDEST_JAVA
                ? Check.ok("java", detail)
                : Check.fault(
                        "java", detail, "install a JDK of version " + OLDEST_JAVA + " or newer and set JAVA_HOME");
    }

    static Check memory(long machine, long heap) {
        var detail = gib(machine) + " GiB in the machine, " + gib(heap) + " GiB for Java's heap";
        return machine >= LEAST_MEMORY
                ? Check.ok("memory", detail)
                : Check.fault("memory", detail, "use a machine with 2 GiB or more");
    }

    static Check vectors(boolean there) {
        return there
                ? Check.ok("vectors", "the chunked engine computes with Java's Vector API")
                : Check.fault(
                        "vectors",
                        "the chunked engine computes number by number, some times slower, with the same results",
                        "start Basin by its launcher, or Java with --add-modules jdk.incubator.vector");
    }

    private Check arrays() {
        if (!Part.ARRAYS.isThere()) {
            return left("backend", Part.ARRAYS, "the engine dl4j");
        }
        try {
            return Check.ok("backend", backend.get());
        } catch (InputException e) {
            return Check.fault(
                    "backend", e.getMessage(), "see there; run again with BASIN_TRACE=1 for the whole story");
        }
    }

    private static Check tables() {
        if (!Part.TABLES.isThere()) {
            return left("tables", Part.TABLES, "Parquet; tables are written as CSV");
        }
        try {
            ParquetFile.require();
            return Check.ok("tables", "Parquet can be written");
        } catch (IOException e) {
            var said = e.getMessage().split("; ", 2);
            return Check.fault("tables", said[0], said[1]);
        }
    }

    /** What a bundle leaves out on purpose is no fault. */
    private static Check left(String name, Part part, String without) {
        return Check.ok(name, part.label() + " is not in this bundle, and so not " + without);
    }

    private static Check fonts() {
        if (!Part.FIGURES.isThere()) {
            return left("fonts", Part.FIGURES, "figures; basin report draws them in a full build");
        }
        return Fonts.problem()
                .map(problem -> Check.fault("fonts", "runs write everything but their figures", problem))
                .orElseGet(() -> Check.ok("fonts", "text can be drawn"));
    }

    private Check images() {
        try {
            var train = ImageFolder.train(data);
            var test = ImageFolder.test(data);
            var digests = new HashMap<>(train.digests());
            digests.putAll(test.digests());
            var detail = train.count() + " + " + test.count() + " images of " + train.rows() + " x " + train.columns()
                    + " in " + data;
            return MnistDigests.isMnist(digests)
                    ? Check.ok("data", detail + ": MNIST by its digests")
                    : Check.ok("data", detail + ": not MNIST by its digests, so P4's claims are not tested on it");
        } catch (InputException e) {
            return Check.fault("data", e.getMessage(), "git checkout -- data/mnist brings MNIST back");
        }
    }

    private static Check gpu(GpuProbe probe) {
        if (probe.isBroken()) {
            return Check.fault("gpu", probe.absence(), probe.cure());
        }
        return Check.ok(
                "gpu",
                probe.gpus().isEmpty()
                        ? probe.absence()
                        : probe.gpus().size() + " through the driver, " + probe.driver());
    }

    private static Check profile(GpuProbe probe) {
        var choice = DeviceProfile.forDevice(
                probe.gpus().stream().map(Gpu::computeCapability).findFirst());
        return Check.ok("device profile", choice.profile().name() + " (" + choice.because() + ")");
    }

    private static Diagnosis.GpuReport report(Gpu gpu, String driver) {
        var capability = gpu.computeCapability();
        return new Diagnosis.GpuReport(
                gpu.name(),
                capability.toString(),
                driver,
                GpuEngine.forGpu(capability).stream().map(GpuEngine::label).toList(),
                DeviceProfile.forDevice(Optional.of(capability)).profile().name(),
                Stream.of(GpuEngine.values())
                        .map(engine -> engine.explain(capability))
                        .collect(Collectors.joining("; ")));
    }

    private static String gib(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (double) (1L << 30));
    }
}
