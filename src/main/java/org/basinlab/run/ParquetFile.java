package org.basinlab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Tables as Parquet files, written by DuckDB. */
public final class ParquetFile {
    private ParquetFile() {}

    /**
     * Makes sure that tables can be written, before there is one to lose.
     *
     * @throws IOException if DuckDB's native library does not load
     */
    public static void require() throws IOException {
        try {
            DriverManager.getConnection("jdbc:duckdb:").close();
        } catch (SQLException | LinkageError e) {
            throw new IOException(
                    "DuckDB, which writes tables, does not start (" + e + "); let -Djava.io.tmpdir in"
                            + " BASIN_JAVA_OPTS name a folder from which libraries may be loaded",
                    e);
        }
    }

    /**
     * Writes a table; NaN becomes NULL.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Table table, Path file) throws IOException {
        try (var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE content ("
                    + table.columns().stream()
                            .map(column -> quote(column.name()) + " " + type(column))
                            .collect(Collectors.joining(", "))
                    + ")");
            try (var appender = connection.createAppender("main", "content")) {
                for (var row = 0; row < table.rows(); row++) {
                    appender.beginRow();
                    for (var column : table.columns()) {
                        append(appender, column, row);
                    }
                    appender.endRow();
                }
            }
            statement.execute(
                    "COPY content TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd)");
        } catch (SQLException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String type(Column column) {
        if (column instanceof Column.Doubles) {
            return "DOUBLE";
        }
        return column instanceof Column.Longs ? "BIGINT" : "VARCHAR";
    }

    private static void append(DuckDBAppender appender, Column column, int row) throws SQLException {
        if (column instanceof Column.Doubles doubles) {
            var value = doubles.values()[row];
            if (Double.isNaN(value)) {
                appender.appendNull();
            } else {
                appender.append(value);
            }
        } else if (column instanceof Column.Longs longs) {
            appender.append(longs.values()[row]);
        } else if (column instanceof Column.Words words) {
            appender.append(words.values()[row]);
        }
    }
}
