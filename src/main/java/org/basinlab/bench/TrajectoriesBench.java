package org.basinlab.bench;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Tangents;
import org.basinlab.trajectories.Trajectories;
import org.basinlab.trajectories.Values;

/**
 * Time a trajectory and step: Lorenz's system as the peers measure it (sigma 10, rho 28, beta 8/3, RK4, h 0.01, from a
 * cube about (0, 0, 25); b changed, a frozen), with every choice of tangents, by every engine, and an oscillator under
 * a PID controller by blocks.
 */
public final class TrajectoriesBench {
    private static final double STEP = 0.01;

    /** The slower engines do so many times less. */
    private static final int BLOCKS_SHARE = 10;

    private static final int SCALAR_SHARE = 200;

    private final Setting setting;

    /**
     * What is measured.
     *
     * @param trajectories of a repeat
     * @param steps        each of them takes by the engine vector; with blocks a tenth of it
     * @param threads      numbers of threads
     * @param repeats      timed, at least 5
     * @param warmup       seconds that each work is repeated untimed
     * @param engines      that are measured: vector, blocks, scalar
     * @param precisions   that are measured
     */
    public record Setting(
            int trajectories,
            int steps,
            List<Integer> threads,
            int repeats,
            double warmup,
            List<String> engines,
            List<Precision> precisions) {
        public Setting {
            require(trajectories >= 64, "--trajectories must be at least 64, got %s", trajectories);
            require(steps >= 1, "--steps must be at least 1, got %s", steps);
            threads.forEach(t -> require(t >= 1 && t <= 4096, "--threads must be from 1 to 4096, got %s", t));
            require(warmup >= 0 && warmup <= 3600, "--warmup must be from 0 to 3600 seconds, got %s", warmup);
            require(repeats >= 5, "--repeats must be at least 5, got %s", repeats);
            engines.forEach(e -> require(
                    List.of("vector", "blocks", "scalar").contains(e),
                    "--engines must be among vector, blocks, scalar, got %s",
                    e));
            precisions.forEach(p -> require(p != Precision.TF32, "--precision must be float32 or float64, got %s", p));
        }
    }

    /**
     * One measurement.
     *
     * @param engine       that ran
     * @param system       that moved
     * @param precision    {@code float32} or {@code float64}
     * @param threads      that worked
     * @param trajectories that were run
     * @param tangents     {@code none}, {@code free}, {@code frozen} or {@code both}
     * @param nsPerStep    nanoseconds a step of a trajectory, of all threads together
     * @param spread       (longest - shortest) / median of the repeats
     */
    public record Row(
            String engine,
            String system,
            String precision,
            int threads,
            int trajectories,
            String tangents,
            double nsPerStep,
            double spread) {}

    /** The benchmark. */
    public TrajectoriesBench(Setting setting) {
        this.setting = setting;
    }

    /** Measures everything. */
    public List<Row> rows(Progress progress) {
        var works = works();
        progress.begin(
                "bench trajectories", (long) works.size() * setting.threads().size());
        var rows = new ArrayList<Row>();
        for (var threads : setting.threads()) {
            for (var work : works) {
                progress.note(work.engine + " " + work.ensemble.precision() + ", " + threads + " threads");
                rows.add(row(work, threads));
                progress.advance(1);
            }
        }
        return rows;
    }

    private record Work(String engine, Ensemble ensemble) {}

    private List<Work> works() {
        var works = new ArrayList<Work>();
        for (var precision : setting.precisions()) {
            for (var tangents : Tangents.values()) {
                var fewer = Math.max(1, setting.steps() / BLOCKS_SHARE);
                add(works, "vector", lorenz(setting.trajectories(), setting.steps(), precision, tangents));
                add(works, "blocks", lorenz(setting.trajectories(), fewer, precision, tangents));
                if (precision == Precision.FLOAT64) {
                    var lone = Math.max(1, setting.trajectories() / SCALAR_SHARE);
                    add(works, "scalar", lorenz(lone, fewer, precision, tangents));
                }
                add(works, "blocks", oscillator(setting.trajectories(), fewer, precision, tangents));
            }
        }
        return works;
    }

    private void add(List<Work> works, String engine, Ensemble ensemble) {
        if (setting.engines().contains(engine)) {
            works.add(new Work(engine, ensemble));
        }
    }

    private Row row(Work work, int threads) {
        var ensemble = work.ensemble;
        var engine = Trajectories.of(work.engine, ensemble, threads);
        var time = Measured.of(setting.warmup(), setting.repeats(), () -> engine.run(ensemble, Progress.NONE));
        return new Row(
                engine.engine(),
                ensemble.stepping().system().name(),
                ensemble.precision().toString(),
                threads,
                ensemble.trajectories(),
                ensemble.tangents().toString(),
                time.median() / ensemble.trajectories() / ensemble.steps() * 1e9,
                time.spread());
    }

    /** Lorenz's system with a frozen, b changed. */
    static Ensemble lorenz(int trajectories, int steps, Precision precision, Tangents tangents) {
        return Ensemble.of(new Stepping(Lorenz.of(28), Integrator.RK4, STEP), steps, trajectories)
                .from(cube(trajectories, 0, 0, 25))
                .in(precision)
                .carrying(tangents, "b", Set.of("a"), Window.ALWAYS);
    }

    /** Under a PID controller whose output is frozen. */
    static Ensemble oscillator(int trajectories, int steps, Precision precision, Tangents tangents) {
        return Ensemble.of(new Stepping(Controlled.pid(2, 1, 1), Integrator.RK4, STEP), steps, trajectories)
                .from(cube(trajectories, 0, 0, 0))
                .in(precision)
                .carrying(tangents, "x", Set.of("u"), Window.ALWAYS);
    }

    /** Points of a cube of side 20. */
    private static Values cube(int trajectories, double... centre) {
        var random = new SplittableRandom(1);
        var rows = new double[centre.length][trajectories];
        for (var j = 0; j < centre.length; j++) {
            for (var i = 0; i < trajectories; i++) {
                rows[j][i] = centre[j] + random.nextDouble(-10, 10);
            }
        }
        return Values.of(rows);
    }
}
