package org.basinlab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.Gpu;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.training.cuda.CudaTrainer;
import org.junit.jupiter.api.Test;

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
            assertThatThrownBy(() -> bench.train(trainer, new Ceilings(1, 1, 1, null), Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("give fewer --replicas");
        }
        assertThatThrownBy(() -> new GpuBench(new GpuBench.Setting(List.of(1), 5000, 5), images()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("fewer --datapoints");
    }
}
