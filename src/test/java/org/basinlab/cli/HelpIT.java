package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpIT {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "localize --help",
                "escape --help",
                "path --help",
                "current --help",
                "op --help",
                "entropy --help",
                "circuits --help",
                "knowledge --help",
                "doctor --help",
                "sweep --help",
                "results --help",
                "export --help",
                "report --help",
                "--version",
                "generate-completion"
            })
    void nothingHeavyIsLoadedForIt(String arguments) throws Exception {
        var log = dir.resolve("classes.log");
        var builder = Launched.builder(dir, java.util.List.of(arguments.split(" ")));
        builder.environment().put("BASIN_JAVA_OPTS", "-Xlog:class+load:file=" + log);
        var process = builder.redirectOutput(dir.resolve("out").toFile()).start();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(dir.resolve("out"))).isNotBlank();
        assertThat(Files.readString(log))
                .contains("org.basinlab.Basin")
                .doesNotContain(
                        "org.nd4j", "org.deeplearning4j", "org.duckdb", "org.jfree", "ch.qos.logback", "com.sun.jna");
    }

    @Test
    void helpHasExamplesAndEveryOption() {
        var help = Launched.basin(dir, "localize", "--help").out();
        assertThat(help)
                .contains("Examples:")
                .contains(
                        "--hidden",
                        "--activation",
                        "--output-activation",
                        "--loss",
                        "--init",
                        "--bias-init",
                        "--learning-rate",
                        "--phase1-images",
                        "--balance",
                        "--tally-from",
                        "--fork-length",
                        "--fork-balance",
                        "--digits",
                        "--data",
                        "--dtype",
                        "--replicas",
                        "--out",
                        "--config",
                        "--seed",
                        "--json",
                        "--quiet",
                        "--threads",
                        "--engine",
                        "--device-profile");
    }

    @Test
    void completionIsAScriptOfThisProgram() throws IOException, InterruptedException {
        var script = Launched.basin(dir, "generate-completion").out();
        assertThat(script)
                .contains("complete -F _complete_basin")
                .contains("--learning-rate")
                .contains("softplus");
        Files.writeString(dir.resolve("completion"), script);
        assertThat(new ProcessBuilder("bash", "-n", dir.resolve("completion").toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void doctorAgreesWithItsSchema() {
        var doctor = Launched.basin(dir, "doctor", "--json");
        Schemas.check("doctor", doctor.out());
        assertThat(doctor.code()).as(doctor.out()).isZero();
        assertThat(Launched.basin(dir, "doctor").out()).contains("backend").contains("MNIST by its digests");
    }

    @Test
    void doctorFindsAFault() {
        var doctor = Launched.basin(dir, "doctor", "--data", dir.toString());
        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.out()).contains("FAULT").contains("cure:");
    }
}
