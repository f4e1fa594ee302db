package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.basinlab.cuda.EmulatedDriver;
import org.basinlab.cuda.EmulatedGpu;
import org.basinlab.cuda.Gpu;
import org.basinlab.cuda.GpuProbe;
import org.basinlab.experiment.InputException;
import org.basinlab.localize.LocalizeConfig;
import org.basinlab.run.DeviceProfile;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EnginesTest {
    private static final GpuProbe NONE = new GpuProbe(List.of(), null, "no NVIDIA driver", null);

    private static LocalizeConfig config(String... arguments) {
        var command = new LocalizeCommand();
        var parser = new CommandLine(command);
        Spelled.teach(parser);
        parser.parseArgs(arguments);
        return command.config(1);
    }

    private static Engines on(Gpu gpu, String profile) {
        var probe = new GpuProbe(List.of(gpu), 13_000, null, null);
        return new Engines(
                DeviceProfile.named(profile), () -> probe, one -> EmulatedGpu.open(new EmulatedDriver(gpu), gpu));
    }

    private static Engines without() {
        return new Engines(DeviceProfile.named("cpu"), () -> NONE, gpu -> {
            throw new AssertionError();
        });
    }

    private static String chosen(Engines engines, String... arguments) {
        return engines.trainer(Training.of(config(arguments))).name();
    }

    @Test
    void autoTakesTheGpuWhereThereIsOne() {
        var engines = on(EmulatedGpu.HOPPER, "hopper");
        assertThat(chosen(engines)).isEqualTo("cuda");
        assertThat(chosen(engines, "--dtype", "tf32")).isEqualTo("cuda");
        assertThat(chosen(engines, "--engine", "cuda")).isEqualTo("cuda");
        assertThat(engines.origin(Map.of()).gpu()).isEqualTo("emulated GPU 9.0");
        assertThat(chosen(without())).isEqualTo("chunked");
    }

    @Test
    void whatIsNamedIsTaken() {
        var engines = on(EmulatedGpu.HOPPER, "hopper");
        assertThat(chosen(engines, "--engine", "chunked")).isEqualTo("chunked");
        assertThat(chosen(engines, "--engine", "dl4j")).isEqualTo("dl4j");
        assertThatThrownBy(() -> chosen(without(), "--engine", "cuda"))
                .isInstanceOf(InputException.class)
                .hasMessage("--engine cuda: no NVIDIA driver; give --engine auto or chunked");
        assertThatThrownBy(() -> chosen(without(), "--dtype", "tf32"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no NVIDIA driver; give --dtype float32");
    }

    @Test
    void networksThatAreNotForTheGpuGoElsewhere() {
        var engines = on(EmulatedGpu.HOPPER, "hopper");
        assertThat(chosen(engines, "--hidden", "9,9")).isEqualTo("dl4j");
        assertThat(chosen(engines, "--hidden", "5000")).isEqualTo("chunked");
        assertThatThrownBy(() -> chosen(engines, "--hidden", "5000", "--engine", "cuda"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("at most 4096 hidden units");
        assertThat(chosen(on(EmulatedGpu.HOPPER, "cpu"))).isEqualTo("chunked");
    }

    @Test
    void aGpuThatDoesNotOpenIsSaidInOneLine() {
        var probe = new GpuProbe(List.of(EmulatedGpu.HOPPER), 13_000, null, null);
        var driver = new EmulatedDriver(EmulatedGpu.HOPPER).newestPtx(63);
        var engines = new Engines(
                DeviceProfile.named("hopper"), () -> probe, gpu -> EmulatedGpu.open(driver, EmulatedGpu.HOPPER));
        assertThatThrownBy(() -> chosen(engines))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("CUDA_ERROR_UNSUPPORTED_PTX_VERSION")
                .hasMessageContaining("--engine chunked");
        assertThat(driver.liveAllocations()).isZero();
        assertThat(driver.liveHandles()).isZero();
    }

    @Test
    void sweepsGiveAGpuWholeBatches() {
        var pool = on(EmulatedGpu.HOPPER, "hopper").pool("auto", 16, Stream.of(Training.of(config())));
        assertThat(pool.threads()).isEqualTo(2);
        assertThat(pool.replicas()).isEqualTo(1056);
        assertThat(pool.gpu()).isEqualTo("emulated GPU 9.0");
        var cpu = on(EmulatedGpu.HOPPER, "hopper").pool("chunked", 16, Stream.of(Training.of(config())));
        assertThat(cpu.threads()).isEqualTo(16);
        assertThat(cpu.replicas()).isEqualTo(16);
        assertThat(cpu.gpu()).isNull();
        var mixed = on(EmulatedGpu.HOPPER, "hopper")
                .pool("auto", 16, Stream.of(Training.of(config()), Training.of(config("--hidden", "9,9"))));
        assertThat(mixed.threads()).isEqualTo(16);
        assertThatThrownBy(() -> without().pool("cuda", 2, Stream.of(Training.of(config()))))
                .isInstanceOf(InputException.class);
    }
}
