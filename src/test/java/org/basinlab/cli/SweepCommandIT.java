package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.basinlab.run.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code basin sweep}, {@code results} and {@code export} as a user runs them. */
class SweepCommandIT {
    private static final int KILLS = 8;
    private static final String SMALL = "sweep --over data=few --over hidden=4 --over fork_length=50";
    private static final String NUMBERS = "SELECT * FROM replicas ORDER BY config_digest";

    @TempDir
    Path dir;

    @BeforeEach
    void fewImages() throws IOException {
        NoiseImages.write(dir.resolve("few"), 1000, 100);
    }

    @Test
    void killedAtAnyInstantItGoesOn() throws Exception {
        // Each number of images is a batch of its own: a hundred and fifty parts of two rows.
        var many = SMALL + " --over phase1_images=200:349:150 --seeds 1..2 --quiet --out killed";
        var random = new Random(4);
        var kills = 0;
        for (var i = 0; kills < KILLS; i++) {
            var resume = Files.exists(dir.resolve("killed"));
            var process = start(many + (resume ? " --resume" : ""));
            if (i % 4 == 0) {
                // Some time after the start, whatever it is doing then.
                Thread.sleep(200 + random.nextInt(600));
            } else {
                // A moment after parts have come.
                awaitParts(dir.resolve("killed"), process, parts(dir.resolve("killed")) + 1 + random.nextInt(3));
                Thread.sleep(random.nextInt(40));
            }
            assertThat(process.isAlive()).as("there was something to kill").isTrue();
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            kills++;
        }
        var end = basin(many + " --resume --json");
        assertThat(end.code()).as(end.err()).isZero();
        var whole = basin(many.replace("--out killed", "--out whole") + " --json --threads 1");
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(json(end).get("rows").asInt()).isEqualTo(300);
        assertThat(json(end).get("finished_earlier").asInt()).isBetween(2, 298);
        assertThat(json(whole).get("finished_earlier").asInt()).isZero();

        var rows = results("killed", NUMBERS);
        assertThat(rows.valueStream().map(row -> row.get("config_digest").asString()))
                .hasSize(300)
                .doesNotHaveDuplicates();
        assertThat(rows).isEqualTo(results("whole", NUMBERS));
        try (var left = Files.walk(dir.resolve("killed"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".tmp") || name.equals(".lock"));
        }
    }

    @Test
    void isAskedWhileItRunsAndStoppedByASignal() throws Exception {
        var process = start(SMALL + " --over phase1_images=200:499:300 --seeds 1..500 --out long");
        awaitParts(dir.resolve("long"), process, 1);
        assertThat(results("long", "SELECT count(*) AS n FROM replicas")
                        .get(0)
                        .get("n")
                        .asInt())
                .isPositive();
        var second = basin("sweep --resume --out long --quiet");
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.remarks()).hasSize(1).allMatch(line -> line.contains("another process is writing long"));
        assertThat(process.isAlive()).isTrue();
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(dir.resolve("err"))).contains("stopped; what is finished is kept in long");
        assertThat(dir.resolve("long/.lock")).doesNotExist();
    }

    @Test
    void aFileIsAskedAndFlagsWin() throws IOException {
        Files.writeString(
                dir.resolve("s.yaml"),
                "experiment: localize\nover:\n  hidden: 4\n  data: few\n  phase1_images: [200, 300]\n  digits: [\"1,7:6,8\"]\n  fork_length: 50\n"
                        + "seeds: 1..3\nthreads: 1\n");
        var run = basin("sweep --config s.yaml --seeds 5..6 --over phase1_images=250 --out s --json --quiet");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        Schemas.check("sweep", run.out());
        assertThat(json(run).get("rows").asInt()).isEqualTo(2);
        assertThat(results("s", "SELECT seed, phase1_images, fork_length, digits FROM replicas ORDER BY 1")
                        .toString())
                .isEqualTo("[{\"seed\":5,\"phase1_images\":250,\"fork_length\":50,\"digits\":\"1,7:6,8\"},"
                        + "{\"seed\":6,\"phase1_images\":250,\"fork_length\":50,\"digits\":\"1,7:6,8\"}]");

        var more = basin("sweep --resume --out s --seeds 5..8 --json --quiet");
        assertThat(json(more).get("rows").asInt()).as(more.err()).isEqualTo(4);
        assertThat(json(more).get("finished_earlier").asInt()).isEqualTo(2);
        var table = basin("results s", "SELECT count(*) AS n FROM replicas");
        assertThat(table.out()).isEqualToNormalizingNewlines("n\n4\n(1 row)\n");
        assertThat(basin("export s --duckdb s.duckdb").out()).isEqualToNormalizingNewlines("4 rows in s.duckdb\n");
        assertThat(dir.resolve("s.duckdb")).isNotEmptyFile();
    }

    private Launched basin(String arguments, String... more) {
        return Launched.basin(
                dir,
                Stream.concat(Arrays.stream(arguments.split(" ")), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Process start(String arguments) throws IOException {
        return Launched.builder(dir, List.of(arguments.split(" ")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(dir.resolve("err").toFile())
                .start();
    }

    private JsonNode results(String folder, String sql) {
        var run = basin("results " + folder + " --json", sql);
        assertThat(run.code()).as(run.err()).isZero();
        return Json.mapper().readTree(run.out());
    }

    private static void awaitParts(Path folder, Process process, long number) throws IOException, InterruptedException {
        while (process.isAlive() && parts(folder) < number) {
            Thread.sleep(5);
        }
    }

    private static long parts(Path folder) throws IOException {
        var parts = folder.resolve("parts");
        if (!Files.isDirectory(parts)) {
            return 0;
        }
        try (var files = Files.list(parts)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }

    private static JsonNode json(Launched run) {
        return Json.mapper().readTree(run.out());
    }
}
