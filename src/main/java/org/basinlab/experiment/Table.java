package org.basinlab.experiment;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * A table in memory, column by column.
 *
 * @param name    the file name it is written under, without extension
 * @param columns of equal length
 */
public record Table(String name, List<Column> columns) {
    public Table {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table " + name + " has no columns");
        }
        var rows = columns.get(0).length();
        for (var column : columns) {
            if (column.length() != rows) {
                throw new IllegalArgumentException("table " + name + ": column " + column.name() + " has "
                        + column.length() + " rows, the first has " + rows);
            }
        }
    }

    /** How many rows it has. */
    public int rows() {
        return columns.get(0).length();
    }

    /** One column. NaN in a column of numbers is written as NULL. */
    public sealed interface Column {
        String name();

        int length();

        /** A number of each row. */
        static <T> Column doubles(String name, List<T> rows, ToDoubleFunction<T> value) {
            return new Doubles(name, rows.stream().mapToDouble(value).toArray());
        }

        /** A whole number of each row. */
        static <T> Column longs(String name, List<T> rows, ToLongFunction<T> value) {
            return new Longs(name, rows.stream().mapToLong(value).toArray());
        }

        /** A word of each row. */
        static <T> Column words(String name, List<T> rows, Function<T, String> value) {
            return new Words(name, rows.stream().map(value).toArray(String[]::new));
        }

        /** A number that a row may lack: NaN for null. */
        static <T> ToDoubleFunction<T> orNaN(Function<T, Double> value) {
            return row -> Objects.requireNonNullElse(value.apply(row), Double.NaN);
        }

        /** Floating-point numbers. */
        record Doubles(String name, double[] values) implements Column {
            @Override
            public int length() {
                return values.length;
            }
        }

        /** Whole numbers. */
        record Longs(String name, long[] values) implements Column {
            @Override
            public int length() {
                return values.length;
            }
        }

        /** Yes or no. */
        record Flags(String name, boolean[] values) implements Column {
            @Override
            public int length() {
                return values.length;
            }
        }

        /** Words; null where there is none. */
        record Words(String name, String[] values) implements Column {
            @Override
            public int length() {
                return values.length;
            }
        }
    }
}
