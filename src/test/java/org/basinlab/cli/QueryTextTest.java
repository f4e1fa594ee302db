package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.basinlab.experiment.InputException;
import org.basinlab.run.Json;
import org.junit.jupiter.api.Test;

class QueryTextTest {
    private static final String VALUES = "SELECT * FROM (VALUES (1, 0.1::DOUBLE, 'a,b', true),"
            + " (22, 'nan'::DOUBLE, 'say \"x\"', NULL), (NULL, 1.23456789e-7, NULL, false)) AS t(n, \"Mean R\", w, f)";

    private interface Form {
        void write(ResultSet rows, PrintStream to) throws SQLException;
    }

    @Test
    void aTableLinesUp() throws SQLException {
        assertThat(text(QueryText::table, VALUES)).isEqualToNormalizingNewlines("""
                         n      Mean R  w        f
                         1         0.1  a,b      true
                        22         NaN  say "x"  -
                         -  1.23457E-7  -        false
                        (3 rows)
                        """);
        assertThat(text(QueryText::table, "SELECT 123456789 AS n, 123456.7::DOUBLE AS x, 0::DOUBLE AS z, sum(2) AS s"))
                .isEqualToNormalizingNewlines("""
                                n       x  z  s
                        123456789  123457  0  2
                        (1 row)
                        """);
        assertThat(text(QueryText::table, "SELECT 1 AS n WHERE false")).isEqualToNormalizingNewlines("n\n(0 rows)\n");
    }

    @Test
    void csvIsThatOfTheStandard() throws SQLException {
        assertThat(text(QueryText::csv, VALUES))
                .isEqualTo(
                        "n,Mean R,w,f\r\n1,0.1,\"a,b\",true\r\n22,NaN,\"say \"\"x\"\"\",\r\n,1.23456789E-7,,false\r\n");
    }

    @Test
    void jsonIsAnArrayOfObjects() throws SQLException {
        var rows = Json.mapper().readTree(text(QueryText::json, VALUES));
        assertThat(rows).hasSize(3);
        assertThat(rows.at("/0/Mean R").asDouble()).isEqualTo(0.1);
        assertThat(rows.at("/1/Mean R").isNull()).isTrue();
        assertThat(rows.at("/1/f").isNull()).isTrue();
        assertThat(rows.at("/2/f").asBoolean()).isFalse();
        assertThat(rows.at("/1/w").asString()).isEqualTo("say \"x\"");
        assertThat(rows.at("/1/n").asInt()).isEqualTo(22);
        var nested = Json.mapper()
                .readTree(
                        text(
                                QueryText::json,
                                "SELECT [1, 2] AS l, {'a': 1.5} AS s, DATE '2020-01-02' AS d, 'inf'::DOUBLE AS i, sum(3) AS h"));
        assertThat(nested.get(0).toString())
                .isEqualTo("{\"l\":[1,2],\"s\":{\"a\":1.5},\"d\":\"2020-01-02\",\"i\":null,\"h\":3}");
        assertThat(text(QueryText::json, "SELECT 1 AS n WHERE false")).isEqualTo("[]\n");
        assertThatThrownBy(() -> text(QueryText::json, "SELECT 1 AS a, 2 AS a"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("two columns are called a");
    }

    private static String text(Form form, String sql) throws SQLException {
        var bytes = new ByteArrayOutputStream();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var rows = connection.createStatement().executeQuery(sql);
                var to = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            form.write(rows, to);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
