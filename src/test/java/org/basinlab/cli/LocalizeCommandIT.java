package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.basinlab.data.Sha256;
import org.basinlab.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code basin localize} as a user runs it, on the real files. */
class LocalizeCommandIT {
    private static final String[] SHORT = {"localize", "--phase1-images", "1200", "--fork-length", "100"};

    @TempDir
    Path dir;

    @Test
    void writesAWholeFolder() throws Exception {
        var run = basin("--out", "mine", "--save-networks", "nets");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Claims").contains("hidden biases").contains("fork without 7");
        assertThat(run.err())
                .contains("engine: chunked")
                .contains("report.html")
                .doesNotContain("WARN");

        var mine = dir.resolve("mine");
        try (var files = Files.walk(mine).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> mine.relativize(file).toString()))
                    .containsExactlyInAnyOrder(
                            "config.yaml",
                            "findings.json",
                            "report.html",
                            "report.json.gz",
                            "figures/weights.png",
                            "figures/weights.svg",
                            "figures/biases.png",
                            "figures/biases.svg",
                            "figures/pixels.png",
                            "figures/pixels.svg",
                            "figures/pixels-significant.png",
                            "figures/pixels-significant.svg",
                            "figures/nulls.png",
                            "figures/nulls.svg",
                            "figures/learning.png",
                            "figures/learning.svg",
                            "figures/forks.png",
                            "figures/forks.svg",
                            "tables/parameters-seed-1.parquet",
                            "tables/replicas.parquet",
                            "tables/curves.parquet",
                            "tables/forks.parquet",
                            "tables/pixels.parquet",
                            "tables/nulls.parquet");
        }
        assertThat(ImageIO.read(mine.resolve("figures/pixels.png").toFile()).getWidth())
                .isGreaterThan(400);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.newDocumentBuilder().parse(mine.resolve("figures/weights.svg").toFile());
        assertThat(Files.readString(mine.resolve("report.html")))
                .contains(
                        "./basin localize --phase1-images 1200 --fork-length 100 --null-draws 99 --save-networks nets</code>")
                .contains("data:image/svg+xml");
        Schemas.check("localize", Files.readString(mine.resolve("findings.json")));

        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT count(*), corr(r, q) FROM '" + mine.resolve("tables/parameters-seed-1.parquet")
                                        + "' WHERE kind = 'weight' AND layer = 'hidden'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(78_400);
            var r = json(Files.readString(mine.resolve("findings.json")))
                    .at("/replicas/0/hidden_weights/r")
                    .asDouble();
            assertThat(rows.getDouble(2)).isCloseTo(r, org.assertj.core.api.Assertions.within(1e-9));
        }
        try (var nets = Files.list(dir.resolve("nets"))) {
            assertThat(nets.map(net -> net.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "seed-1-phase1.zip",
                            "seed-1-without-1.zip",
                            "seed-1-without-7.zip",
                            "seed-1-without-6.zip",
                            "seed-1-without-8.zip");
        }
        var resumed = basin("--initial-network", "nets/seed-1-phase1.zip", "--json", "--quiet");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(json(resumed.out()).at("/config/initial_network").asString()).isEqualTo("nets/seed-1-phase1.zip");
        assertThat(json(resumed.out())
                        .at("/provenance/data_digests/seed-1-phase1.zip")
                        .asString())
                .isEqualTo(Sha256.of(Files.readAllBytes(dir.resolve("nets/seed-1-phase1.zip"))));
        var other = basin("--initial-network", "nets/seed-1-phase1.zip", "--activation", "relu", "--quiet");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("has activation softplus in layer 0, this run relu");
        assertThat(json(resumed.out()).at("/replicas/0/phase1/loss").asDouble())
                .as("a network that goes on is better than one that begins")
                .isLessThan(json(Files.readString(mine.resolve("findings.json")))
                        .at("/replicas/0/phase1/loss")
                        .asDouble());
    }

    @Test
    void jsonIsOneObjectThatFollowsItsSchemaAndRepeats() throws IOException {
        var once = basin("--json", "--quiet", "--seed", "4", "--replicas", "2", "--threads", "1", "--out", "a");
        assertThat(once.code()).as(once.err()).isZero();
        assertThat(once.err()).isEmpty();
        Schemas.check("localize", once.out());
        assertThat(json(once.out())).isEqualTo(json(Files.readString(dir.resolve("a/findings.json"))));

        var again = Launched.basin(dir, "localize", "--config", "a/config.yaml", "--threads", "3", "--json", "--quiet");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(json(again.out()).get("replicas")).isEqualTo(json(once.out()).get("replicas"));
        try (var runs = Files.list(dir.resolve("runs"))) {
            assertThat(runs).hasSize(1);
        }
        var other = Launched.basin(dir, "localize", "--config", "a/config.yaml", "--seed", "5", "--json", "--quiet");
        assertThat(json(other.out()).at("/config/seed").asInt())
                .as("the command line wins")
                .isEqualTo(5);
        assertThat(json(other.out()).at("/replicas/0"))
                .as("replica 1 of seed 4")
                .isEqualTo(json(once.out()).at("/replicas/1"));
    }

    @Test
    void everyChoiceRuns() {
        var run = basin(
                        "--json --quiet --hidden 20 --activation gelu --output-activation identity --loss cross-entropy --init"
                                .split(" "))
                .code();
        assertThat(run).as("--init without a value").isEqualTo(2);
        var all =
                basin(("--json --quiet --hidden 20 --activation gelu --output-activation identity --loss cross-entropy"
                                + " --init glorot --bias-init zero --balance none --tally-from 0.25 --fork-balance alternate"
                                + " --digits 0,2,4:3,5 --dtype float64 --learning-rate 0.01 --engine dl4j --device-profile cpu")
                        .split(" "));
        assertThat(all.code()).as(all.err()).isZero();
        Schemas.check("localize", all.out());
        assertThat(json(all.out()).at("/replicas/0/forks")).hasSize(5);
        assertThat(json(all.out()).at("/claims/0/verdict").asString()).isEqualTo("not_tested");
    }

    @Test
    void eachActivationIsTheLoneRunWithIt() throws IOException {
        var both = basin("--json --quiet --activation softplus,sigmoid --replicas 2 --out both".split(" "));
        assertThat(both.code()).as(both.err()).isZero();
        Schemas.check("localize", both.out());
        assertThat(json(both.out()).get("replicas")).hasSize(4);
        assertThat(json(both.out()).at("/activations/1/effect/against_first/weights_r/ci95"))
                .hasSize(2);
        assertThat(dir.resolve("both/figures/weights-sigmoid.png")).exists();
        assertThat(dir.resolve("both/tables/parameters-sigmoid-seed-2.parquet")).exists();
        var alone = basin("--json --quiet --activation sigmoid --seed 2".split(" "));
        assertThat(json(alone.out()).at("/replicas/0"))
                .isEqualTo(json(both.out()).at("/replicas/3"));

        var again = Launched.basin(dir, "localize", "--config", "both/config.yaml", "--json", "--quiet");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(json(again.out()).get("activations"))
                .isEqualTo(json(both.out()).get("activations"));
    }

    @Test
    void otherNetworksRun() throws IOException {
        var deep = basin("--json --quiet --hidden 20,12,10 --colour neuron".split(" "));
        assertThat(deep.code()).as(deep.err()).isZero();
        Schemas.check("localize", deep.out());
        assertThat(json(deep.out()).at("/replicas/0/layers")).hasSize(4);
        assertThat(json(deep.out()).at("/replicas/0/hidden_biases/n").asInt()).isEqualTo(42);

        var convolutional = basin("--json --quiet --convolutions 4x5,6x3 --hidden 20 --save-networks nets".split(" "));
        assertThat(convolutional.code()).as(convolutional.err()).isZero();
        Schemas.check("localize", convolutional.out());
        assertThat(json(convolutional.out()).at("/replicas/0/per_pixel").isNull())
                .isTrue();
        assertThat(json(convolutional.out())
                        .at("/replicas/0/layers/1/weights/n")
                        .asInt())
                .isEqualTo(6 * 4 * 9);
        assertThat(json(convolutional.out()).at("/replicas/0/layers/0/kind").asString())
                .isEqualTo("convolution");
        var resumed = basin(("--json --quiet --convolutions 4x5,6x3 --hidden 20 --null-draws 0"
                        + " --initial-network nets/seed-1-phase1.zip")
                .split(" "));
        assertThat(resumed.code()).as(resumed.err()).isZero();
        Schemas.check("localize", resumed.out());
    }

    @Test
    void aDivergedRunSaysWhere() {
        var run = basin("--json", "--quiet", "--activation", "identity", "--learning-rate", "10");
        assertThat(run.code()).as(run.err()).isZero();
        Schemas.check("localize", run.out());
        var replica = json(run.out()).at("/replicas/0");
        assertThat(replica.get("diverged").asBoolean()).isTrue();
        assertThat(replica.get("diverged_at").asInt()).isPositive();
        assertThat(replica.get("weights").isNull()).isTrue();
        assertThat(json(run.out()).at("/summary/weights/mean").isNull()).isTrue();
    }

    @Test
    void aLibraryThatCannotBeUnpackedIsMetBeforeTheTraining() {
        var builder = Launched.builder(dir, List.of("localize", "--out", "mine"));
        builder.environment().put("BASIN_JAVA_OPTS", "-Djava.io.tmpdir=/nonexistent");
        var early = Launched.end(builder);
        assertThat(early.code()).isEqualTo(1);
        // Java 25 warns of the folder itself, in a line of its own.
        assertThat(early.remarks().stream().filter(line -> !line.startsWith("WARNING: java.io.tmpdir")))
                .hasSize(1)
                .allMatch(line -> line.contains("DuckDB") && line.contains("tmpdir"));
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void standardOutputThatIsFullIsAFailure() {
        var shell = new ProcessBuilder("sh", "-c", Path.of("basin").toAbsolutePath() + " localize --help > /dev/full")
                .directory(dir.toFile());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var full = Launched.end(shell);
        assertThat(full.code()).isEqualTo(1);
        assertThat(full.remarks()).hasSize(1).allMatch(line -> line.contains("standard output"));
    }

    @Test
    void aKilledRunLeavesNoFolderAndCanBeRunAgain() throws Exception {
        var process = underWay();
        var second = basin("--out", "mine", "--quiet");
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err()).contains("another run is writing");

        process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        assertThat(dir.resolve("mine")).doesNotExist();
        var again = basin("--out", "mine", "--quiet");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(dir.resolve("mine/report.html")).exists();
        assertThat(dir.resolve("mine.partial")).doesNotExist();
    }

    @Test
    void anInterruptedRunClearsAway() throws Exception {
        var process = underWay();
        Thread.sleep(500);
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(dir).isEmptyDirectory();
    }

    /** A long run into {@code mine}, begun and still going. */
    private Process underWay() throws IOException, InterruptedException {
        var arguments = Stream.concat(Stream.of(SHORT), Stream.of("--out", "mine", "--replicas", "50", "--quiet"))
                .toList();
        var process = Launched.builder(dir, arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (!Files.exists(dir.resolve("mine.partial/.basin-unfinished")) && process.isAlive()) {
            Thread.sleep(20);
        }
        return process;
    }

    /** A short run, with fewer shuffles than by default unless told. */
    private Launched basin(String... more) {
        var draws =
                Stream.of("--null-draws", "99").filter(word -> !List.of(more).contains("--null-draws"));
        return Launched.basin(
                dir,
                Stream.of(Stream.of(SHORT), draws, Stream.of(more))
                        .flatMap(words -> words)
                        .toArray(String[]::new));
    }

    private static JsonNode json(String text) {
        return Json.mapper().readTree(text);
    }
}
