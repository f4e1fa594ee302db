package org.basinlab.walkers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.basinlab.cuda.Device;
import org.basinlab.cuda.Driver;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.basinlab.network.Precision;
import org.basinlab.training.GpuEngine;
import org.basinlab.walkers.cuda.CudaWalkers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cuda engine on this machine's first GPU; skipped where there is none that the kernels are for. */
class CudaWalkersOnDeviceTest extends CudaWalkersContract {
    private static CudaWalkers walkers;

    @BeforeEach
    void aGpuIsThere() {
        if (walkers == null) {
            var gpu = Driver.probe().gpus().stream()
                    .filter(one -> GpuEngine.KERNELS.drives(one.computeCapability()))
                    .findFirst()
                    .orElse(null);
            assumeTrue(gpu != null, "no NVIDIA GPU here");
            walkers = new CudaWalkers(Device.open(gpu), 0.8, 2);
        }
    }

    @AfterAll
    static void close() {
        if (walkers != null) {
            walkers.close();
            walkers = null;
        }
    }

    @Override
    CudaWalkers walkers() {
        return walkers;
    }

    /** More walkers than are taken at a time, against the vector engine's share of a hundredth as many. */
    @Test
    void hundredMillionEscapeAsAMillionDo() {
        var step = new SgdStep(Pit.PUBLISHED, 0.015);
        var found = escaped(walkers, step, 100_000_000);
        var wanted = escaped(new VectorWalkers(2), step, 1_000_000);
        // Four standard errors.
        assertThat(found).isCloseTo(wanted, within(4 * Math.sqrt(1.01 * wanted * (1 - wanted) / 1e6)));
    }

    private static double escaped(Walkers walkers, SgdStep step, int count) {
        var walk = new Walk(
                step, new Start.Point(1.0036974), 1.1959565, new int[] {300}, count, 8, Precision.FLOAT32, null);
        return walkers.run(walk, Progress.NONE).looks().get(0).atEnd() / (double) count;
    }
}
