package org.basinlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.basinlab.experiment.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {
    @TempDir
    Path dir;

    @Test
    void anyReaderFindsTheSameNumbers() throws Exception {
        var file = dir.resolve("it's a table.parquet");
        ParquetFile.write(
                new Table(
                        "t",
                        List.of(
                                new Table.Column.Doubles("x \"quoted\"", new double[] {Math.PI, Double.NaN, -0.0}),
                                new Table.Column.Longs("n", new long[] {Long.MIN_VALUE, 0, 7}),
                                new Table.Column.Flags("f", new boolean[] {true, false, true}),
                                new Table.Column.Words("w", new String[] {"weight", "ü", null}))),
                file,
                Map.of("note", "it's"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT * FROM '" + file.toString().replace("'", "''") + "'")) {
            assertThat(rows.getMetaData().getColumnName(1)).isEqualTo("x \"quoted\"");
            rows.next();
            assertThat(rows.getDouble(1)).isEqualTo(Math.PI);
            assertThat(rows.getLong(2)).isEqualTo(Long.MIN_VALUE);
            rows.next();
            assertThat(rows.getObject(1)).isNull();
            assertThat(rows.getObject(3)).isEqualTo(false);
            assertThat(rows.getString(4)).isEqualTo("ü");
            rows.next();
            assertThat(rows.getLong(2)).isEqualTo(7);
            assertThat(rows.getObject(4)).isNull();
            assertThat(rows.next()).isFalse();
        }
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var notes = connection
                        .createStatement()
                        .executeQuery("SELECT decode(value) FROM parquet_kv_metadata('"
                                + file.toString().replace("'", "''") + "')")) {
            notes.next();
            assertThat(notes.getString(1)).isEqualTo("it's");
        }
    }
}
