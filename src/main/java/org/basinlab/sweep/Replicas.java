package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.basinlab.experiment.InputException;
import org.basinlab.run.Json;
import org.basinlab.run.ParquetFile;

/**
 * The finished rows of a sweep as the view {@code replicas} of a database in memory. The parts are only read: a
 * statement that is no SELECT is refused.
 */
public final class Replicas implements AutoCloseable {
    private final Path folder;
    private final Connection connection;

    private Replicas(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** What is made of the rows of a query, while they are read. */
    public interface Reading<T> {
        /** Reads the rows. */
        T of(ResultSet rows) throws SQLException;
    }

    /**
     * The rows that a folder holds now.
     *
     * @throws InputException if there is no finished part yet, or one is damaged
     */
    public static Replicas in(Path folder) {
        var parts = SweepFolder.parts(folder, new LocalDisk());
        require(!parts.isEmpty(), "%s has no finished rows yet: ask again when a batch is done", folder);
        return of(folder, parts);
    }

    /** The rows of some parts; at least one. */
    static Replicas of(Path folder, List<Path> parts) {
        try {
            ParquetFile.require();
            var replicas = new Replicas(folder, DriverManager.getConnection("jdbc:duckdb:"));
            replicas.view(parts);
            return replicas;
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (SQLException e) {
            throw new InputException(folder + ": " + message(e), e);
        }
    }

    /**
     * Runs a query.
     *
     * @param sql     one SELECT, or what DuckDB takes for one, such as {@code SUMMARIZE replicas}
     * @param reading given the rows
     * @throws InputException if it is no such thing, or DuckDB refuses it
     */
    public <T> T select(String sql, Reading<T> reading) {
        try {
            requireSelect(sql);
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw new InputException("SQL: " + message(e), e);
        }
    }

    /**
     * Copies all rows into a database.
     *
     * @param database a file that is not there yet
     * @return how many
     */
    long copyTo(Path database) throws IOException {
        try (var statement = connection.createStatement()) {
            statement.execute("ATTACH " + text(database.toString()) + " AS copy");
            statement.execute("CREATE TABLE copy.replicas AS SELECT * FROM replicas");
            statement.execute("DETACH copy");
            return select("SELECT count(*) FROM replicas", rows -> {
                rows.next();
                return rows.getLong(1);
            });
        } catch (SQLException e) {
            throw new IOException(message(e), e);
        }
    }

    /** Tells every row's digest and part. */
    void digests(BiConsumer<String, Path> row) {
        select("SELECT " + SweepFolder.DIGEST + ", filename FROM placed", rows -> {
            while (rows.next()) {
                row.accept(rows.getString(1), Path.of(rows.getString(2)));
            }
            return null;
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(folder + ": " + e.getMessage(), e);
        }
    }

    private void view(List<Path> parts) throws SQLException {
        // By name, not by pattern: exactly those whose digests were right.
        var files = parts.stream()
                .map(part -> text(literally(part.toString())))
                .collect(Collectors.joining(", ", "read_parquet([", "], union_by_name = true"));
        try (var statement = connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("CREATE VIEW replicas AS SELECT * FROM " + files + ")");
            statement.execute("CREATE VIEW placed AS SELECT * FROM " + files + ", filename = true)");
        }
    }

    /** DuckDB's own parser says what a text is. */
    private void requireSelect(String sql) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT json_serialize_sql(CAST(? AS VARCHAR))")) {
            statement.setString(1, sql);
            try (var rows = statement.executeQuery()) {
                rows.next();
                var parsed = Json.mapper().readTree(rows.getString(1));
                var readable = !parsed.path("error_type").asString("").equals("not implemented");
                require(
                        readable,
                        "only SELECT is allowed here, for the rows of a sweep are never changed: got %s",
                        sql);
                require(
                        !parsed.path("error").asBoolean(),
                        "SQL: %s",
                        parsed.path("error_message").asString(""));
                require(parsed.path("statements").size() == 1, "give one SELECT, got: %s", sql);
            }
        }
    }

    /** A path as a pattern that matches it alone. */
    private static String literally(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** DuckDB's message without what it puts around it: the statement, and that the query was not successful. */
    private static String message(SQLException e) {
        var message = String.valueOf(e.getMessage());
        var inner = message.indexOf("\nError: ");
        var own = inner < 0 ? message : message.substring(inner + "\nError: ".length());
        var line = own.indexOf("\n\nLINE ");
        return (line < 0 ? own : own.substring(0, line)).strip();
    }
}
