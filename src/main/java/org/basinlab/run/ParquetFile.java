package org.basinlab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Tables as Parquet files, written by DuckDB. */
public final class ParquetFile {
    /** Known once it has: what is loaded stays. */
    private static volatile boolean starts;

    private ParquetFile() {}

    /**
     * Makes sure that tables can be written, before there is one to lose.
     *
     * @throws IOException if DuckDB's native library does not load
     */
    public static void require() throws IOException {
        if (starts) {
            return;
        }
        try {
            DriverManager.getConnection("jdbc:duckdb:").close();
            starts = true;
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
        write(table, file, Map.of());
    }

    /**
     * Writes a table and, beside it in the file, what is to be known of it; NaN becomes NULL.
     *
     * @param notes texts by their names, which are words of letters and underscores
     * @throws IOException if it cannot be written
     */
    public static void write(Table table, Path file, Map<String, String> notes) throws IOException {
        try (var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE content ("
                    + table.columns().stream()
                            .map(column -> quote(column.name()) + " " + CsvFile.Type.of(column))
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
            statement.execute("COPY content TO " + text(file.toString())
                    + " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false" + metadata(notes) + ")");
        } catch (SQLException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes a Parquet file of a table in CSV: the same as of the table itself.
     *
     * @param csv  the columns that it must have
     * @param from the CSV file
     * @throws IOException if it is not such a table, or nothing can be written
     */
    public static void convert(CsvFile csv, Path from, Path to) throws IOException {
        var columns = csv.columns().stream()
                .map(column -> text(column.name()) + ": " + text(column.type().name()))
                .collect(Collectors.joining(", ", "{", "}"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            // On one thread, as the rows were appended: their order is then that of the file.
            statement.execute("SET threads = 1");
            statement.execute(
                    "COPY (SELECT * FROM read_csv(" + text(noPattern(from.toString())) + ", columns = " + columns
                            + ", auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
                            + " allow_quoted_nulls = false, compression = 'gzip', new_line = '\\r\\n')) TO "
                            + text(to.toString()) + " (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false)");
        } catch (SQLException e) {
            throw new IOException(from + ": " + e.getMessage(), e);
        }
    }

    /** DuckDB takes these characters of a path for patterns. */
    private static String noPattern(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }

    private static String metadata(Map<String, String> notes) {
        return notes.isEmpty()
                ? ""
                : notes.entrySet().stream()
                        .map(note -> quote(note.getKey()) + ": " + text(note.getValue()))
                        .collect(Collectors.joining(", ", ", KV_METADATA {", "}"));
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
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
        } else if (column instanceof Column.Flags flags) {
            appender.append(flags.values()[row]);
        } else if (column instanceof Column.Words words) {
            if (words.values()[row] == null) {
                appender.appendNull();
            } else {
                appender.append(words.values()[row]);
            }
        }
    }
}
