package org.basinlab.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/**
 * A table as gzipped CSV (RFC 4180), and what is to be known to make the same table of it again: a line of names, then
 * a line a row; every double with the digits that give it back to the last bit; nothing for NaN and for no word, a pair
 * of quotes for an empty word.
 *
 * @param name    the table's
 * @param file    where it lies in its run's folder
 * @param columns in order
 */
public record CsvFile(String name, String file, List<Field> columns) {
    private static final String SPECIAL = "\",\r\n";

    public CsvFile {
        columns = List.copyOf(columns);
    }

    /** What a column holds. */
    public enum Type {
        DOUBLE,
        BIGINT,
        BOOLEAN,
        VARCHAR;

        static Type of(Column column) {
            if (column instanceof Column.Doubles) {
                return DOUBLE;
            }
            if (column instanceof Column.Flags) {
                return BOOLEAN;
            }
            return column instanceof Column.Longs ? BIGINT : VARCHAR;
        }
    }

    /** A column. */
    public record Field(String name, Type type) {}

    /** What a table is to be known by when it lies in a file. */
    public static CsvFile of(Table table, String file) {
        return new CsvFile(
                table.name(),
                file,
                table.columns().stream()
                        .map(column -> new Field(column.name(), Type.of(column)))
                        .toList());
    }

    /**
     * Writes a table.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Table table, Path file) throws IOException {
        try (var to = new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            var between = "";
            for (var column : table.columns()) {
                to.write(between);
                word(column.name(), to);
                between = ",";
            }
            to.write("\r\n");
            for (var row = 0; row < table.rows(); row++) {
                between = "";
                for (var column : table.columns()) {
                    to.write(between);
                    cell(column, row, to);
                    between = ",";
                }
                to.write("\r\n");
            }
        }
    }

    private static void cell(Column column, int row, Writer to) throws IOException {
        if (column instanceof Column.Doubles doubles) {
            var value = doubles.values()[row];
            to.write(Double.isNaN(value) ? "" : Double.toString(value));
        } else if (column instanceof Column.Longs longs) {
            to.write(Long.toString(longs.values()[row]));
        } else if (column instanceof Column.Flags flags) {
            to.write(Boolean.toString(flags.values()[row]));
        } else if (column instanceof Column.Words words && words.values()[row] != null) {
            word(words.values()[row], to);
        }
    }

    private static void word(String word, Writer to) throws IOException {
        var plain = !word.isEmpty() && word.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
        to.write(plain ? word : '"' + word.replace("\"", "\"\"") + '"');
    }
}
