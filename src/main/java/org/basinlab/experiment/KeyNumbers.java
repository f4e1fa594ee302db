package org.basinlab.experiment;

import java.util.Arrays;
import java.util.List;

/**
 * A small table for people: on the console and in the report.
 *
 * @param title   what it is about
 * @param columns the heading of each column; the first is the rows' names
 * @param rows    each as long as {@code columns}; a cell is text or a number, null for none
 */
public record KeyNumbers(String title, List<String> columns, List<List<Object>> rows) {
    public KeyNumbers {
        columns = List.copyOf(columns);
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(title + ": " + row + " does not fit " + columns);
            }
        }
    }

    /** A row. */
    public static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }
}
