package org.basinlab.walkers;

import static org.assertj.core.api.Assertions.assertThat;

import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.walkers.cuda.CudaWalkers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The cuda engine on an emulated GPU: the PTX that ships, with every access looked at. */
class EmulatedCudaWalkersTest extends CudaWalkersContract {
    private final EmulatedDriver driver = new EmulatedDriver(EmulatedGpu.TURING);
    private CudaWalkers walkers;

    @BeforeEach
    void open() {
        walkers = new CudaWalkers(EmulatedGpu.open(driver, EmulatedGpu.TURING), 0.8, 2);
    }

    @Override
    CudaWalkers walkers() {
        return walkers;
    }

    /** Nothing was done wrong, and nothing is left. */
    @AfterEach
    void nothingIsAmiss() {
        assertThat(driver.faults()).isEmpty();
        walkers.close();
        assertThat(driver.liveAllocations()).isZero();
        assertThat(driver.liveHandles()).isZero();
    }
}
