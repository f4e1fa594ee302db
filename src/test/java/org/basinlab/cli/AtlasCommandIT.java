package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.basinlab.run.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code basin atlas} as a user runs it, on noise: its files, and that it goes on where it was killed. */
class AtlasCommandIT {
    private static final List<String> ASKED = List.of(
            "atlas",
            "--bases",
            "1",
            "--seeds",
            "8",
            "--further-seeds",
            "0",
            "--data",
            "few",
            "--quiet",
            "--out",
            "map");

    @TempDir
    Path dir;

    @BeforeEach
    void images() throws IOException {
        // More than the 12 000 that phase 1 may take its images from.
        NoiseImages.write(dir.resolve("few"), 12_400, 100);
    }

    @Test
    void killedItGoesOnAndAnswers() throws Exception {
        var process = Launched.builder(dir, ASKED)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var parts = dir.resolve("map/rows/parts");
        while (process.isAlive() && !hasPart(parts)) {
            Thread.sleep(5);
        }
        assertThat(process.isAlive()).as("there was something to kill").isTrue();
        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);

        var again = Launched.basin(dir, ASKED.toArray(String[]::new));
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.remarks()).hasSize(1).allMatch(line -> line.contains("add --resume"));
        var other = Launched.basin(dir, "atlas", "--resume", "--out", "map", "--bases", "2");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("the atlas in map has bases: 1");

        var end = Launched.basin(dir, "atlas", "--resume", "--out", "map", "--json", "--quiet");
        assertThat(end.code()).as(end.err()).isZero();
        assertThat(end.err()).isEmpty();
        Schemas.check("atlas", end.out());
        var found = Json.mapper().readTree(end.out());
        // The plain reading with 8 activations, 2 tally windows and 4 fork lengths.
        assertThat(found.get("settings")).hasSize(64);
        assertThat(found.at("/config/bases").asInt()).isEqualTo(1);
        assertThat(found.at("/provenance/data_digests")).hasSize(4);
        assertThat(Files.readString(dir.resolve("map/findings.json"))).isEqualTo(end.out());
        assertThat(dir.resolve("map/report.html")).isNotEmptyFile();
        var rows = Launched.basin(
                dir,
                "results",
                "map/rows",
                "SELECT count(*) AS n, count(DISTINCT config_digest) AS d FROM replicas",
                "--csv");
        assertThat(rows.out()).isEqualToNormalizingNewlines("n,d\n512,512\n");
    }

    private static boolean hasPart(Path parts) throws IOException {
        if (!Files.isDirectory(parts)) {
            return false;
        }
        try (var files = Files.list(parts)) {
            return files.anyMatch(file -> file.toString().endsWith(".parquet"));
        }
    }
}
