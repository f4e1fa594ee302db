package org.basinlab.cli;

import static org.basinlab.experiment.InputException.require;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Driver;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.experiment.Origin;
import org.basinlab.network.Precision;
import org.basinlab.run.Build;
import org.basinlab.run.DeviceProfile;
import org.basinlab.run.Part;
import org.basinlab.sweep.Pool;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.chunked.ChunkedTrainer.Products;
import org.basinlab.training.cuda.CudaTrainer;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider of training engines: it picks one, says which, and never another than the one named. */
final class Engines {
    private static final Logger LOG = LoggerFactory.getLogger(Engines.class);
    private static final List<String> NAMES = List.of("auto", "chunked", "cuda", "dl4j");

    private static final String NO_GPU = "--engine cuda: %s; give --engine auto or chunked";

    private enum Kind {
        CUDA,
        CHUNKED,
        DL4J
    }

    /** An engine, and why it and not one before it. */
    private record Choice(Kind kind, String because) {}

    private final DeviceProfile profile;
    private final UsableGpu gpu;
    private final Function<Gpu, Device> opening;
    private final Map<Kind, OnlineTrainer> made = new EnumMap<>(Kind.class);

    /** Engines that shape their work as a profile says. */
    Engines(DeviceProfile profile) {
        this(profile, Driver::probe, Device::open);
    }

    Engines(DeviceProfile profile, Supplier<GpuProbe> driver, Function<Gpu, Device> opening) {
        this.profile = profile;
        this.opening = opening;
        gpu = UsableGpu.of(profile, driver);
    }

    /**
     * Makes sure, before anything is loaded, that a run has an engine.
     *
     * @throws org.basinlab.experiment.InputException if this version has none of that name, or it does not train such
     *     a network
     */
    static void requireKnown(Training training) {
        var name = training.engine();
        require(NAMES.contains(name), "no engine %s in this version; there are %s", name, String.join(", ", NAMES));
        require(
                name.equals("auto") || name.equals("dl4j") || training.shallow(),
                "--engine %s trains networks with one hidden layer, fully connected: give --engine dl4j or auto",
                name);
        require(
                training.dtype() != Precision.TF32
                        || (name.equals("auto") || name.equals("cuda")) && training.shallow(),
                "--dtype tf32 is of the tensor cores of NVIDIA GPUs, and of networks with one hidden layer: give --engine"
                        + " cuda, or --dtype float32");
    }

    /**
     * The engine of a run; {@code auto} for the fastest that trains its network.
     *
     * @throws org.basinlab.experiment.InputException if it does not run here
     */
    synchronized OnlineTrainer trainer(Training training) {
        requireKnown(training);
        var choice = choice(training);
        return made.computeIfAbsent(choice.kind, kind -> make(choice));
    }

    /**
     * Who works on a sweep: a GPU has one batch at a time, whose rows all cores then make; of the CPU's threads each has a
     * batch of its own.
     *
     * @param asked   threads
     * @param trainings what is run; where one of them is not for the GPU, the threads share the work as without one
     * @throws org.basinlab.experiment.InputException if the engine named does not run here
     */
    Pool pool(String engine, int asked, Stream<Training> trainings) {
        require(!engine.equals("cuda") || gpu.exists(), NO_GPU, gpu.reason());
        return onGpu(engine) && trainings.allMatch(training -> refusal(training) == null)
                ? new Pool(Math.min(2, asked), gpu.replicas(), engine, gpu.gpu().name())
                : new Pool(asked, DeviceProfile.named("cpu").replicas(), engine, null);
    }

    private boolean onGpu(String engine) {
        return gpu.exists() && (engine.equals("cuda") || engine.equals("auto"));
    }

    private Choice choice(Training training) {
        var name = training.engine();
        var why = refusal(training);
        if (name.equals("cuda")) {
            require(why == null, NO_GPU, why);
            return new Choice(Kind.CUDA, "as asked");
        }
        if (!name.equals("auto")) {
            return new Choice(Kind.valueOf(name.toUpperCase(Locale.ROOT)), "as asked");
        }
        if (why == null) {
            return new Choice(Kind.CUDA, "auto: the fastest here");
        }
        require(
                training.dtype() != Precision.TF32,
                "--dtype tf32 is of the tensor cores of NVIDIA GPUs: %s; give --dtype float32",
                why);
        return training.shallow()
                ? new Choice(Kind.CHUNKED, "auto: not cuda, " + why + "; dl4j is the reference")
                : new Choice(Kind.DL4J, "auto: the others train networks with one hidden layer only");
    }

    /** Why the run is not for the GPU; null where it is. */
    private String refusal(Training training) {
        if (!gpu.exists()) {
            return gpu.reason();
        }
        return !training.shallow()
                ? "the network has more than one hidden layer"
                : training.specs().stream()
                        .map(CudaTrainer::refusal)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Where the numbers of its engines come from. */
    synchronized Origin origin(Map<String, String> digests) {
        return new Origin(
                made.values().stream().map(OnlineTrainer::name).collect(Collectors.joining(", ")),
                first(OnlineTrainer::backend),
                first(OnlineTrainer::blas),
                first(OnlineTrainer::gpu),
                digests);
    }

    private String first(Function<OnlineTrainer, String> property) {
        return made.values().stream()
                .map(property)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private OnlineTrainer make(Choice choice) {
        return switch (choice.kind) {
            case CUDA -> cuda(choice.because);
            case CHUNKED -> chunked(choice.because);
            case DL4J -> dl4j(choice.because);
        };
    }

    private OnlineTrainer cuda(String because) {
        var trainer = gpu.trainer(opening);
        LOG.info(
                "engine: cuda on {}, profile {}, {} networks side by side at most ({})",
                trainer.gpu(),
                profile.name(),
                trainer.together(),
                because);
        return trainer;
    }

    private OnlineTrainer chunked(String because) {
        var cuda = Build.current().backend().contains("cuda");
        LOG.info(
                "engine: chunked, {} datapoints a chunk, {} ({})",
                profile.chunk(),
                cuda ? "products by ND4J's CUDA backend" : "on the CPU",
                because);
        var heap = Part.ARRAYS.isThere() ? Products.AUTO : Products.INK;
        return new ChunkedTrainer(profile.chunk(), profile.replicas(), cuda ? Products.DENSE : heap);
    }

    private static OnlineTrainer dl4j(String because) {
        var trainer = new Dl4jTrainer();
        LOG.info("engine: dl4j on {} ({})", trainer.backend(), because);
        return trainer;
    }
}
