package org.basinlab.trajectories;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.basinlab.cuda.ComputeCapability;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.Driver;
import org.basinlab.trajectories.cuda.CudaTrajectories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/** The engine cuda on this machine's first GPU; skipped where there is none that the kernels are for. */
class CudaTrajectoriesOnDeviceTest extends CudaTrajectoriesContract {
    private static final ComputeCapability OLDEST = new ComputeCapability(7, 5);

    private static CudaTrajectories engine;

    @BeforeEach
    void aGpuIsThere() {
        if (engine == null) {
            var gpu = Driver.probe().gpus().stream()
                    .filter(one -> one.computeCapability().isAtLeast(OLDEST))
                    .findFirst();
            assumeTrue(gpu.isPresent(), "no NVIDIA GPU here");
            engine = new CudaTrajectories(Device.open(gpu.get()), 0.8);
        }
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }

    @Override
    CudaTrajectories engine() {
        return engine;
    }
}
