package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.run.DeviceProfile;
import org.junit.jupiter.api.Test;

class UsableGpuTest {
    private static final DeviceProfile HOPPER = DeviceProfile.named("hopper");
    private static final Gpu H100 = new Gpu(1, "NVIDIA H100", EmulatedGpu.HOPPER.computeCapability(), 80L << 30, 132);

    private static UsableGpu of(DeviceProfile profile, int driver, Gpu... gpus) {
        return UsableGpu.of(profile, () -> new GpuProbe(List.of(gpus), driver, null, null));
    }

    @Test
    void theFirstThatTheKernelsAreForIsTaken() {
        var found = of(HOPPER, 12_080, EmulatedGpu.gpu("6.1", 8L << 30), H100);
        assertThat(found.exists()).isTrue();
        assertThat(found.gpu()).isEqualTo(H100);
        assertThat(found.replicas()).isEqualTo(1056);
    }

    @Test
    void replicasAreWholeWavesOfTheGpuAtHand() {
        var small = new Gpu(0, "small", H100.computeCapability(), 8L << 30, 100);
        assertThat(of(HOPPER, 12_080, small).replicas()).isEqualTo(1000);
        var large = new Gpu(0, "large", H100.computeCapability(), 8L << 30, 2000);
        assertThat(of(HOPPER, 12_080, large).replicas()).isEqualTo(4000);
    }

    @Test
    void whyThereIsNoneIsSaid() {
        var absent =
                UsableGpu.of(DeviceProfile.named("cpu"), () -> new GpuProbe(List.of(), null, "no NVIDIA driver", null));
        assertThat(absent.exists()).isFalse();
        assertThat(absent.reason()).isEqualTo("no NVIDIA driver");
        assertThat(of(DeviceProfile.named("cpu"), 12_080, EmulatedGpu.gpu("6.1", 8L << 30))
                        .reason())
                .contains("need compute capability 7.5");
        assertThat(of(HOPPER, 10_020, H100).reason()).contains("CUDA 10.2").contains("CUDA 11.0 is needed");
        assertThat(of(DeviceProfile.named("cpu"), 12_080, H100).reason()).isEqualTo("the device profile is cpu");
    }

    @Test
    void itsTrainerIsCutAsTheProfileSays() {
        var found = of(DeviceProfile.named("turing"), 12_080, EmulatedGpu.TURING);
        try (var trainer =
                found.trainer(gpu -> EmulatedGpu.open(new EmulatedDriver(EmulatedGpu.TURING), EmulatedGpu.TURING))) {
            assertThat(trainer.gpu()).isEqualTo("emulated GPU 7.5");
            assertThat(trainer.together()).isEqualTo(320);
        }
    }
}
