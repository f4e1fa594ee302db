package org.basinlab.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.basinlab.experiment.InputException;
import org.basinlab.run.Json;
import org.basinlab.sweep.SqlValue;
import tools.jackson.databind.SerializationFeature;

/** The rows of a query as text. Every row, and every column. */
final class QueryText {
    private static final MathContext SIX = new MathContext(6);
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e15;

    private QueryText() {}

    /** One JSON array, an object and a line for each row. */
    static void json(ResultSet rows, PrintStream to) throws SQLException {
        var names = SqlValue.names(rows.getMetaData());
        var seen = new HashSet<String>();
        for (var name : names) {
            InputException.require(seen.add(name), "two columns are called %s: name one otherwise with AS", name);
        }
        var writer = Json.mapper().writer().without(SerializationFeature.INDENT_OUTPUT);
        var between = "[";
        while (rows.next()) {
            var object = new LinkedHashMap<String, Object>();
            for (var c = 0; c < names.size(); c++) {
                object.put(names.get(c), SqlValue.plain(rows.getObject(c + 1)));
            }
            to.print(between + "\n" + writer.writeValueAsString(object));
            between = ",";
        }
        to.print(between.equals("[") ? "[]\n" : "\n]\n");
    }

    /** RFC 4180, with a line of names; NULL is empty. */
    static void csv(ResultSet rows, PrintStream to) throws SQLException {
        var names = SqlValue.names(rows.getMetaData());
        to.print(names.stream().map(QueryText::field).collect(Collectors.joining(",", "", "\r\n")));
        while (rows.next()) {
            var fields = new ArrayList<String>();
            for (var c = 1; c <= names.size(); c++) {
                var value = SqlValue.plain(rows.getObject(c));
                fields.add(value == null ? "" : field(value.toString()));
            }
            to.print(String.join(",", fields) + "\r\n");
        }
    }

    /** Columns lined up, numbers to the right and rounded. */
    static void table(ResultSet rows, PrintStream to) throws SQLException {
        var columns = rows.getMetaData();
        var names = SqlValue.names(columns);
        var lines = new ArrayList<List<String>>();
        lines.add(names);
        while (rows.next()) {
            var line = new ArrayList<String>();
            for (var c = 1; c <= names.size(); c++) {
                line.add(cell(SqlValue.plain(rows.getObject(c))));
            }
            lines.add(line);
        }
        var widths = new int[names.size()];
        for (var line : lines) {
            for (var c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], line.get(c).length());
            }
        }
        for (var line : lines) {
            var text = new StringBuilder();
            for (var c = 0; c < names.size(); c++) {
                var pad = " ".repeat(widths[c] - line.get(c).length());
                text.append(c == 0 ? "" : "  ");
                text.append(SqlValue.isNumber(columns, c + 1) ? pad + line.get(c) : line.get(c) + pad);
            }
            to.println(text.toString().stripTrailing());
        }
        to.println(lines.size() == 2 ? "(1 row)" : "(" + (lines.size() - 1) + " rows)");
    }

    private static String cell(Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return rounded(number);
        }
        return value.toString().replaceAll("\\R", " ");
    }

    private static String rounded(double number) {
        var size = Math.abs(number);
        var six = new BigDecimal(number).round(SIX);
        return size == 0 || size >= LEAST_PLAIN && size < MOST_PLAIN
                ? six.stripTrailingZeros().toPlainString()
                : String.valueOf(six.doubleValue());
    }

    private static String field(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
