package org.basinlab.escape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.network.Precision;
import org.basinlab.walkers.VectorWalkers;
import org.basinlab.walkers.Walkers;
import org.basinlab.walkers.cuda.CudaWalkers;
import org.junit.jupiter.api.Test;

/** The experiment on a GPU finds what it finds on the CPU. */
class CudaEscapeTest {
    private static Findings run(Walkers engine) {
        var config = new EscapeConfig(
                LandscapeChoice.PIT,
                List.of(0.02),
                List.of(10, 100),
                List.of(Method.WALKERS),
                "pit",
                "saddle",
                "beyond",
                1,
                1,
                1500,
                Precision.FLOAT64,
                1,
                "auto",
                2);
        return new Escape(() -> engine).run(config, Progress.NONE, table -> {});
    }

    @Test
    void theSameToTheLastDigit() {
        var driver = new EmulatedDriver(EmulatedGpu.HOPPER);
        try (var engine = new CudaWalkers(EmulatedGpu.open(driver, EmulatedGpu.HOPPER), 0.5, 1)) {
            var ours = run(engine);
            var theirs = run(new VectorWalkers(2));
            assertThat(ours.origin().gpu()).isEqualTo("emulated GPU 9.0");
            assertThat(ours.origin().engine()).startsWith("cuda");
            assertThat(ours.headline()).isEqualTo(theirs.headline());
            assertThat(ours.claims()).isEqualTo(theirs.claims());
            assertThat(ours.results()).usingRecursiveComparison().isEqualTo(theirs.results());
        }
        assertThat(driver.faults()).isEmpty();
    }
}
