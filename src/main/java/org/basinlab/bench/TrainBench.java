package org.basinlab.bench;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.TrainingJob.Watch;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.basinlab.training.chunked.ChunkedTrainer.Products;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.basinlab.training.dl4j.Sgemm;

/**
 * Time a datapoint and replica of training P4's network, 784-100-2 softplus, single precision. Every repeat begins with
 * a stream that no engine has seen, so what is prepared for a stream is paid for; the replicas of a row share it. Beside it the rate of one large product, and the share of it that the products of the dense chunked form
 * come to: 4 x 78 400 operations a datapoint and replica, with tallies 6 x 78 400.
 */
public final class TrainBench {
    private static final int DL4J_DATAPOINTS = 512;

    private final Setting setting;
    private final TrainedDigits digits;

    /**
     * What is measured.
     *
     * @param replicas   numbers of networks
     * @param threads    numbers of threads
     * @param datapoints of a repeat
     * @param repeats    timed, at least 5
     * @param warmup     seconds that each work is repeated untimed
     * @param chunk      datapoints a chunk
     * @param stack      networks side by side in ND4J's products
     * @param dl4j       the reference too
     */
    public record Setting(
            List<Integer> replicas,
            List<Integer> threads,
            int datapoints,
            int repeats,
            double warmup,
            int chunk,
            int stack,
            boolean dl4j) {
        public Setting {
            replicas.forEach(r -> require(r >= 1 && r <= 100_000, "--replicas must be from 1 to 100000, got %s", r));
            threads.forEach(t -> require(t >= 1 && t <= 4096, "--threads must be from 1 to 4096, got %s", t));
            require(datapoints >= 64, "--datapoints must be at least 64, got %s", datapoints);
            require(warmup >= 0 && warmup <= 3600, "--warmup must be from 0 to 3600 seconds, got %s", warmup);
            require(repeats >= 5, "--repeats must be at least 5, got %s", repeats);
        }
    }

    /**
     * One measurement.
     *
     * @param engine         as on the command line
     * @param products       how the engine multiplies: {@code ink} or {@code dense}; null where it does not say
     * @param replicas       networks
     * @param threads        that worked on them
     * @param tallies        whether update sizes were added up
     * @param usPerDatapoint microseconds a datapoint and replica
     * @param spread         (longest - shortest) / median of the repeats
     * @param sgemmGflops    rate of large products on as many threads, 10^9 operations a second
     * @param sgemmFraction  dense operations a second over it
     */
    public record Row(
            String engine,
            String products,
            int replicas,
            int threads,
            boolean tallies,
            double usPerDatapoint,
            double spread,
            double sgemmGflops,
            double sgemmFraction) {}

    /** A whole localization run's training, phase 1 and four forks: seconds on two threads, prepared streams included. */
    public record Whole(int datapoints, int threads, double seconds, double spread) {}

    /**
     * The benchmark.
     *
     * @param setting what is measured
     * @param images  MNIST's training images
     */
    public TrainBench(Setting setting, LabelledImages images) {
        this.setting = setting;
        digits = new TrainedDigits(images);
        digits.require(setting.datapoints());
    }

    /** Measures everything. */
    public List<Row> rows(Progress progress) {
        var perThreads = setting.replicas().size() * 2 + 1 + (setting.dl4j() ? 2 : 0);
        progress.begin("bench train", (long) setting.threads().size() * perThreads + 1);
        var rows = new ArrayList<Row>();
        for (var threads : setting.threads()) {
            var gflops = sgemm(threads);
            progress.advance(1);
            for (var products : List.of(Products.INK, Products.DENSE)) {
                for (var replicas : setting.replicas()) {
                    for (var tallies : List.of(false, true)) {
                        progress.note(replicas + " replicas, " + threads + " threads");
                        rows.add(chunked(products, replicas, threads, tallies, gflops));
                    }
                    progress.advance(1);
                }
            }
            if (setting.dl4j()) {
                for (var tallies : List.of(false, true)) {
                    progress.note("dl4j");
                    rows.add(dl4j(threads, tallies, gflops));
                    progress.advance(1);
                }
            }
        }
        return rows;
    }

