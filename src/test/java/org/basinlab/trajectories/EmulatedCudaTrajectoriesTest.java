package org.basinlab.trajectories;

import static org.assertj.core.api.Assertions.assertThat;

import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.trajectories.cuda.CudaTrajectories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The engine cuda on an emulated GPU; after each test nothing was done wrong and nothing is left on it. */
class EmulatedCudaTrajectoriesTest extends CudaTrajectoriesContract {
    private EmulatedDriver driver;
    private CudaTrajectories engine;

    @BeforeEach
    void open() {
        driver = new EmulatedDriver(EmulatedGpu.TURING);
        engine = new CudaTrajectories(EmulatedGpu.open(driver, EmulatedGpu.TURING), 0.8);
    }

    @Override
    CudaTrajectories engine() {
        return engine;
    }

    @AfterEach
    void nothingIsAmiss() {
        assertThat(driver.faults()).isEmpty();
        engine.close();
        assertThat(driver.liveAllocations()).isZero();
        assertThat(driver.liveHandles()).isZero();
    }
}
