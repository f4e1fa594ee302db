package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The class path of the bundle ({@code src/bundle/make}): what runs on it, and what a full build makes of the run. */
class BundleIT {
    private static final String[] RUN = {
        "localize",
        "--data",
        "images",
        "--hidden",
        "10",
        "--phase1-images",
        "300",
        "--fork-length",
        "50",
        "--null-draws",
        "49",
        "--activation",
        "relu",
        "--replicas",
        "2",
        "--threads",
        "1",
        "--engine",
        "chunked"
    };

    private static Path dir;

    @BeforeAll
    static void unpack() throws IOException {
        dir = Files.createTempDirectory("bundle");
        NoiseImages.writeSparse(dir.resolve("images"), 800, 200);
        var lib = Files.createDirectories(dir.resolve("bundle/lib"));
        var target = Path.of("target");
        Files.copy(target.resolve("basin.jar"), dir.resolve("bundle/basin.jar"));
        for (var artifact : Files.readAllLines(Path.of("src/bundle/jars.txt"))) {
            if (!artifact.startsWith("#")) {
                try (var jars = Files.newDirectoryStream(target.resolve("lib"), artifact + "-[0-9]*.jar")) {
                    var jar = jars.iterator().next();
                    Files.copy(jar, lib.resolve(jar.getFileName()));
                }
            }
        }
    }

