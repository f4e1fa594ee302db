package org.basinlab.sweep;

import static org.basinlab.experiment.InputException.require;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/**
 * The rows of a query as a table. A column of whole numbers or of yes and no that has a NULL is one of floating-point
 * numbers or of words; NULL is NaN among numbers.
 */
final class QueryTable {
    private QueryTable() {}

    static Table of(ResultSet rows) throws SQLException {
        var names = names(rows);
        var values = new ArrayList<List<Object>>();
        for (var ignored : names) {
            values.add(new ArrayList<>());
        }
        while (rows.next()) {
            for (var c = 0; c < names.size(); c++) {
                values.get(c).add(SqlValue.plain(rows.getObject(c + 1)));
            }
        }
        var columns = new ArrayList<Column>();
        for (var c = 0; c < names.size(); c++) {
            columns.add(column(names.get(c), values.get(c), SqlValue.isNumber(rows.getMetaData(), c + 1)));
        }
        return new Table("query", columns);
    }

    /**
     * The names of the columns.
     *
     * @throws org.basinlab.experiment.InputException if two are the same
     */
    private static List<String> names(ResultSet rows) throws SQLException {
        var names = SqlValue.names(rows.getMetaData());
        var seen = new HashSet<String>();
        for (var name : names) {
            require(seen.add(name), "two columns of the query are called %s: name one with AS", name);
        }
        return names;
    }

    private static Column column(String name, List<Object> values, boolean numbers) {
        var isWhole = !values.isEmpty()
                && values.stream()
                        .allMatch(value -> value instanceof Long || value instanceof Integer || value instanceof Short);
        if (isWhole) {
            return new Column.Longs(
                    name,
                    values.stream()
                            .mapToLong(value -> ((Number) value).longValue())
                            .toArray());
        }
        if (numbers) {
            return new Column.Doubles(
                    name,
                    values.stream()
                            .mapToDouble(value -> value == null ? Double.NaN : ((Number) value).doubleValue())
                            .toArray());
        }
        if (!values.isEmpty() && values.stream().allMatch(Boolean.class::isInstance)) {
            var flags = new boolean[values.size()];
            for (var i = 0; i < flags.length; i++) {
                flags[i] = (Boolean) values.get(i);
            }
            return new Column.Flags(name, flags);
        }
        return new Column.Words(
                name,
                values.stream().map(value -> Objects.toString(value, null)).toArray(String[]::new));
    }
}
