package org.basinlab.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.basinlab.bench.Ceilings;
import org.basinlab.bench.GpuBench;
import org.basinlab.bench.GpuTrajectoriesBench;
import org.basinlab.bench.GpuWalkersBench;
import org.basinlab.bench.TrainBench;
import org.basinlab.bench.TrajectoriesBench;
import org.basinlab.bench.WalkersBench;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Driver;
import org.basinlab.cuda.Gpu;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.run.DeviceProfile;
import org.basinlab.run.Json;
import org.basinlab.run.Machine;
import org.basinlab.run.Part;
import org.basinlab.run.Provenance;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.basinlab.trajectories.cuda.CudaTrajectories;
import org.basinlab.walkers.cuda.CudaWalkers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code basin bench}: how fast the engines are here. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "How fast the engines are on this machine.",
            "",
            "train: microseconds a datapoint and replica of P4's network on the CPU, beside the rate of large matrix"
                    + " products in the same process.",
            "gpu: the same, walkers and trajectories on an NVIDIA GPU by Basin's own kernels, by the device's clock, beside"
                    + " what the device does at best: bytes copied, multiply-adds, powers of two, TF32 products.",
            "walkers: nanoseconds a walker-step of SGD on P1's pit on the CPU, beside an exponential of Java's Vector API in"
                    + " the same process.",
            "trajectories: nanoseconds a step of a trajectory with its tangents on the CPU.",
            "Medians; the spread is (longest - shortest) / median. Other work on the machine spoils it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin bench train                       everything, some minutes",
            "  basin bench train --replicas 1,64 --threads 1 --json",
            "  basin bench gpu --json                  on the first GPU",
            "  basin bench walkers --threads 1 --json  both engines, both precisions",
            "  basin bench trajectories --engines vector --json",
        })
