package org.basinlab.experiment;

import java.util.List;

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
