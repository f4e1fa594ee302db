package org.basinlab.trajectories.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.Stream;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.DynamicalSystem;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Thermostats;
import org.basinlab.dynamics.Window;
import org.basinlab.network.Precision;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.StepPrograms;
import org.basinlab.trajectories.Tangents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels that are written: NVIDIA's assembler takes them, and they hold what they are to hold. */
class StepKernelsTest {
    private static Ensemble ensemble(DynamicalSystem system, Tangents tangents, String changed, String frozen) {
        return Ensemble.of(new Stepping(system, Integrator.RK4, 0.01), 10, 3)
                .carrying(tangents, changed, Set.of(frozen), Window.ALWAYS);
    }

    private static String text(Ensemble ensemble) {
        return new StepKernels(ensemble, StepPrograms.of(ensemble)).module();
    }

    @Test
    void theAssemblerTakesThem(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(assembles(folder, ".version 7.0\n.target sm_75\n.address_size 64\n"), "no ptxas on the PATH");
        for (var precision : List.of(Precision.FLOAT32, Precision.FLOAT64)) {
            for (var ensemble : List.of(
                    ensemble(Controlled.pid(2, 1, 1), Tangents.BOTH, "x", "u"),
                    ensemble(Controlled.pendulum(20), Tangents.FROZEN, "theta", "u"),
                    ensemble(Thermostats.saturating(1, 1).disturbed("R", 1, 3), Tangents.FREE, "R", "T"),
                    ensemble(Thermostats.linear(0.01), Tangents.NONE, "R", "T"))) {
                var text = text(ensemble.in(precision));
                assertThat(assembles(folder, text)).as(text).isTrue();
            }
        }
    }

    private static boolean assembles(Path folder, String text) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("kernels.ptx"), text);
        try {
            var process = new ProcessBuilder("ptxas", "-arch=sm_75", "-o", "kernels.cubin", file.toString())
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void onlyWhatIsUsedIsWritten() {
        var pid = Controlled.pid(2, 1, 1);
        assertThat(text(ensemble(pid, Tangents.BOTH, "x", "u"))).contains("advance_free", "advance_frozen");
        assertThat(text(ensemble(pid, Tangents.FREE, "x", "u")))
                .contains("nodes_free")
                .doesNotContain("frozen(");
        assertThat(text(ensemble(pid, Tangents.NONE, "x", "u"))).doesNotContain("legs:", "cvt.rn.f64.s64");
    }

    /** By them launches are cut, so that none takes long. */
    @Test
    void sinesCountForManyInstructions() {
        var pendulum = ensemble(Controlled.pendulum(20), Tangents.BOTH, "theta", "u");
        var programs = StepPrograms.of(pendulum);
        var driver = new EmulatedDriver(EmulatedGpu.TURING);
        try (var device = EmulatedGpu.open(driver, EmulatedGpu.TURING);
                var stream = new Stream(device);
                var steps = new TapeSteps(device, stream, pendulum, programs, 3, 3)) {
            // Four stages, each a sine and in its derivative a cosine.
            assertThat(steps.instructions())
                    .isGreaterThan(programs.step(true).instructions().size() + 8 * 15);
        }
    }

    @Test
    void gapsAreFilledAndNoneIsForgotten() {
        assertThat(Gaps.filled("add.$type %a, %a, $b1;", "type", "f32", "b1", "$c"))
                .isEqualTo("add.f32 %a, %a, $c;");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gaps.filled("mov $a, $b;", "a", 1))
                .withMessage("nothing for the gap $b");
    }
}
