package org.basinlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

class CsvFileTest {
    private static final double[] DOUBLES = {
        0.1 + 0.2,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MAX_VALUE,
        1e16
    };
    private static final String[] WORDS = {"weight", "", null, "say \"no\"", "a,b", "two\r\nlines", "üλ𝛼 ", "NULL"};

    /** DuckDB takes some of these characters for patterns. */
    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createDirectory(Files.createTempDirectory("csv").resolve("it's [a] *?"));
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        try (var files = Files.walk(folder.getParent())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A row as numbers and words. */
    private record Row(double real, long whole, boolean flag, String word) {}

    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void whatIsReadBackIsWhatWasWritten(@ForAll("rows") List<Row> rows) throws Exception {
        var table = new Table(
                "t",
                List.of(
                        new Column.Doubles(
                                "x \"quoted\", it's",
                                rows.stream().mapToDouble(Row::real).toArray()),
                        new Column.Longs(
                                "n", rows.stream().mapToLong(Row::whole).toArray()),
                        new Column.Flags("f", flags(rows)),
                        new Column.Words("w", rows.stream().map(Row::word).toArray(String[]::new))));
        assertThat(readBack(table)).isEqualTo(cells(table));
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        var doubles = Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble),
                Arbitraries.integers().between(0, DOUBLES.length - 1).map(i -> DOUBLES[i]));
        var words = Arbitraries.oneOf(
                Arbitraries.strings().withChars("a,\"\r\n ü\u2028'").ofMaxLength(6),
                Arbitraries.integers().between(0, WORDS.length - 1).map(i -> WORDS[i]));
        return Combinators.combine(doubles, Arbitraries.longs(), Arbitraries.of(true, false), words)
                .as(Row::new)
                .list()
                .ofMaxSize(20);
    }

    @Example
    void thereIsOneColumnOfWords() throws Exception {
        var table = new Table("t", List.of(new Column.Words("w", WORDS)));
        assertThat(readBack(table)).isEqualTo(cells(table));
    }

    @Example
    void itIsPlainCsv() throws IOException {
        var file = folder.resolve("plain.csv.gz");
        CsvFile.write(
                new Table("t", List.of(new Column.Doubles("x", DOUBLES), new Column.Words("a word", WORDS))), file);
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith(
                            "x,a word\r\n0.30000000000000004,weight\r\n-0.0,\"\"\r\n,\r\nInfinity,\"say \"\"no\"\"\"\r\n")
                    .endsWith("1.0E16,NULL\r\n");
        }
    }

    private static List<List<Object>> readBack(Table table) throws IOException, SQLException {
        var csv = folder.resolve("t.csv.gz");
        var parquet = folder.resolve("t.parquet");
        CsvFile.write(table, csv);
        ParquetFile.convert(CsvFile.of(table, "t.csv.gz"), csv, parquet);
        var direct = folder.resolve("direct.parquet");
        ParquetFile.write(table, direct);
        assertThat(types(parquet)).isEqualTo(types(direct));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var rows = connection.createStatement().executeQuery("SELECT * FROM " + quoted(parquet))) {
            var cells = new ArrayList<List<Object>>();
            while (rows.next()) {
                var row = new ArrayList<>();
                for (var c = 1; c <= table.columns().size(); c++) {
                    var cell = rows.getObject(c);
                    row.add(cell instanceof Double real ? Double.doubleToRawLongBits(real) : cell);
                }
                cells.add(row);
            }
            return cells;
        }
    }

    private static List<List<Object>> cells(Table table) {
        var cells = new ArrayList<List<Object>>();
        for (var r = 0; r < table.rows(); r++) {
            var row = new ArrayList<>();
            for (var column : table.columns()) {
                if (column instanceof Column.Doubles doubles) {
                    var value = doubles.values()[r];
                    row.add(Double.isNaN(value) ? null : Double.doubleToRawLongBits(value));
                } else if (column instanceof Column.Longs longs) {
                    row.add(longs.values()[r]);
                } else if (column instanceof Column.Flags flags) {
                    row.add(flags.values()[r]);
                } else {
                    row.add(((Column.Words) column).values()[r]);
                }
            }
            cells.add(row);
        }
        return cells;
    }

    private static List<String> types(Path parquet) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var rows = connection.createStatement().executeQuery("DESCRIBE SELECT * FROM " + quoted(parquet))) {
            var types = new ArrayList<String>();
            while (rows.next()) {
                types.add(rows.getString(1) + " " + rows.getString(2));
            }
            return types;
        }
    }

    private static String quoted(Path file) {
        return "'" + file.toString().replaceAll("[\\[*?]", "[$0]").replace("'", "''") + "'";
    }

    private static boolean[] flags(List<Row> rows) {
        var flags = new boolean[rows.size()];
        for (var i = 0; i < flags.length; i++) {
            flags[i] = rows.get(i).flag();
        }
        return flags;
    }
}
