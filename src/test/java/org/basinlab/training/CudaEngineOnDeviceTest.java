package org.basinlab.training;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.basinlab.cuda.Device;
import org.basinlab.cuda.Driver;
import org.basinlab.cuda.Gpu;
import org.basinlab.training.cuda.CudaTrainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/** The cuda engine on this machine's first GPU; skipped where there is none that the kernels are for. */
class CudaEngineOnDeviceTest extends CudaEngineContract {
    private static CudaTrainer trainer;
    private static Gpu gpu;

    @BeforeEach
    void aGpuIsThere() {
        if (trainer == null) {
            gpu = Driver.probe().gpus().stream()
                    .filter(one -> GpuEngine.KERNELS.drives(one.computeCapability()))
                    .findFirst()
                    .orElse(null);
            assumeTrue(gpu != null, "no NVIDIA GPU here");
            trainer = new CudaTrainer(Device.open(gpu), new CudaTrainer.Limits(0.8, 256, 256));
        }
    }

    @AfterAll
    static void close() {
        if (trainer != null) {
            trainer.close();
            trainer = null;
        }
    }

    @Override
    CudaTrainer trainer() {
        return trainer;
    }

    @Override
    boolean hasTensorCores() {
        return gpu.hasTf32();
    }
}