public final class BenchCommand implements Callable<Integer> {
    /** What can be measured. */
    enum What {
        /** Training engines on the CPU. */
        TRAIN,
        /** Everything that runs on a GPU. */
        GPU,
        /** Walkers on the CPU. */
        WALKERS,
        /** Trajectories of dynamical systems on the CPU. */
        TRAJECTORIES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "WHAT", description = "What to measure: train, gpu, walkers or trajectories.")
    private What what;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            split = ",",
            description =
                    "Networks side by side (default 1,16,64,256; on a GPU 1, one a multiprocessor, and as many as its"
                            + " profile says).")
    private List<Integer> replicas;

    @Option(
            names = "--threads",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2",
            description = "CPU threads that work on them (default ${DEFAULT-VALUE}).")
    private List<Integer> threads;

    @Option(
            names = "--datapoints",
            paramLabel = "N",
            defaultValue = "4096",
            description = "Datapoints of a repeat (default ${DEFAULT-VALUE}).")
    private int datapoints;

    @Option(
            names = "--walkers",
            paramLabel = "N",
            description = "Walkers of a repeat (default 100000; on a GPU 16777216).")
    private Integer walkers;

    @Option(
            names = "--trajectories",
            paramLabel = "N",
            description = "Trajectories of a repeat; by the scalar engine a 200th (default 10000; on a GPU 8388608).")
    private Integer trajectories;

    @Option(
            names = "--engines",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "vector,blocks,scalar",
            description = "Engines that run the trajectories (default ${DEFAULT-VALUE}).")
    private List<String> engines;

    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            split = ",",
            defaultValue = "float32,float64",
            description = "Precisions of the trajectories (default ${DEFAULT-VALUE}).")
    private List<Precision> precisions;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "Steps each of them takes; with ND4J at most 32, trajectories by blocks or scalar a tenth (default"
                            + " ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--no-nd4j", description = "Walkers without the reference engine, which is slow.")
    private boolean noNd4j;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            defaultValue = "5",
            description = "Repeats that are timed (default ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(
            names = "--warmup",
            paramLabel = "SECONDS",
            defaultValue = "1.5",
            description = "How long each work is repeated before it is timed (default ${DEFAULT-VALUE}).")
    private double warmup;

    @Option(
            names = "--chunk",
            paramLabel = "B",
            defaultValue = "0",
            description = "Datapoints a chunk; 0 for the device profile's (default ${DEFAULT-VALUE}).")
    private int chunk;

    @Option(names = "--no-dl4j", description = "Without the reference engine, which is slow.")
    private boolean noDl4j;

    @Option(names = "--json", description = "Print one JSON object on standard output and nothing else.")
    private boolean json;

    private boolean quiet;

    @Option(names = "--quiet", description = "No progress and no remarks on standard error.")
    void quiet(boolean asked) {
        quiet = asked;
        if (asked) {
            System.setProperty("basin.log", "ERROR");
        }
    }

    @Override
    public Integer call() {
        var found = new LinkedHashMap<String, Object>();
        found.put("bench", what.toString());
        try (var progress = new ConsoleProgress()) {
            var told = quiet ? Progress.NONE : progress;
            var words = switch (what) {
                case TRAIN -> train(images(), found, told);
                case GPU -> gpu(images(), found, told);
                case WALKERS -> walkers(found, told);
                case TRAJECTORIES -> trajectories(found, told);
            };
            System.out.print(json ? Json.text(found) + "\n" : words);
        }
        return 0;
    }

    private static LabelledImages images() {
        return ImageFolder.train(DataFolder.of("data/mnist"));
    }

    private String walkers(Map<String, Object> found, Progress progress) {
        Part.ARRAYS.require("basin bench walkers");
        var started = Instant.now();
        var rows = new WalkersBench(new WalkersBench.Setting(
                        walkers == null ? 100_000 : walkers, steps, threads, repeats, warmup, !noNd4j))
                .rows(progress);
        var nd4j = Nd4jRuntime.start();
        var origin = new Origin(noNd4j ? "vector" : "vector, nd4j", nd4j.backend(), nd4j.blas(), null, Map.of());
        found.put("provenance", provenance(origin, started));
        found.put("rows", rows);
        return BenchWords.walkers(rows);
    }

    private String trajectories(Map<String, Object> found, Progress progress) {
        var started = Instant.now();
        var rows = new TrajectoriesBench(new TrajectoriesBench.Setting(
                        trajectories == null ? 10_000 : trajectories,
                        steps,
                        threads,
                        repeats,
                        warmup,
                        engines,
                        precisions))
                .rows(progress);
        var origin = new Origin(String.join(", ", engines), null, null, null, Map.of());
        found.put("provenance", provenance(origin, started));
        found.put("rows", rows);
        return BenchWords.trajectories(rows);
    }

    private String train(LabelledImages images, Map<String, Object> found, Progress progress) {
        Part.ARRAYS.require("basin bench train");
        var started = Instant.now();
        var profile = DeviceProfile.named("cpu");
        var setting = new TrainBench.Setting(
                replicas == null ? List.of(1, 16, 64, 256) : replicas,
                threads,
                datapoints,
                repeats,
                warmup,
                chunk == 0 ? profile.chunk() : chunk,
                profile.replicas(),
                !noDl4j);
        var bench = new TrainBench(setting, images);
        var rows = bench.rows(progress);
        var whole = bench.whole(progress);
        var nd4j = Nd4jRuntime.start();
        var origin =
                new Origin(noDl4j ? "chunked" : "chunked, dl4j", nd4j.backend(), nd4j.blas(), null, images.digests());
        found.put("provenance", provenance(origin, started));
        found.put("rows", rows);
        found.put("whole_run", whole);
        return BenchWords.training(rows, whole);
    }

    private String gpu(LabelledImages images, Map<String, Object> found, Progress progress) {
        var started = Instant.now();
        // What is asked is looked at first, whether there is a GPU or not.
        var training = new GpuBench.Setting(replicas == null ? List.of() : replicas, datapoints, repeats);
        var walking =
                new GpuWalkersBench(new GpuWalkersBench.Setting(walkers == null ? 1 << 24 : walkers, steps, repeats));
        var moving = new GpuTrajectoriesBench(
                new GpuTrajectoriesBench.Setting(trajectories == null ? 1 << 23 : trajectories, steps, repeats));
        var gpu = UsableGpu.of(CommonOptions.profile(null), Driver::probe);
        InputException.require(
                gpu.exists(),
                "no GPU to measure: %s; basin bench train, walkers or trajectories measures the CPU",
                gpu.reason());
        var ceilings = ceilings(gpu.gpu());
        var memory = gpu.profile().memoryFraction();
        List<GpuBench.Row> trained;
        List<GpuWalkersBench.Row> walked;
        List<GpuTrajectoriesBench.Row> moved;
        try (var trainer = gpu.trainer(Device::open)) {
            var several = Stream.of(1, gpu.gpu().multiprocessors(), gpu.replicas())
                    .distinct()
                    .toList();
            var bench = new GpuBench(replicas == null ? training.with(several) : training, images);
            trained = bench.train(trainer, ceilings, progress);
        }
        try (var engine = gpu.opened(Device::open, "vector", device -> new CudaWalkers(device, memory, 1))) {
            walked = walking.rows(engine, ceilings, progress);
        }
        try (var engine = gpu.opened(Device::open, "blocks", device -> new CudaTrajectories(device, memory))) {
            moved = moving.rows(engine, ceilings, progress);
        }
        var rows = new ArrayList<Object>(trained);
        rows.addAll(walked);
        rows.addAll(moved);
        var origin = new Origin("cuda", null, null, gpu.gpu().name(), images.digests());
        found.put("provenance", Provenance.of(origin, Machine.cpu(), 1, started).entries());
        found.put("ceilings", ceilings);
        found.put("rows", rows);
        return BenchWords.gpu(gpu.gpu(), ceilings, trained, walked, moved);
    }

    private static Ceilings ceilings(Gpu gpu) {
        try (var device = Device.open(gpu)) {
            return Ceilings.of(device);
        }
    }

    private Map<String, Object> provenance(Origin origin, Instant started) {
        var most = threads.stream().mapToInt(t -> t).max().orElse(1);
        return Provenance.of(origin, Machine.cpu(), most, started).entries();
    }
}
