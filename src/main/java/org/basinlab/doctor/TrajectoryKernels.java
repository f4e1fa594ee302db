package org.basinlab.doctor;

import java.util.List;
import java.util.Set;
import org.basinlab.cuda.Device;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Law;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Flown;
import org.basinlab.trajectories.Tangents;
import org.basinlab.trajectories.Trajectories;
import org.basinlab.trajectories.Values;
import org.basinlab.trajectories.cuda.CudaTrajectories;

/** Trajectories with both tangents, on a GPU and on the CPU: Lorenz's, and of a system whose kernel is made here. */
final class TrajectoryKernels {
    private static final int TRAJECTORIES = 300;
    private static final int STEPS = 200;

    private TrajectoryKernels() {}

    static KernelCheck.Compared on(Device device) {
        try (var ours = new CudaTrajectories(device, 0.5)) {
            var others = 0;
            for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
                others += different(ours, ensemble(Lorenz.of(28), precision, "b", "a"));
                others += different(ours, ensemble(Controlled.pid(2, 1, 1), precision, "x", "u"));
            }
            return new KernelCheck.Compared(
                    others == 0,
                    "of " + 4 * TRAJECTORIES + " trajectories on " + ours.gpu() + " "
                            + (others == 0 ? "all are" : others + " are not") + " the CPU's to the last bit");
        }
    }

    private static Ensemble ensemble(DynamicalSystem system, Precision precision, String from, String frozen) {
        var starts = new double[system.dimension()][TRAJECTORIES];
        for (var j = 0; j < starts.length; j++) {
            for (var i = 0; i < TRAJECTORIES; i++) {
                starts[j][i] = 1 + j + 0.05 * i;
            }
        }
        return Ensemble.of(new Stepping(system, Integrator.RK4, 0.01), STEPS, TRAJECTORIES)
                .from(Values.of(starts))
                .in(precision)
                .carrying(Tangents.BOTH, from, Set.of(frozen), Window.ALWAYS);
    }

    private static int different(CudaTrajectories engine, Ensemble ensemble) {
        var ours = engine.run(ensemble, Progress.NONE);
        var theirs = Trajectories.of("auto", ensemble, 1).run(ensemble, Progress.NONE);
        var different = 0;
        for (var i = 0; i < TRAJECTORIES; i++) {
            different += same(ours, theirs, i) ? 0 : 1;
        }
        return different;
    }

    private static boolean same(Flown one, Flown other, int trajectory) {
        var same = true;
        for (var node = 0; node < one.values().length; node++) {
            same &= Double.compare(one.values()[node][trajectory], other.values()[node][trajectory]) == 0;
            for (var law : Law.values()) {
                same &= Double.compare(
                                one.tangents(law).log(node, trajectory),
                                other.tangents(law).log(node, trajectory))
                        == 0;
                same &= one.tangents(law).sign(node, trajectory)
                        == other.tangents(law).sign(node, trajectory);
            }
        }
        return same;
    }
}
