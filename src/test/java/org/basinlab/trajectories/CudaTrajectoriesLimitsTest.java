package org.basinlab.trajectories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.basinlab.cuda.Device;
import org.basinlab.cuda.DeviceBytes;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.LostDevice;
import org.basinlab.dynamics.Controlled;
import org.basinlab.dynamics.Window;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.trajectories.cuda.CudaTrajectories;
import org.junit.jupiter.api.Test;

/** The engine cuda where the device has too little memory, or is lost. */
class CudaTrajectoriesLimitsTest {
    private static CudaTrajectories engine(EmulatedDriver driver, long memory, double fraction) {
        return new CudaTrajectories(EmulatedGpu.open(driver, EmulatedGpu.gpu("9.0", memory)), fraction);
    }

    private static EmulatedDriver driver(long memory) {
        return new EmulatedDriver(EmulatedGpu.gpu("9.0", memory));
    }

    private static List<Ensemble> ensembles(int trajectories) {
        var pid = CudaTrajectoriesContract.ensemble(Controlled.pid(2, 1, 1), 6, trajectories)
                .carrying(Tangents.BOTH, "x", Set.of("u"), new Window(2, 4));
        return List.of(CudaTrajectoriesContract.lorenz(6, trajectories).lookingEvery(4), pid.lookingEvery(5));
    }

    private static Map<Long, Flown> looks(EmulatedDriver driver, long memory, double fraction, Ensemble ensemble) {
        try (var engine = engine(driver, memory, fraction)) {
            return CudaTrajectoriesContract.looks(engine, ensemble);
        } finally {
            assertThat(driver.faults()).isEmpty();
            assertThat(driver.liveAllocations()).isZero();
        }
    }

    @Test
    void whatDoesNotFitTogetherIsRunInParts() {
        for (var ensemble : ensembles(1500)) {
            var roomy = driver(1L << 30);
            var whole = looks(roomy, 1L << 30, 0.8, ensemble);
            // A trajectory takes 80 bytes, or 176 with its nodes; 256 at a time are the least.
            for (var memory : List.of(50L << 10, 100L << 10)) {
                var tight = driver(memory);
                CudaTrajectoriesContract.same(looks(tight, memory, 0.9, ensemble), whole, ensemble);
                assertThat(tight.launches()).as("more parts").isGreaterThan(roomy.launches());
            }
        }
    }

    /** Parameters by which somebody else takes memory when the engine has asked how much there is, and before it takes its own. */
    private static final class Greedy implements Values {
        private final Values values;
        private final Device device;
        private int asked;
        private DeviceBytes taken;

        Greedy(Values values, Device device) {
            this.values = values;
            this.device = device;
        }

        @Override
        public double at(int which, int trajectory) {
            return values.at(which, trajectory);
        }

        @Override
        public boolean varies(int which) {
            if (which == 0 && ++asked == 2) {
                taken = new DeviceBytes(device, 90 << 10);
            }
            return values.varies(which);
        }
    }

    @Test
    void whereLessIsThereThanWasPromisedHalfIsTaken() {
        for (var ensemble : ensembles(1000)) {
            var roomy = driver(1L << 30);
            var whole = looks(roomy, 1L << 30, 0.8, ensemble);
            var memory = 150L << 10;
            var tight = driver(memory);
            try (var device = EmulatedGpu.open(tight, EmulatedGpu.gpu("9.0", memory));
                    var engine = engine(tight, memory, 1)) {
                var greedy = new Greedy(ensemble.parameters(), device);
                CudaTrajectoriesContract.same(
                        CudaTrajectoriesContract.looks(engine, ensemble.with(greedy)), whole, ensemble);
                greedy.taken.close();
            }
            assertThat(tight.launches()).as("more parts").isGreaterThan(roomy.launches());
            assertThat(tight.faults()).isEmpty();
            assertThat(tight.liveAllocations()).isZero();
        }
    }

    @Test
    void whatDoesNotFitAtAllIsRefusedWithItsCure() {
        for (var ensemble : ensembles(1500)) {
            var driver = driver(8 << 10);
            try (var engine = engine(driver, 8 << 10, 1)) {
                for (var attempt = 0; attempt < 2; attempt++) {
                    assertThatThrownBy(() -> engine.run(ensemble, Progress.NONE))
                            .isInstanceOf(InputException.class)
                            .hasMessageContaining("emulated GPU 9.0 has too little free memory for 256 trajectories of "
                                    + ensemble.stepping().system().name())
                            .hasMessageContaining("--engine blocks");
                }
            }
            assertThat(driver.liveAllocations()).isZero();
            assertThat(driver.liveHandles()).isZero();
        }
    }

    @Test
    void aDeviceThatIsLostSaysSoAndStaysLost() {
        for (var ensemble : ensembles(100)) {
            for (var launches : new int[] {0, 1, 2}) {
                var driver = driver(1L << 30);
                var engine = engine(driver, 1L << 30, 0.8);
                driver.failAfter(launches, 719);
                LostDevice.saysSoAndStaysLost(() -> engine.run(ensemble, part -> {}, Progress.NONE), engine::close);
            }
        }
    }
}
