package org.basinlab.walkers.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.cuda.KernelModule;
import org.basinlab.landscape.Expression;
import org.basinlab.landscape.Formula;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Tape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text that is completed at run time; what it computes is looked at by the engine's tests. */
class LandscapeCodeTest {
    private static final String KERNELS = KernelModule.text(WalkKernels.class, "landscape75.ptx");

    private static Tape gradients(String... losses) {
        List<Expression> slopes =
                Arrays.stream(losses).map(Formulas::parse).map(Formula::slope).toList();
        return Tape.of(slopes);
    }

    @Test
    void onlyTheKernelAskedForIsMadeAProgram() {
        var tape = gradients("w^2", "exp(w)");
        var single = LandscapeCode.of(KERNELS, tape, 1, true);
        assertThat(single).doesNotContain("// slope f32").contains("// slope f64");
        var twice = LandscapeCode.of(single, tape, 1, false);
        assertThat(twice).doesNotContain("// slope");
    }

    /** NVIDIA's own assembler is stricter than the emulator. */
    @Test
    void theTextAssembles(@TempDir Path folder) throws IOException, InterruptedException {
        var wells = IntStream.range(0, 64).mapToObj("exp(-(w-%d)^2)"::formatted).toArray(String[]::new);
        var tapes = List.of(
                gradients("w", "-w"),
                gradients("log(1+w^2)", "cos(w)*sin(w)/w", "tanh(w)", "abs(w)+sqrt(w)", "3"),
                gradients(wells));
        for (var k = 0; k < tapes.size(); k++) {
            for (var single : new boolean[] {true, false}) {
                var file = folder.resolve("landscape" + k + single + ".ptx");
                Files.writeString(file, LandscapeCode.of(KERNELS, tapes.get(k), k + 1, single));
                assembles(file);
            }
        }
    }

    private static void assembles(Path file) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("ptxas", "-O0", "-arch=sm_75", "-o", "/dev/null", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "no ptxas on the PATH: " + e.getMessage());
            return;
        }
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
