package org.basinlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.LostDevice;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Loss;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.cuda.CudaTrainer;
import org.basinlab.training.cuda.CudaTrainer.Limits;
import org.junit.jupiter.api.Test;

/** The cuda engine where the device has too little memory, or is lost. */
class CudaTrainerLimitsTest {
    private static List<TrainingJob> jobs(int count) {
        var f = StandardActivation.SOFTPLUS;
        var c = CudaEngineContract.shaped(f, f, Loss.MSE, 30, 2, count);
        return c.jobs(Precision.FLOAT32, c.stream());
    }

    private static CudaTrainer trainer(EmulatedDriver driver, long memory, Limits limits) {
        return new CudaTrainer(EmulatedGpu.open(driver, EmulatedGpu.gpu("9.0", memory)), limits);
    }

    private static EmulatedDriver driver(long memory) {
        return new EmulatedDriver(EmulatedGpu.gpu("9.0", memory));
    }

    @Test
    void whatDoesNotFitTogetherIsTrainedInParts() {
        var jobs = jobs(7);
        var roomy = driver(1L << 30);
        List<Trained> whole;
        try (var trainer = trainer(roomy, 1L << 30, new Limits(0.8, 256, 64))) {
            whole = trainer.trainAll(jobs, Progress.NONE);
        }
        // A job takes some 150 KB.
        for (var memory : List.of(400L << 10, 700L << 10)) {
            var tight = driver(memory);
            try (var trainer = trainer(tight, memory, new Limits(1, 256, 64))) {
                var parts = trainer.trainAll(jobs, Progress.NONE);
                for (var k = 0; k < jobs.size(); k++) {
                    CudaEngineContract.identical(parts.get(k), whole.get(k));
                }
            }
            assertThat(tight.launches()).as("more batches").isGreaterThan(roomy.launches() + 5);
            assertThat(tight.faults()).isEmpty();
            assertThat(tight.liveAllocations()).isZero();
        }
    }

    @Test
    void noMoreAreTrainedSideBySideThanIsAllowed() {
        var one = driver(1L << 30);
        var many = driver(1L << 30);
        try (var trainer = trainer(one, 1L << 30, new Limits(0.8, 256, 1));
                var other = trainer(many, 1L << 30, new Limits(0.8, 256, 3))) {
            assertThat(trainer.together()).isEqualTo(1);
            trainer.trainAll(jobs(3), Progress.NONE);
            other.trainAll(jobs(3), Progress.NONE);
        }
        assertThat(one.launches()).isGreaterThan(2 * many.launches());
    }

    @Test
    void aNetworkThatDoesNotFitAloneIsRefusedWithItsSize() {
        var driver = driver(100 << 10);
        try (var trainer = trainer(driver, 100 << 10, new Limits(1, 256, 64))) {
            assertThatThrownBy(() -> trainer.trainAll(jobs(3), Progress.NONE))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(
                            "emulated GPU 9.0 has too little free memory for one network with 30 hidden units")
                    .hasMessageContaining("--engine chunked");
        }
        assertThat(driver.liveAllocations()).isZero();
    }

    @Test
    void aDeviceThatIsLostSaysSoAndStaysLost() {
        for (var launches : new int[] {0, 1, 4, 8}) {
            var driver = driver(1L << 30);
            var trainer = trainer(driver, 1L << 30, new Limits(0.8, 256, 64));
            driver.failAfter(launches, 719);
            LostDevice.saysSoAndStaysLost(() -> trainer.trainAll(jobs(3), Progress.NONE), trainer::close);
        }
    }
}
