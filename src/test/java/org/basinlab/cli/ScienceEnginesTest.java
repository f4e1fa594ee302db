package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.dynamics.Integrator;
import org.basinlab.dynamics.Lorenz;
import org.basinlab.dynamics.Stepping;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.run.DeviceProfile;
import org.basinlab.trajectories.Ensemble;
import org.basinlab.trajectories.Tangents;
import org.basinlab.trajectories.Trajectories;
import org.basinlab.walkers.Walkers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which engine runs walkers and trajectories, with a GPU and without. */
class ScienceEnginesTest {
    private static final GpuProbe NONE = new GpuProbe(List.of(), null, "no NVIDIA driver", null);
    private static final GpuProbe ONE = new GpuProbe(List.of(EmulatedGpu.HOPPER), 13_000, null, null);
    private static final SgdStep PIT = new SgdStep(Pit.PUBLISHED, 0.01);
    private static final Ensemble LORENZ = Ensemble.of(new Stepping(Lorenz.of(28), Integrator.RK4, 0.01), 10, 3)
            .carrying(Tangents.BOTH, "b", Set.of("a"), Window.ALWAYS);

    private final EmulatedDriver driver = new EmulatedDriver(EmulatedGpu.HOPPER);

    private Walkers walkers(String name, GpuProbe probe, String profile, SgdStep step) {
        return WalkerEngines.of(
                name,
                DeviceProfile.named(profile),
                1,
                step,
                () -> probe,
                gpu -> EmulatedGpu.open(driver, EmulatedGpu.HOPPER));
    }

    private Trajectories trajectories(String name, GpuProbe probe) {
        return TrajectoryEngines.of(
                        name,
                        DeviceProfile.named("hopper"),
                        1,
                        () -> probe,
                        gpu -> EmulatedGpu.open(driver, EmulatedGpu.HOPPER))
                .apply(LORENZ);
    }

    @AfterEach
    void nothingIsAmiss() {
        assertThat(driver.faults()).isEmpty();
    }

    @Test
    void autoTakesTheGpuWhereThereIsOne() {
        var walkers = walkers("auto", ONE, "hopper", PIT);
        assertThat(walkers.name()).isEqualTo("cuda");
        assertThat(walkers.gpu()).isEqualTo("emulated GPU 9.0");
        assertThat(walkers("auto", ONE, "cpu", PIT).name()).isEqualTo("vector");
        assertThat(walkers("auto", NONE, "cpu", PIT).name()).isEqualTo("vector");
        assertThat(trajectories("auto", ONE).engine()).isEqualTo("cuda");
        assertThat(trajectories("auto", ONE).gpu()).isEqualTo("emulated GPU 9.0");
        assertThat(trajectories("auto", NONE).engine()).isEqualTo("vector");
        assertThat(trajectories("auto", NONE).gpu()).isNull();
    }

    @Test
    void whatIsNamedIsTaken() {
        assertThat(walkers("vector", ONE, "hopper", PIT).name()).isEqualTo("vector");
        assertThat(trajectories("blocks", ONE).engine()).isEqualTo("blocks");
        assertThat(walkers("cuda", ONE, "hopper", PIT).name()).isEqualTo("cuda");
        assertThat(trajectories("cuda", ONE).engine()).isEqualTo("cuda");
        assertThatThrownBy(() -> walkers("cuda", NONE, "cpu", PIT))
                .isInstanceOf(InputException.class)
                .hasMessage("--engine cuda: no NVIDIA driver; give --engine auto or vector");
        assertThatThrownBy(() -> trajectories("cuda", NONE))
                .isInstanceOf(InputException.class)
                .hasMessage("--engine cuda: no NVIDIA driver; give --engine auto or blocks");
        assertThatThrownBy(() -> trajectories("fast", ONE)).hasMessageContaining("--engine of op must be one of auto");
    }

    @Test
    void whatTheGpuDoesNotRunGoesToTheCpu() {
        var many = new SgdStep(
                Landscape.of(IntStream.range(0, 65)
                        .mapToObj(k -> Formulas.parse("(W-" + k + ")^2"))
                        .toArray(DatapointLoss[]::new)),
                0.01);
        assertThat(walkers("auto", ONE, "hopper", many).name()).isEqualTo("vector");
        assertThatThrownBy(() -> walkers("cuda", ONE, "hopper", many))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("64 datapoints")
                .hasMessageContaining("--engine auto or vector");
    }

    @Test
    void aGpuThatDoesNotOpenIsSaidInOneLine() {
        driver.newestPtx(63);
        assertThatThrownBy(() -> walkers("auto", ONE, "hopper", PIT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("CUDA_ERROR_UNSUPPORTED_PTX_VERSION")
                .hasMessageContaining("--engine vector");
        assertThat(driver.liveAllocations()).isZero();
        assertThat(driver.liveHandles()).isZero();
    }
}