    @AfterAll
    static void clear() throws IOException {
        try (var files = Files.walk(dir)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void doctorFindsNoFaultInWhatIsLeftOut() {
        var doctor = bundle(
                "doctor", "--data", Path.of("data/mnist").toAbsolutePath().toString());
        assertThat(doctor.code()).as(doctor.out()).isZero();
        assertThat(doctor.err()).isEmpty();
        assertThat(doctor.out().lines().filter(line -> line.contains("not in this bundle")))
                .hasSize(3)
                .allMatch(line -> line.startsWith("ok "));
    }

    @Test
    void whatNeedsTheRestSaysSoInALine() {
        refused("ND4J", "localize", "--engine", "dl4j");
        refused("ND4J", "localize", "--hidden", "10,10");
        refused("ND4J", "escape", "--engine", "nd4j");
        refused("DuckDB", "sweep", "--seeds", "1..2");
        refused("DuckDB", "results", "rates", "SELECT 1");
        refused("JFreeChart", "report", ".");
    }

    private static void refused(String part, String... arguments) {
        var run = bundle(arguments);
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.remarks())
                .as(run.err())
                .hasSize(1)
                .allMatch(line -> line.startsWith("basin: ") && line.contains(part) && line.contains("full build"));
    }

    @Test
    void walkersAndFormulasAreInIt() {
        var run = bundle(
                "escape",
                "--datapoint",
                "(w^2-1)^2",
                "--datapoint",
                "(w^2-1)^2+2*w",
                "--temperature",
                "0.1",
                "--steps",
                "100",
                "--walkers",
                "500",
                "--method",
                "walkers,operator",
                "--json",
                "--quiet",
                "--out",
                "walked");
        assertThat(run.code()).as(run.err()).isZero();
        Schemas.check("escape", run.out());
        assertThat(dir.resolve("walked/tables/escape.csv.gz")).exists();
    }

    @Test
    void trajectoriesAreInIt() {
        var run = bundle("op", "pid", "--map", "x:-1:1:9,v:-1:1:7", "--json", "--quiet", "--out", "mapped");
        assertThat(run.code()).as(run.err()).isZero();
        Schemas.check("op", run.out());
        assertThat(dir.resolve("mapped/tables")).isDirectoryContaining("glob:**map-*.csv.gz");
    }

    @Test
    void aRunMadeThereIsReportedHereAsIfMadeHere() throws Exception {
        var thin = bundle(with("--out", "thin"));
        assertThat(thin.code()).as(thin.err()).isZero();
        assertThat(thin.out()).contains("Claims");
        assertThat(thin.remarks().get(thin.remarks().size() - 1))
                .startsWith("Copy ")
                .endsWith("basin report thin");
        assertThat(files("thin"))
                .containsExactlyInAnyOrder(
                        "config.yaml",
                        "findings.json",
                        "parameters.csv.gz",
                        "report.json.gz",
                        "tables/curves.csv.gz",
                        "tables/forks.csv.gz",
                        "tables/nulls.csv.gz",
                        "tables/pixels.csv.gz",
                        "tables/replicas.csv.gz");

        var full = Launched.basin(dir, with("--out", "full"));
        assertThat(full.code()).as(full.err()).isZero();
        var before = Files.readString(dir.resolve("full/report.html"));
        report("thin");
        report("full");
        assertThat(dir.resolve("full/report.html")).content().isEqualTo(before);
        var page = Files.readString(dir.resolve("thin/report.html"));
        assertThat(timeless(page)).isEqualTo(timeless(before));
        assertThat(files("thin").filter(file -> file.startsWith("figures/")).toList())
                .hasSizeGreaterThan(15)
                .containsExactlyInAnyOrderElementsOf(files("full")
                        .filter(file -> file.startsWith("figures/"))
                        .toList())
                .allSatisfy(file -> same(file));
        for (var table : List.of("replicas", "curves", "forks", "nulls")) {
            same("tables/" + table + ".parquet");
        }
        assertThat(rows("SELECT count(*) FROM 'thin/tables/pixels.parquet'")).isEqualTo(64);
        assertThat(rows("SELECT count(*) FROM (SELECT * FROM 'thin/tables/pixels.parquet' EXCEPT"
                        + " SELECT * FROM 'full/tables/pixels.parquet')"))
                .isZero();
        assertThat(rows("SELECT count(*) FROM (SELECT * FROM 'thin/tables/parameters.parquet' INTERSECT"
                        + " SELECT * FROM 'full/tables/parameters-seed-1.parquet')"))
                .isEqualTo(64 * 10 + 10 + 20 + 2);

        assertThat(Launched.basin(dir.resolve("thin"), "report", ".").code()).isZero();
        assertThat(dir.resolve("thin/report.html"))
                .as("made once more")
                .content()
                .isEqualTo(page);
    }

    private static void report(String folder) {
        var run = Launched.basin(dir, "report", folder);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("Report: " + folder + "/report.html\n");
        assertThat(run.err()).isEmpty();
    }

    /** But for when it was, and how long it took. */
    private static String timeless(String page) {
        var timeless = page.replaceAll(">(started|seconds)</t[hd]>\\s*<td>[^<]*<", ">$1<");
        assertThat(timeless).isNotEqualTo(page);
        return timeless;
    }

    private static void same(String file) {
        assertThat(dir.resolve("thin").resolve(file))
                .as(file)
                .hasSameBinaryContentAs(dir.resolve("full").resolve(file));
    }

    private static long rows(String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                sql.replace("'thin/", "'" + dir + "/thin/").replace("'full/", "'" + dir + "/full/"))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Stream<String> files(String folder) throws IOException {
        var root = dir.resolve(folder);
        try (var files = Files.walk(root).filter(Files::isRegularFile)) {
            return files.map(file -> root.relativize(file).toString()).toList().stream();
        }
    }

    private static String[] with(String... more) {
        return Stream.of(RUN, more).flatMap(Stream::of).toArray(String[]::new);
    }

    /** As the bundle's launcher starts it, on the JDK that runs the tests. */
    private static Launched bundle(String... arguments) {
        var command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 3>&2 2>/dev/null", "basin"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-XX:TieredStopAtLevel=1",
                "-Dbasin.vectors=off",
                "-Dbasin.terminal=false",
                "-Dbasin.stderr=3",
                "-jar",
                dir.resolve("bundle/basin.jar").toString()));
        command.addAll(List.of(arguments));
        return Launched.end(new ProcessBuilder(command).directory(dir.toFile()));
    }
}
