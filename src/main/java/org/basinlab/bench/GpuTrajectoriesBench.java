package org.basinlab.bench;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.LorenzStep;
import org.basinlab.trajectories.StepPrograms;
import org.basinlab.trajectories.Tangents;
import org.basinlab.trajectories.cuda.CudaTrajectories;

/**
 * Time a step of a trajectory takes on a GPU, by the device's own clock: every launch, not the way of the starts and ends
 * there and back. Beside it the limit of issue: as many instructions as the step has additions, multiplications and
 * multiply-adds. Lorenz's system by RK4 has 37 for the state, 41 more for a tangent and 22 for one that a drives, counted
 * from the equations of {@code LorenzKernels}; a system whose kernel is made from its formulas, as many as they have.
 */
public final class GpuTrajectoriesBench {
    private static final int STATE = 4 * (4 + 6) - 3;
    private static final int FREE = 4 * (5 + 6) - 3;
    private static final int DRIVEN = 4 * (2 + 4) - 2;

    private final Setting setting;

    /**
     * What is measured.
     *
     * @param trajectories of a repeat
     * @param steps        that each takes
     * @param repeats      timed, at least 5
     */
    public record Setting(int trajectories, int steps, int repeats) {
        public Setting {
            require(trajectories >= 1, "--trajectories must be at least 1, got %s", trajectories);
            require(steps >= 1, "--steps must be at least 1, got %s", steps);
            require(repeats >= 5, "--repeats must be at least 5, got %s", repeats);
        }
    }

    /**
     * One measurement.
     *
     * @param work           what was done: {@code trajectories}
     * @param engine         as on the command line
     * @param system         that moved
     * @param precision      as on the command line
     * @param trajectories   side by side
     * @param steps          that each took
     * @param tangents       {@code none}, {@code free}, {@code frozen} or {@code both}
     * @param nsPerStep      nanoseconds of the device a trajectory and step
     * @param spread         (longest - shortest) / median of the repeats
     * @param stepsPerSecond trajectories x steps a second
     * @param limit          what bounds them: {@code issue}
     * @param limitFraction  of what that allows
     */
    public record Row(
            String work,
            String engine,
            String system,
            String precision,
            int trajectories,
            int steps,
            String tangents,
            double nsPerStep,
            double spread,
            double stepsPerSecond,
            String limit,
            double limitFraction) {}

    /** The benchmark. */
    public GpuTrajectoriesBench(Setting setting) {
        this.setting = setting;
    }

    /** Measures Lorenz's system, and one whose kernel is made from its formulas. */
    public List<Row> rows(CudaTrajectories engine, Ceilings ceilings, Progress progress) {
        var works = new ArrayList<Ensemble>();
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            for (var tangents : Tangents.values()) {
                works.add(TrajectoriesBench.lorenz(setting.trajectories(), setting.steps(), precision, tangents));
            }
            works.add(TrajectoriesBench.oscillator(setting.trajectories(), setting.steps(), precision, Tangents.BOTH));
        }
        progress.begin("bench gpu, trajectories", works.size());
        var rows = new ArrayList<Row>();
        for (var ensemble : works) {
            progress.note(engine.gpu() + ", " + ensemble.precision() + ", tangents " + ensemble.tangents());
            rows.add(row(engine, ceilings, ensemble));
            progress.advance(1);
        }
        return rows;
    }

    private Row row(CudaTrajectories engine, Ceilings ceilings, Ensemble ensemble) {
        var time = Measured.of(engine.deviceSeconds(ensemble, setting.repeats()));
        var each = time.median() / setting.trajectories() / setting.steps();
        var rate = ensemble.precision().isSingle() ? ceilings.instructions() : ceilings.wideInstructions();
        return new Row(
                "trajectories",
                "cuda",
                ensemble.stepping().system().name(),
                ensemble.precision().toString(),
                setting.trajectories(),
                setting.steps(),
                ensemble.tangents().toString(),
                each * 1e9,
                time.spread(),
                1 / each,
                "issue",
                instructions(ensemble) / rate / each);
    }

    /** Additions, multiplications and multiply-adds of a step. */
    static int instructions(Ensemble ensemble) {
        if (LorenzStep.refusal(ensemble) != null) {
            return StepPrograms.of(ensemble).step(true).instructions().size();
        }
        return STATE
                + switch (ensemble.tangents()) {
                    case NONE -> 0;
                    case FREE -> FREE;
                    case FROZEN -> DRIVEN;
                    case BOTH -> FREE + DRIVEN;
                };
    }
}
