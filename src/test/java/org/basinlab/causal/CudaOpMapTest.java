package org.basinlab.causal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.trajectories.Trajectories;
import org.basinlab.trajectories.cuda.CudaTrajectories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Maps drawn on a GPU, point by point those of the CPU. */
class CudaOpMapTest {
    private static void same(Question question, Axis x, Axis y, Precision precision) {
        var ensemble = OpMap.ensemble(question, x, y, 100, precision);
        var driver = new EmulatedDriver(EmulatedGpu.HOPPER);
        try (var engine = new CudaTrajectories(EmulatedGpu.open(driver, EmulatedGpu.HOPPER), 0.5)) {
            var ours = OpMap.of(question, x, y, 100, precision, engine, Progress.NONE);
            var theirs = OpMap.of(question, x, y, 100, precision, Trajectories.of("auto", ensemble, 2), Progress.NONE);
            assertThat(ours).hasSameSizeAs(theirs);
            for (var m = 0; m < ours.size(); m++) {
                assertThat(ours.get(m).op()).containsExactly(theirs.get(m).op());
                assertThat(ours.get(m).sign()).containsExactly(theirs.get(m).sign());
            }
        }
        assertThat(driver.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Precision.class,
            names = {"FLOAT32", "FLOAT64"})
    void startsParametersAndTimes(Precision precision) {
        var lorenz = new Stepping(Lorenz.of(20), Integrator.RK4, 0.01);
        var starts = new Axis("c", new Range(5, 25, 7));
        same(
                Question.ofAll(lorenz, Set.of("a"), new Window(10, 90), "b"),
                starts,
                new Axis("rho", new Range(0.5, 30, 5)),
                precision);
        var pid = new Question(
                new Stepping(Controlled.pid(2, 0.5, 1), Integrator.RK4, 0.02),
                Set.of("u"),
                Window.ALWAYS,
                "x",
                List.of("x", "v"));
        same(pid, new Axis(Axis.TIME, new Range(0, 3, 8)), new Axis("v", new Range(-2, 2, 5)), precision);
    }
}
