package org.basinlab.cuda.ptx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tests' programs: PTX that nvcc made of them once, and where there is an nvcc what it makes of them today. */
final class Sources {
    static final String COMMITTED = "committed";

    private static final Map<String, PtxModule> KNOWN = new ConcurrentHashMap<>();

    private Sources() {}

    /** A program's PTX: the committed one, or compiled for an architecture such as {@code compute_75}. */
    static PtxModule of(String program, String how) {
        assumeTrue(how.equals(COMMITTED) || hasNvcc(), "nvcc is not on the PATH");
        return KNOWN.computeIfAbsent(program + " " + how, key -> {
            try {
                return PtxModule.parse(how.equals(COMMITTED) ? resource(program + ".ptx") : compiled(program, how));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static boolean hasNvcc() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "nvcc")));
    }

    private static String resource(String name) throws IOException {
        try (var stream = Sources.class.getResourceAsStream("/ptx/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String compiled(String program, String architecture) throws IOException {
        var folder = Files.createTempDirectory("nvcc");
        var source = folder.resolve(program + ".cu");
        var target = folder.resolve(program + ".ptx");
        try {
            Files.writeString(source, resource(program + ".cu"));
            var nvcc = new ProcessBuilder(
                            "nvcc", "-O3", "-ptx", "-arch=" + architecture, source.toString(), "-o", target.toString())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(nvcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(nvcc.waitFor()).as(output).isZero();
            return Files.readString(target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(target);
            Files.deleteIfExists(folder);
        }
    }
}