    private double sgemm(int threads) {
        try (var pool = new SideBySide(threads)) {
            var products =
                    IntStream.range(0, threads).mapToObj(t -> new Sgemm()).toList();
            var time = Measured.of(setting.warmup(), 2 * setting.repeats() + 1, () -> pool.all(products));
            return threads * Sgemm.OPERATIONS / time.median() / 1e9;
        }
    }

    private Row chunked(Products products, int replicas, int threads, boolean tallies, double gflops) {
        // A trainer knows a stream by the object: each repeat has its own.
        Supplier<OnlineTrainer> fresh = () -> new ChunkedTrainer(setting.chunk(), setting.stack(), products);
        var name = products == Products.INK ? "ink" : "dense";
        return row("chunked", name, fresh, setting.datapoints(), replicas, threads, tallies, gflops);
    }

    private Row dl4j(int threads, boolean tallies, double gflops) {
        var trainer = new Dl4jTrainer();
        return row("dl4j", null, () -> trainer, DL4J_DATAPOINTS, threads, threads, tallies, gflops);
    }

    private Row row(
            String engine,
            String products,
            Supplier<OnlineTrainer> trainers,
            int datapoints,
            int replicas,
            int threads,
            boolean tallies,
            double gflops) {
        var starts = IntStream.range(0, replicas).mapToObj(TrainedDigits::start).toList();
        try (var pool = new SideBySide(threads)) {
            var time = Measured.of(setting.warmup(), setting.repeats(), () -> {
                var trainer = trainers.get();
                var stream = digits.stream(datapoints);
                var jobs = starts.stream()
                        .map(start -> new TrainingJob(
                                start, Precision.FLOAT32, 0.001, stream, new Watch(false, tallies, 0, false)))
                        .toList();
                pool.all(parts(jobs, threads).stream()
                        .map(part -> (Runnable) () -> trainer.trainAll(part, Progress.NONE))
                        .toList());
            });
            var each = time.median() / datapoints / replicas;
            var operations = (tallies ? 6.0 : 4.0) * 784 * 100;
            return new Row(
                    engine,
                    products,
                    replicas,
                    threads,
                    tallies,
                    each * 1e6,
                    time.spread(),
                    gflops,
                    operations / each / 1e9 / gflops);
        }
    }

    /** Small enough that results are not piled up, large enough to be stacked, and one a thread at least. */
    private List<List<TrainingJob>> parts(List<TrainingJob> jobs, int threads) {
        var size = Math.max(1, Math.min(setting.stack(), jobs.size() / threads));
        return IntStream.iterate(0, from -> from < jobs.size(), from -> from + size)
                .mapToObj(from -> jobs.subList(from, Math.min(from + size, jobs.size())))
                .toList();
    }

    /** Measures a whole localization run: phase 1, then the forks on two threads. */
    public Whole whole(Progress progress) {
        progress.note("a whole run");
        var start = TrainedDigits.start(1);
        var datapoints = new int[1];
        try (var pool = new SideBySide(2)) {
            var time = Measured.of(setting.warmup(), setting.repeats(), () -> {
                var trainer = new ChunkedTrainer(setting.chunk(), setting.stack(), Products.INK);
                var first = digits.phase1();
                var phase1 = new TrainingJob(
                        start, Precision.FLOAT32, 0.001, first, new Watch(true, true, first.length() / 2, false));
                var parameters = trainer.train(phase1, Progress.NONE).parameters();
                datapoints[0] = first.length();
                var forks = new ArrayList<Runnable>();
                for (var rest : digits.forks()) {
                    datapoints[0] += rest.length();
                    forks.add(() -> trainer.train(
                            new TrainingJob(parameters, Precision.FLOAT32, 0.001, rest, Watch.NONE), Progress.NONE));
                }
                pool.all(forks);
            });
            progress.advance(1);
            return new Whole(datapoints[0], 2, time.median(), time.spread());
        }
    }
}
