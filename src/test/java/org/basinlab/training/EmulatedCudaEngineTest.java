package org.basinlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.Gpu;
import org.basinlab.network.Loss;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.cuda.CudaTrainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** The cuda engine on emulated GPUs: the PTX that ships, with every access looked at. */
class EmulatedCudaEngineTest {
    /** On one GPU; after each test nothing was done wrong and nothing is left on it. */
    abstract static class On extends CudaEngineContract {
        private final Gpu gpu;
        private EmulatedDriver driver;
        private CudaTrainer trainer;

        On(Gpu gpu) {
            this.gpu = gpu;
        }

        @BeforeEach
        void open() {
            driver = new EmulatedDriver(gpu);
            trainer = new CudaTrainer(EmulatedGpu.open(driver, gpu), new CudaTrainer.Limits(0.8, 256, 64));
        }

        @Override
        CudaTrainer trainer() {
            return trainer;
        }

        @AfterEach
        void nothingIsAmiss() {
            assertThat(driver.faults()).isEmpty();
            trainer.close();
            assertThat(driver.liveAllocations()).isZero();
            assertThat(driver.liveHandles()).isZero();
        }
    }

    @Nested
    class WithTensorCores extends On {
        WithTensorCores() {
            super(EmulatedGpu.HOPPER);
        }

        // Double precision is made by the same kernels as without tensor cores: not once more.

        @Override
        void everyActivationFollowsTheOracleInDoublePrecision(StandardActivation activation) {}

        @Override
        void everyOutputAndLossFollowsTheOracle(StandardActivation output, Loss loss, int groups) {}

        @Override
        void wideNetworksFollowTheOracleInDoublePrecision() {}
    }

    @Nested
    class WithoutTensorCores extends On {
        WithoutTensorCores() {
            super(EmulatedGpu.TURING);
        }

        @Override
        boolean hasTensorCores() {
            return false;
        }
    }
}
