package org.basinlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.sweep.SweepFolder.Start;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final Pool POOL = new Pool(2, 3, "auto", null);

    @TempDir
    Path dir;

    private final Noise noise = new Noise();

    @Test
    void everyRunIsARowWithItsOptionsAndNumbers() {
        var result = run(noise, Start.NEW, Noise.request("1..5", "rate=0.1,0.2", "size=10,all"));
        assertThat(result.rows()).isEqualTo(20);
        assertThat(result.finishedEarlier()).isZero();
        assertThat(rows("SELECT rate, kind, size, seed, number, odd FROM replicas ORDER BY ALL"))
                .isEqualTo(expected(Noise.request("1..5", "rate=0.1,0.2", "size=10,all")));
        var types = SweepFolder.table(dir, "SELECT column_type FROM (DESCRIBE replicas)");
        assertThat(((Table.Column.Words) types.columns().get(0)).values())
                .containsExactly("DOUBLE", "VARCHAR", "VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "VARCHAR");
    }

    @Test
    void goesOnWhereItEnded() throws IOException {
        var request = Noise.request("1..9");
        assertThatThrownBy(() -> run(new Noise("8"), Start.NEW, request, new Pool(1, 3, "auto", null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("seed 8 fails")
                .hasMessageContaining("kept in " + dir)
                .hasMessageContaining("--resume");
        assertThat(rows("SELECT seed FROM replicas ORDER BY seed")).containsExactly("1", "2", "3", "4", "5", "6");
        var part = Files.getLastModifiedTime(anyPart());
        Files.writeString(dir.resolve("parts/" + "0".repeat(64) + ".parquet.tmp"), "half a part");
        Files.writeString(dir.resolve("sweep.yaml.tmp"), "half");

        var result = run(noise, Start.RESUME, request);
        assertThat(result.finishedEarlier()).isEqualTo(6);
        assertThat(noise.made).as("nothing is made again").hasSize(3);
        assertThat(rows("SELECT count(*), count(DISTINCT config_digest) FROM replicas"))
                .containsExactly("9 9");
        assertThat(Files.getLastModifiedTime(anyPart())).isEqualTo(part);
        assertThat(files()).allMatch(name -> !name.endsWith(".tmp") && !name.equals(".lock"));
        assertThat(Files.readString(dir.resolve("provenance.json"))).contains("\"commit\"", "\"resumed\"", "of a");
    }

    @Test
    void growsByWhatIsAskedForNow() {
        run(noise, Start.NEW, Noise.request("1..4", "rate=0.1,0.2", "size=10"));
        var result = run(noise, Start.RESUME, Noise.request("1..5", "rate=0.2,0.3", "size=10,all"));
        assertThat(result.rows()).isEqualTo(20);
        assertThat(result.finishedEarlier()).isEqualTo(4);
        assertThat(result.otherRows()).isEqualTo(4);
        assertThat(noise.made).hasSize(24);
        assertThat(noise.made.values()).containsOnly(1);
        assertThat(rows("SELECT count(*), count(DISTINCT config_digest), count(size) FROM replicas"))
                .containsExactly("24 24 24");
        assertThat(run(noise, Start.RESUME, Noise.request("1..5", "rate=0.2,0.3", "size=10,all"))
                        .batches())
                .isZero();
    }

    @Test
    void pointsMadeElsewhereAreSweptOverAndKept() {
        var points = List.of(Map.of("rate", "0.5"), Map.of("kind", "b", "rate", "0.25"));
        var request = SweepRequest.of("noise", points, Seeds.of(1, 2), "auto");
        assertThat(run(noise, Start.NEW, request).rows()).isEqualTo(4);
        var kept = SweepFile.read(SweepFolder.request(dir));
        assertThat(kept.points()).isEqualTo(points);
        assertThat(kept.words()).containsEntry("seeds", "1..2").containsEntry("experiment", "noise");
    }

    @Test
    void whatWasAskedCanBeAskedAgain() {
        var over = List.of(Axis.parse("rate=log:0.1:1:2"), Axis.parse("kind=a,b;c,d"), Axis.parse("size=5"));
        var request = new SweepRequest("noise", over, List.of(), Seeds.parse("1,3..4"), 7, 9, "auto");
        run(noise, Start.NEW, request);
        var kept = SweepFile.read(SweepFolder.request(dir));
        assertThat(kept.over()).isEqualTo(over);
        assertThat(kept.words())
                .isEqualTo(
                        Map.of("experiment", "noise", "seeds", "1,3..4", "random", "7", "seed", "9", "engine", "auto"));
    }

    @Test
    void aSettingsFileIsReadAsAPersonWritesIt() throws IOException {
        var file = Files.writeString(
                dir.resolve("s.yaml"),
                "over:\n  digits: [\"1,7:6,8\"]\n  learning-rate: 0.1,0.2\n  hidden: 100\nseeds: [1, 2]\nthreads: 2\n");
        var read = SweepFile.read(file);
        assertThat(read.over())
                .containsExactly(
                        Axis.listing("digits", List.of("1,7:6,8")),
                        Axis.parse("learning_rate=0.1,0.2"),
                        Axis.parse("hidden=100"));
        assertThat(read.words()).isEqualTo(Map.of("seeds", "1,2", "threads", "2"));
        for (var bad :
                List.of("sedes: 1", "over: [1]", "over: {a: {b: 1}}", "seeds: {a: 1}", "points: 3", "hidden: 5")) {
            Files.writeString(file, bad);
            assertThatThrownBy(() -> SweepFile.read(file))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(file + ": ")
                    .hasMessageMatching("[^\\n]+");
        }
    }

    @Test
    void aFolderWithRowsIsOnlyGoneOnWithOnRequest() throws IOException {
        var request = Noise.request("1..2");
        refused("there is no sweep in " + dir.resolve("none"), dir.resolve("none"), Start.RESUME, request);
        run(noise, Start.NEW, request);
        refused("add --resume", dir, Start.NEW, request);
        var own = Files.createDirectory(dir.resolve("own"));
        Files.writeString(own.resolve("thesis.tex"), "precious");
        refused("is no sweep's folder, for it holds thesis.tex", own, Start.NEW, request);
        refused("is no sweep's folder", own, Start.RESUME, request);
        refused("is a file", own.resolve("thesis.tex"), Start.NEW, request);
        refused("cannot write", Path.of("/dev/null/x"), Start.NEW, request);
        assertThat(own.toFile().list()).containsExactly("thesis.tex");
    }

    @Test
    void oneProcessAtATimeWrites() {
        try (var folder = SweepFolder.begin(dir, Start.NEW, new LocalDisk())) {
            folder.keepRequest("experiment: noise\n");
            refused("another process is writing", dir, Start.NEW, Noise.request("1"));
        }
        assertThat(run(noise, Start.NEW, Noise.request("1")).rows()).isOne();
    }

    @Test
    void everyDamageIsNoticedAndCostsOnePart() throws IOException {
        var request = Noise.request("1..12", "rate=0.1,0.2");
        run(noise, Start.NEW, request);
        var before = rows("SELECT * FROM replicas ORDER BY ALL");
        var part = anyPart();
        var whole = Files.readAllBytes(part);
        var random = new Random(1);
        for (var i = 0; i < 24; i++) {
            var bit = whole.clone();
            bit[random.nextInt(bit.length)] ^= (byte) (1 << random.nextInt(8));
            damaged(part, bit, request);
        }
        damaged(part, Arrays.copyOf(whole, whole.length / 2), request);
        damaged(part, Arrays.copyOf(whole, whole.length - 1), request);
        damaged(part, Arrays.copyOf(whole, whole.length + 1), request);
        damaged(part, new byte[0], request);
        damaged(part, new byte[whole.length], request);
        Files.write(part, whole);
        Files.copy(part, dir.resolve("parts/mine.parquet"));
        refused("mine.parquet is damaged", dir, Start.RESUME, request);
        Files.delete(dir.resolve("parts/mine.parquet"));
        Files.copy(part, dir.resolve("parts/" + "0".repeat(64) + ".parquet"));
        refused("hold the same row", dir, Start.RESUME, request);
        Files.delete(dir.resolve("parts/" + "0".repeat(64) + ".parquet"));

        Files.delete(part);
        noise.made.clear();
        run(noise, Start.RESUME, request);
        assertThat(noise.made).hasSize(3);
        assertThat(rows("SELECT * FROM replicas ORDER BY ALL")).isEqualTo(before);
    }

    @Test
    void aFailureStopsTheOthers() {
        var slow = new Noise("1");
        assertThatThrownBy(() -> run(slow, Start.NEW, Noise.request("1..3000"), new Pool(2, 1, "auto", null)))
                .hasMessageContaining("seed 1 fails");
        assertThat(slow.made.size()).isLessThan(300);
    }

    private void damaged(Path part, byte[] content, SweepRequest request) throws IOException {
        Files.write(part, content);
        refused(part + " is damaged", dir, Start.RESUME, request);
        assertThatThrownBy(() -> SweepFolder.table(dir, "SELECT 1"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("delete it and go on with --resume");
    }

    private void refused(String named, Path folder, Start start, SweepRequest request) {
        var sweep = new Sweep<>(noise, noise);
        assertThatThrownBy(() -> sweep.run(sweep.plan(request), folder, start, POOL, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named)
                .hasMessageMatching("[^\\n]+");
    }

    private SweepResult run(Noise experiment, Start start, SweepRequest request) {
        return run(experiment, start, request, POOL);
    }

    private SweepResult run(Noise experiment, Start start, SweepRequest request, Pool pool) {
        var sweep = new Sweep<>(experiment, experiment);
        return sweep.run(sweep.plan(request), dir, start, pool, Progress.NONE);
    }

    private List<String> expected(SweepRequest request) {
        return new Sweep<>(noise, noise)
                .plan(request).runs().stream()
                        .map(Run::config)
                        .map(run -> String.join(
                                " ",
                                String.valueOf(run.rate()),
                                run.kind(),
                                run.size(),
                                String.valueOf(run.seed()),
                                String.valueOf(run.number()),
                                String.valueOf(run.seed() % 2 != 0)))
                        .sorted()
                        .toList();
    }

    private List<String> rows(String sql) {
        return Rows.of(dir, sql);
    }

    private Path anyPart() throws IOException {
        try (var parts = Files.list(dir.resolve("parts"))) {
            return parts.filter(PartFile::isRead).sorted().findFirst().orElseThrow();
        }
    }

    private List<String> files() throws IOException {
        try (var all = Files.walk(dir)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
