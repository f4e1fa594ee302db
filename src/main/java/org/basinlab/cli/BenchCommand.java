package org.basinlab.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.basinlab.bench.TrainBench;
import org.basinlab.data.ImageFolder;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Progress;
import org.basinlab.run.DeviceProfile;
import org.basinlab.run.Json;
import org.basinlab.run.Machine;
import org.basinlab.run.Provenance;
import org.basinlab.training.dl4j.Nd4jRuntime;
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
            "train: microseconds a datapoint and replica of P4's network, beside the rate of large matrix products in"
                    + " the same process. Medians; the spread is (longest - shortest) / median. Other work on the"
                    + " machine spoils it.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  basin bench train                       everything, some minutes",
            "  basin bench train --replicas 1,64 --threads 1 --json",
        })
public final class BenchCommand implements Callable<Integer> {
    /** What can be measured. */
    enum What {
        /** Training engines. */
        TRAIN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(index = "0", paramLabel = "WHAT", description = "What to measure: train.")
    private What what;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,16,64,256",
            description = "Networks side by side (default ${DEFAULT-VALUE}).")
    private List<Integer> replicas;

    @Option(
            names = "--threads",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2",
            description = "Threads that work on them (default ${DEFAULT-VALUE}).")
    private List<Integer> threads;

    @Option(
            names = "--datapoints",
            paramLabel = "N",
            defaultValue = "4096",
            description = "Datapoints of a repeat (default ${DEFAULT-VALUE}).")
    private int datapoints;

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
        var started = Instant.now();
        var profile = DeviceProfile.named("cpu");
        var setting = new TrainBench.Setting(
                replicas,
                threads,
                datapoints,
                repeats,
                warmup,
                chunk == 0 ? profile.chunk() : chunk,
                profile.replicas(),
                !noDl4j);
        var train = ImageFolder.train(DataFolder.of("data/mnist"));
        var bench = new TrainBench(setting, train);
        var found = new LinkedHashMap<String, Object>();
        found.put("bench", what.toString());
        try (var progress = new ConsoleProgress()) {
            var told = quiet ? Progress.NONE : progress;
            var rows = bench.rows(told);
            var whole = bench.whole(told);
            found.put("provenance", provenance(train.digests(), started));
            found.put("rows", rows);
            found.put("whole_run", whole);
            print(found, rows, whole);
        }
        return 0;
    }

    private Map<String, Object> provenance(Map<String, String> digests, Instant started) {
        var nd4j = Nd4jRuntime.start();
        var origin = new Origin(noDl4j ? "chunked" : "chunked, dl4j", nd4j.backend(), nd4j.blas(), null, digests);
        var most = threads.stream().mapToInt(t -> t).max().orElse(1);
        return Provenance.of(origin, Machine.cpu(), most, started).entries();
    }

    private void print(Map<String, Object> found, List<TrainBench.Row> rows, TrainBench.Whole whole) {
        if (json) {
            System.out.println(Json.text(found));
            return;
        }
        var cells = new ArrayList<List<Object>>();
        for (var row : rows) {
            cells.add(KeyNumbers.row(
                    row.engine() + (row.products() == null ? "" : ", " + row.products()),
                    row.replicas(),
                    row.threads(),
                    row.tallies() ? "yes" : "no",
                    row.usPerDatapoint(),
                    row.spread(),
                    row.sgemmGflops(),
                    row.sgemmFraction()));
        }
        System.out.print(ConsoleTable.of(new KeyNumbers(
                "Training 784-100-2, one datapoint at a time",
                List.of("engine", "replicas", "threads", "tallies", "us/datapoint", "spread", "sgemm GFLOP/s", "of it"),
                cells)));
        System.out.printf(
                Locale.ROOT,
                "%nA whole localization run (%d datapoints, %d threads): %.3f s, spread %.2f%n",
                whole.datapoints(),
                whole.threads(),
                whole.seconds(),
                whole.spread());
    }
}
