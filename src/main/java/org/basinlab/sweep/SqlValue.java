package org.basinlab.sweep;

import java.math.BigInteger;
import java.sql.Array;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;

/** What a query returns, as plain values: numbers, booleans, words, lists and maps of them, and null. */
public final class SqlValue {
    private static final List<String> NUMBERS =
            List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "REAL");

    private SqlValue() {}

    /** A value; sums of whole numbers, which are of a wider type, become longs where they fit. */
    public static Object plain(Object value) throws SQLException {
        if (value instanceof BigInteger whole) {
            return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value instanceof Float single ? (Object) single.doubleValue() : value;
        }
        if (value instanceof Array array) {
            var items = new ArrayList<Object>();
            for (var item : (Object[]) array.getArray()) {
                items.add(plain(item));
            }
            return items;
        }
        if (value instanceof DuckDBStruct struct) {
            return plain(struct.getMap());
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, Object>();
            for (var entry : map.entrySet()) {
                plain.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
            }
            return plain;
        }
        return value.toString();
    }

    /** The names of a query's columns. */
    public static List<String> names(ResultSetMetaData columns) throws SQLException {
        var names = new ArrayList<String>();
        for (var c = 1; c <= columns.getColumnCount(); c++) {
            names.add(columns.getColumnLabel(c));
        }
        return names;
    }

    /** Whether a column, counted from 1, is one of numbers. */
    public static boolean isNumber(ResultSetMetaData columns, int column) throws SQLException {
        var type = columns.getColumnTypeName(column);
        return NUMBERS.contains(type)
                || NUMBERS.contains(type.substring(Math.min(1, type.length())))
                || type.startsWith("DECIMAL") && !type.endsWith("[]");
    }
}
