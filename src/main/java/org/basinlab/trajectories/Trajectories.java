package org.basinlab.trajectories;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.experiment.Progress;

/** An engine that runs many trajectories. What comes out does not depend on the number of threads, to the last bit. */
public interface Trajectories {
    /** Its name, as it is asked for. */
    String engine();

    /** The GPU that computes; null where none does. */
    default String gpu() {
        return null;
    }

    /** Runs them all and keeps where they end; {@code progress} advances by one a trajectory. */
    default Flown run(Ensemble ensemble, Progress progress) {
        var all = Flown.of(ensemble, ensemble.steps(), 0, ensemble.trajectories());
        run(ensemble.lookingEvery(0), all::take, progress);
        return all;
    }

    /**
     * Runs them all, looked at on the way as the ensemble says, and at the end; {@code progress} advances by one a
     * trajectory.
     */
    void run(Ensemble ensemble, Looks looks, Progress progress);

    /**
     * The engine of a name: {@code vector}, Lorenz's system by RK4 in one pass a step; {@code blocks}, any system, each
     * operation a loop over a block of trajectories; {@code scalar}, any system, one trajectory at a time in double
     * precision, the reference; {@code auto}, {@code vector} where it can, else {@code blocks}.
     *
     * @throws org.basinlab.experiment.InputException if there is no such engine, or it cannot run the ensemble
     */
    static Trajectories of(String engine, Ensemble ensemble, int threads) {
        switch (engine) {
            case "blocks":
                return Fleet.blocks(threads);
            case "vector":
                var refusal = LorenzStep.refusal(ensemble);
                require(refusal == null, "the engine vector %s: use blocks, or auto", refusal);
                return Fleet.vector(threads);
            case "scalar":
                require(
                        !ensemble.precision().isSingle(),
                        "the engine scalar computes in float64 alone: use blocks, or auto, for %s",
                        ensemble.precision());
                return Fleet.scalar(threads);
            default:
                require("auto".equals(engine), "engine must be auto, vector, blocks or scalar, got %s", engine);
                return LorenzStep.refusal(ensemble) == null ? Fleet.vector(threads) : Fleet.blocks(threads);
        }
    }
}
