package org.basinlab.bench;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.walkers.Start;
import org.basinlab.walkers.Walk;
import org.basinlab.walkers.cuda.CudaWalkers;

/**
 * Time a walker-step of SGD on P1's pit takes on a GPU, by the device's own clock: every launch of the steps. Beside it what
 * bounds it. In single precision that are the two exponentials of a step, by the special-function units. In double precision,
 * where there are no such units, it is {@link #WIDE} additions, multiplications and comparisons: for either bell v and v^2,
 * three to take the power of two apart, ten of the polynomial; two moves of W and the product of the spike's; the barrier.
 */
public final class GpuWalkersBench {
    /** Exponentials a step. */
    static final int EXPONENTIALS = 2;

    /** Instructions a step in double precision. */
    static final int WIDE = 2 * (2 + 3 + 10) + 3 + 1;

    private static final double TEMPERATURE = 0.015;
    private static final double BARRIER = 1.155;

    private final Setting setting;

    /**
     * What is measured.
     *
     * @param walkers of a repeat
     * @param steps   that each takes
     * @param repeats timed, at least 5
     */
    public record Setting(int walkers, int steps, int repeats) {
        public Setting {
            require(walkers >= 1, "--walkers must be at least 1, got %s", walkers);
            require(steps >= 1, "--steps must be at least 1, got %s", steps);
            require(repeats >= 5, "--repeats must be at least 5, got %s", repeats);
        }
    }

    /**
     * One measurement.
     *
     * @param work           what was done: {@code walkers}
     * @param engine         as on the command line
     * @param landscape      {@code pit}
     * @param precision      as on the command line
     * @param walkers        side by side
     * @param steps          that each took
     * @param nsPerStep      nanoseconds of the device a walker and step
     * @param spread         (longest - shortest) / median of the repeats
     * @param stepsPerSecond walkers x steps a second
     * @param limit          what bounds them: {@code special} or {@code fma}
     * @param limitFraction  of what that allows
     */
    public record Row(
            String work,
            String engine,
            String landscape,
            String precision,
            int walkers,
            int steps,
            double nsPerStep,
            double spread,
            double stepsPerSecond,
            String limit,
            double limitFraction) {}

    /** The benchmark. */
    public GpuWalkersBench(Setting setting) {
        this.setting = setting;
    }

    /** Measures both precisions. */
    public List<Row> rows(CudaWalkers engine, Ceilings ceilings, Progress progress) {
        var precisions = List.of(Precision.FLOAT32, Precision.FLOAT64);
        progress.begin("bench gpu, walkers", precisions.size());
        var rows = new ArrayList<Row>();
        for (var precision : precisions) {
            progress.note(engine.gpu() + ", " + precision);
            rows.add(row(engine, ceilings, precision));
            progress.advance(1);
        }
        return rows;
    }

    private Row row(CudaWalkers engine, Ceilings ceilings, Precision precision) {
        var walk = new Walk(
                new SgdStep(Pit.PUBLISHED, TEMPERATURE),
                new Start.Point(1),
                BARRIER,
                new int[] {setting.steps()},
                setting.walkers(),
                1,
                precision,
                null);
        var time = Measured.of(engine.deviceSeconds(walk, setting.repeats()));
        var each = time.median() / setting.walkers() / setting.steps();
        var floor =
                precision.isSingle() ? EXPONENTIALS / ceilings.specialPerSecond() : WIDE / ceilings.wideInstructions();
        return new Row(
                "walkers",
                "cuda",
                "pit",
                precision.toString(),
                setting.walkers(),
                setting.steps(),
                each * 1e9,
                time.spread(),
                1 / each,
                precision.isSingle() ? "special" : "fma",
                floor / each);
    }
}
