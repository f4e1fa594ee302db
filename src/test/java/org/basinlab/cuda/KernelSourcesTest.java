package org.basinlab.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PTX that is committed is what nvcc makes of the kernels, and takes no newer driver than it says. */
class KernelSourcesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    private static List<Path> committed() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".ptx"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyKernelIsForTheOldestGpuAndDriverThatItCanBe() throws IOException {
        assertThat(committed()).hasSize(8);
        for (var file : committed()) {
            var name = file.getFileName().toString();
            var oldest = name.substring(name.length() - "75.ptx".length(), name.length() - ".ptx".length());
            assertThat(Files.readString(file)).contains(".version 7.0\n.target sm_" + oldest + "\n");
        }
    }

    /** Also assembles it for every class of GPU: {@code build} does. */
    @Test
    void theCommittedPtxIsThatOfTheSources(@TempDir Path made) throws IOException, InterruptedException {
        var release = output("nvcc", "--version");
        assumeTrue(release != null, "no nvcc on the PATH");
        var built = output("sh", "src/main/cuda/build", made.toString());
        assertThat(built).as("src/main/cuda/build").isNotNull();
        for (var file : committed()) {
            var ours = Files.readString(file);
            var theirs = made.resolve(RESOURCES.relativize(file));
            assertThat(theirs).exists();
            // Another release of nvcc writes the same otherwise; that it assembles is all that can be asked of it.
            if (ours.contains(release.replaceAll("(?s).*(release [^\\n]*)\\n.*", "$1"))) {
                assertThat(Files.readString(theirs))
                        .as("%s: run src/main/cuda/build", file)
                        .isEqualTo(ours);
            }
        }
    }

    /** What a command writes; null where there is no such command, or it fails. */
    private static String output(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes());
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0 ? text : null;
        } catch (IOException e) {
            return null;
        }
    }
}
