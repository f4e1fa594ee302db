package org.basinlab.bench;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.VectorModule;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.VectorWalkers;
import org.basinlab.walkers.Walk;
import org.basinlab.walkers.Walkers;
import org.basinlab.walkers.nd4j.Nd4jWalkers;

/**
 * Time a walker and step on P1's pit at T = 0.015, from the pit, as the peers measure it; the pit as itself and as two
 * formulas that somebody typed. Beside it the time of an exponential of the Vector API over arrays that fit the cache, on
 * as many threads: a walker-step takes two.
 */
public final class WalkersBench {
    private static final double TEMPERATURE = 0.015;
    private static final double START = 1.0036973969363094;
    private static final double BARRIER = 1.1959565136502515;
    private static final int ND4J_STEPS = 32;

    /** The pit's losses, which nobody knows to be a pit's. */
    private static final Landscape FORMULAS = Landscape.of(Pit.PUBLISHED.losses());

    private final Setting setting;

    /**
     * What is measured.
     *
     * @param walkers of a repeat
     * @param steps   each of them takes
     * @param threads numbers of threads
     * @param repeats timed, at least 5
     * @param warmup  seconds that each work is repeated untimed
     * @param nd4j    the reference too
     */
    public record Setting(int walkers, int steps, List<Integer> threads, int repeats, double warmup, boolean nd4j) {
        public Setting {
            require(walkers >= 64, "--walkers must be at least 64, got %s", walkers);
            require(steps >= 1, "--steps must be at least 1, got %s", steps);
            threads.forEach(t -> require(t >= 1 && t <= 4096, "--threads must be from 1 to 4096, got %s", t));
            require(warmup >= 0 && warmup <= 3600, "--warmup must be from 0 to 3600 seconds, got %s", warmup);
            require(repeats >= 5, "--repeats must be at least 5, got %s", repeats);
        }
    }

    /**
     * One measurement.
     *
     * @param engine    as on the command line
     * @param landscape {@code pit}, or {@code formula} for the same as formulas
     * @param precision {@code float32} or {@code float64}
     * @param threads   that worked
     * @param walkers   that walked
     * @param nsPerStep nanoseconds a walker-step, of all threads together
     * @param spread    (longest - shortest) / median of the repeats
     * @param expNs     nanoseconds an exponential of the Vector API, of all threads together; null where there is none
     */
    public record Row(
            String engine,
            String landscape,
            String precision,
            int threads,
            int walkers,
            double nsPerStep,
            double spread,
            Double expNs) {}

    /** The benchmark. */
    public WalkersBench(Setting setting) {
        this.setting = setting;
    }

    /** Measures everything. */
    public List<Row> rows(Progress progress) {
        progress.begin("bench walkers", setting.threads().size() * (setting.nd4j() ? 6L : 4L));
        var rows = new ArrayList<Row>();
        for (var threads : setting.threads()) {
            for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
                progress.note(precision + ", " + threads + " threads");
                var exp = exponential(precision, threads);
                var vector = List.<Walkers>of(new VectorWalkers(threads));
                rows.add(row(vector, Pit.PUBLISHED, precision, threads, setting.steps(), exp));
                progress.advance(1);
                rows.add(row(vector, FORMULAS, precision, threads, setting.steps(), exp));
                progress.advance(1);
                if (setting.nd4j()) {
                    // It has no threads of its own: as many of it, each with its share of the walkers.
                    var arrays = IntStream.range(0, threads)
                            .<Walkers>mapToObj(t -> new Nd4jWalkers())
                            .toList();
                    var steps = Math.min(ND4J_STEPS, setting.steps());
                    rows.add(row(arrays, Pit.PUBLISHED, precision, threads, steps, exp));
                    progress.advance(1);
                }
            }
        }
        return rows;
    }

    private Row row(
            List<Walkers> engines, Landscape landscape, Precision precision, int threads, int steps, Double exp) {
        var each = setting.walkers() / engines.size();
        try (var pool = new SideBySide(engines.size())) {
            var work = new ArrayList<Runnable>();
            for (var engine : engines) {
                var walk = new Walk(
                        new SgdStep(landscape, TEMPERATURE),
                        new Start.Point(START),
                        BARRIER,
                        new int[] {steps},
                        each,
                        work.size(),
                        precision,
                        null);
                work.add(() -> engine.run(walk, Progress.NONE));
            }
            var time = Measured.of(setting.warmup(), setting.repeats(), () -> pool.all(work));
            var walkers = each * engines.size();
            return new Row(
                    engines.get(0).name(),
                    landscape instanceof Pit ? "pit" : "formula",
                    precision.toString(),
                    threads,
                    walkers,
                    time.median() / walkers / steps * 1e9,
                    time.spread(),
                    exp);
        }
    }

    private Double exponential(Precision precision, int threads) {
        if (!VectorModule.isThere()) {
            return null;
        }
        try (var pool = new SideBySide(threads)) {
            var work = IntStream.range(0, threads)
                    .<Runnable>mapToObj(
                            t -> precision.isSingle() ? new ExponentialRate.Floats() : new ExponentialRate.Doubles())
                    .toList();
            var time = Measured.of(setting.warmup(), 2 * setting.repeats() + 1, () -> pool.all(work));
            return time.median() / ExponentialRate.COUNT / threads * 1e9;
        }
    }
}
