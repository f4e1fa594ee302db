package org.basinlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.Gpu;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Precision;
import org.basinlab.training.cuda.CudaTrainer;
import org.basinlab.trajectories.Tangents;
import org.basinlab.trajectories.cuda.CudaTrajectories;
import org.basinlab.walkers.cuda.CudaWalkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the benchmark measures what it says; how long it takes is not looked at. */
class GpuBenchTest {
    private static final CudaTrainer.Limits LIMITS = new CudaTrainer.Limits(0.8, 256, 8);

    private static LabelledImages images() {
        var count = 200;
        var pixels = new byte[count * 784];
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = new byte[] {1, 7, 6, 8}[i % 4];
            pixels[i * 784 + 31 * (i % 20)] = (byte) 200;
        }
        return new LabelledImages(28, 28, pixels, labels, Map.of());
    }

    private static Ceilings ceilings(EmulatedDriver driver, Gpu gpu) {
        try (var device = EmulatedGpu.open(driver, gpu)) {
            return Ceilings.of(device, new Ceilings.Effort(1 << 17, 2, 3));
        }
    }

    @Test
    void everyTypeIsMeasuredWithAndWithoutTallies() {
        var gpu = EmulatedGpu.HOPPER;
        var driver = new EmulatedDriver(gpu);
        var ceilings = ceilings(driver, gpu);
        assertThat(ceilings.copyBytesPerSecond()).isPositive();
        assertThat(ceilings.fmaFlops()).isPositive();
        assertThat(ceilings.fma64Flops()).isPositive();
        assertThat(ceilings.specialPerSecond()).isPositive();
        assertThat(ceilings.tf32Flops()).isPositive();
        try (var trainer = new CudaTrainer(EmulatedGpu.open(driver, gpu), LIMITS)) {
            var bench = new GpuBench(new GpuBench.Setting(List.of(1), 64, 5), images());
            var rows = bench.train(trainer, ceilings, Progress.NONE);
            assertThat(rows)
                    .extracting(GpuBench.Row::dtype)
                    .containsExactly("float32", "float32", "tf32", "tf32", "float64", "float64");
            assertThat(rows).allMatch(row -> row.datapointsPerSecond() > 0 && row.limitFraction() > 0);
            assertThat(rows).allMatch(row -> Math.abs(row.usPerDatapoint() * row.datapointsPerSecond() - 1e6) < 1);
        }
        assertThat(driver.faults()).isEmpty();
        assertThat(driver.liveAllocations()).isZero();
    }

    @Test
    void walkersAreMeasuredInBothPrecisions() {
        var gpu = EmulatedGpu.HOPPER;
        var driver = new EmulatedDriver(gpu);
        var ceilings = new Ceilings(1e12, 6e13, 3e13, 3.7e12, null);
        try (var engine = new CudaWalkers(EmulatedGpu.open(driver, gpu), 0.5, 1)) {
            var bench = new GpuWalkersBench(new GpuWalkersBench.Setting(300, 40, 5));
            var rows = bench.rows(engine, ceilings, Progress.NONE);
            assertThat(rows).extracting(GpuWalkersBench.Row::precision).containsExactly("float32", "float64");
            assertThat(rows).extracting(GpuWalkersBench.Row::limit).containsExactly("special", "fma");
            assertThat(rows).allMatch(row -> Math.abs(row.nsPerStep() * row.stepsPerSecond() - 1e9) < 1);
            // Two exponentials at 3.7e12 a second, 34 instructions at 1.5e13.
            assertThat(rows.get(0).limitFraction()).isCloseTo(rows.get(0).stepsPerSecond() * 2 / 3.7e12, within(1e-12));
            assertThat(rows.get(1).limitFraction())
                    .isCloseTo(rows.get(1).stepsPerSecond() * GpuWalkersBench.WIDE / 1.5e13, within(1e-12));
        }
        assertThat(driver.faults()).isEmpty();
        assertThat(driver.liveAllocations()).isZero();
    }

    @Test
    void trajectoriesAreMeasuredWithEveryTangent() {
        var gpu = EmulatedGpu.HOPPER;
        var driver = new EmulatedDriver(gpu);
        var ceilings = new Ceilings(1e12, 6e13, 3e13, 3.7e12, null);
        try (var engine = new CudaTrajectories(EmulatedGpu.open(driver, gpu), 0.5)) {
            var bench = new GpuTrajectoriesBench(new GpuTrajectoriesBench.Setting(70, 20, 5));
            var rows = bench.rows(engine, ceilings, Progress.NONE);
            assertThat(rows)
                    .extracting(row -> row.system() + " " + row.precision() + " " + row.tangents())
                    .containsExactly(
                            "lorenz float32 none",
                            "lorenz float32 free",
                            "lorenz float32 frozen",
                            "lorenz float32 both",
                            "pid float32 both",
                            "lorenz float64 none",
                            "lorenz float64 free",
                            "lorenz float64 frozen",
                            "lorenz float64 both",
                            "pid float64 both");
            assertThat(rows)
                    .allMatch(row -> row.limitFraction() > 0 && row.limit().equals("issue"));
        }
        assertThat(driver.faults()).isEmpty();
        assertThat(driver.liveAllocations()).isZero();
    }

    /** Fewer than are executed, or it would be no limit; and not many fewer, or it would be an idle one. */
    @ParameterizedTest
    @EnumSource(Tangents.class)
    void theLimitOfIssueIsNearWhatIsExecuted(Tangents tangents) {
        var gpu = EmulatedGpu.HOPPER;
        var executed = new long[2];
        // Whole stretches between two rescalings, so that the difference is of steps alone.
        var steps = new int[] {64, 256};
        for (var k = 0; k < 2; k++) {
            var driver = new EmulatedDriver(gpu);
            var ensemble = TrajectoriesBench.lorenz(32, steps[k], Precision.FLOAT32, tangents);
            try (var engine = new CudaTrajectories(EmulatedGpu.open(driver, gpu), 0.5)) {
                engine.run(ensemble, Progress.NONE);
            }
            executed[k] = driver.executedWarpInstructions();
        }
        var each = (executed[1] - executed[0]) / (double) (steps[1] - steps[0]);
        var counted = GpuTrajectoriesBench.instructions(TrajectoriesBench.lorenz(32, 64, Precision.FLOAT32, tangents));
        assertThat(each).isBetween((double) counted, 1.5 * counted);
    }

    @Test
    void withoutTensorCoresThereIsNoCeilingOfTheirs() {
        var ceilings = ceilings(new EmulatedDriver(EmulatedGpu.TURING), EmulatedGpu.TURING);
        assertThat(ceilings.tf32Flops()).isNull();
    }

    @Test
    void tooManyNetworksAreRefusedWithACure() {
        var gpu = EmulatedGpu.gpu("9.0", 2 << 20);
        var driver = new EmulatedDriver(gpu);
        try (var trainer = new CudaTrainer(EmulatedGpu.open(driver, gpu), LIMITS)) {
            var bench = new GpuBench(new GpuBench.Setting(List.of(8), 64, 5), images());
            assertThatThrownBy(() -> bench.train(trainer, new Ceilings(1, 1, 1, 1, null), Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("give fewer --replicas");
        }
        assertThatThrownBy(() -> new GpuBench(new GpuBench.Setting(List.of(1), 5000, 5), images()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("fewer --datapoints");
    }
}
