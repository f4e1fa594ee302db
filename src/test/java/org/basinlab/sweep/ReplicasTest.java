package org.basinlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table.Column;
import org.basinlab.sweep.SweepFolder.Start;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicasTest {
    @TempDir
    Path dir;

    @Test
    void aFolderIsReadWhateverItIsCalled() {
        sweep("sweep", "1..9");
        sweep("s[w]*e?p's", "1..3");
        assertThat(Rows.of(dir.resolve("s[w]*e?p's"), "SELECT seed FROM replicas ORDER BY 1"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void aQueryIsATable() {
        sweep("s", "1..3");
        var table = SweepFolder.table(
                dir.resolve("s"),
                "SELECT sum(seed) AS total, avg(rate), bool_or(odd), kind, count(*) FILTER (false) * NULL AS gap"
                        + " FROM replicas GROUP BY kind");
        assertThat(table.columns().stream().map(Column::name))
                .containsExactly("total", "avg(rate)", "bool_or(odd)", "kind", "gap");
        assertThat(((Column.Longs) table.columns().get(0)).values()).containsExactly(6);
        assertThat(((Column.Doubles) table.columns().get(1)).values()).containsExactly(1);
        assertThat(((Column.Flags) table.columns().get(2)).values()).containsExactly(true);
        assertThat(((Column.Words) table.columns().get(3)).values()).containsExactly("a");
        assertThat(((Column.Doubles) table.columns().get(4)).values()).containsExactly(Double.NaN);
        assertThat(SweepFolder.table(dir.resolve("s"), "SELECT seed FROM replicas WHERE false")
                        .rows())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY replicas TO 'out.csv'",
                "CREATE TABLE t AS SELECT 1",
                "DROP VIEW replicas",
                "ATTACH 'out.duckdb'",
                "EXPORT DATABASE 'out'",
                "SET threads = 1",
                "SELECT 1; COPY replicas TO 'out.csv'",
                "INSERT INTO replicas VALUES (1)",
            })
    void onlyReads(String sql) {
        sweep("s", "1");
        refused("only SELECT", sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELEC 1 | syntax error at or near \"SELEC\"",
                "SELECT nope FROM replicas | \"nope\" not found",
                "SELECT 'x'::INTEGER FROM replicas | Could not convert",
                "SELECT 1; SELECT 2 | give one SELECT",
                "'' | give one SELECT",
                "SELECT 1 AS a, 2 AS a | two columns of the query are called a",
            })
    void saysWhatIsWrong(String sql, String named) {
        sweep("s", "1");
        refused(named, sql);
    }

    @Test
    void thereMustBeRows() throws IOException {
        assertThatThrownBy(() -> Replicas.in(dir.resolve("none")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> Replicas.in(dir))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not the folder of a sweep");
        Files.createDirectory(dir.resolve("parts"));
        Files.writeString(dir.resolve("parts/x.parquet.tmp"), "unfinished");
        assertThatThrownBy(() -> Replicas.in(dir))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no finished rows yet");
    }

    @Test
    void exportsADatabase() throws Exception {
        sweep("s", "1..7");
        var file = dir.resolve("it's.duckdb");
        assertThat(DatabaseFile.export(dir.resolve("s"), file)).isEqualTo(7);
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(DISTINCT config_digest), (SELECT table_type FROM"
                                + " information_schema.tables WHERE table_name = 'replicas') FROM replicas")) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(7);
            assertThat(rows.getString(2)).isEqualTo("BASE TABLE");
        }
        var content = Files.readAllBytes(file);
        assertThatThrownBy(() -> DatabaseFile.export(dir.resolve("s"), file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not overwritten");
        assertThat(file).hasBinaryContent(content);
        assertThatThrownBy(() -> DatabaseFile.export(dir.resolve("s"), dir.resolve("none/x.duckdb")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot write")
                .hasMessageMatching("[^\\n]+");
        assertThat(dir.toFile().list()).containsExactlyInAnyOrder("s", "it's.duckdb");
    }

    private void refused(String named, String sql) {
        var before = dir.resolve("s").toFile().list();
        assertThatThrownBy(() -> SweepFolder.table(dir.resolve("s"), sql))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named);
        assertThat(dir.resolve("s").toFile().list()).isEqualTo(before);
    }

    private void sweep(String name, String seeds) {
        var noise = new Noise();
        var sweep = new Sweep<>(noise, noise);
        sweep.run(
                sweep.plan(Noise.request(seeds)),
                dir.resolve(name),
                Start.NEW,
                new Pool(1, 2, "auto", null),
                Progress.NONE);
    }
}
