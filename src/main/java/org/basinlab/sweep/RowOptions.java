package org.basinlab.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.basinlab.experiment.Config;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/**
 * The part's table: every option of a run, then what the experiment found, then the run's digest. An option is a column
 * of numbers where every run of the plan has a number there, else of words.
 */
final class RowOptions<C extends Config> {
    private enum Kind {
        WHOLE,
        NUMBER,
        WORD
    }

    private final Map<String, Kind> kinds;
    private final OptionReader<C> reader;

    private RowOptions(Map<String, Kind> kinds, OptionReader<C> reader) {
        this.kinds = kinds;
        this.reader = reader;
    }

    /**
     * For the rows of a plan.
     *
     * @param points the options of each of its points
     */
    static <C extends Config> RowOptions<C> of(List<Map<String, Object>> points, OptionReader<C> reader) {
        var kinds = new LinkedHashMap<String, Kind>();
        for (var point : points) {
            point.forEach((option, value) -> kinds.merge(option, kind(value), RowOptions::wider));
        }
        for (var point : points) {
            kinds.replaceAll((option, kind) -> point.containsKey(option) ? kind : Kind.WORD);
        }
        return new RowOptions<>(kinds, reader);
    }

    /** The rows of a batch. */
    Table rows(Batch<C> batch, Table found) {
        if (found.rows() != batch.runs().size()) {
            throw new IllegalStateException(found.name() + ": " + found.rows() + " rows for "
                    + batch.runs().size() + " runs");
        }
        var options = batch.configs().stream().map(reader::options).toList();
        var columns = new ArrayList<Column>();
        kinds.forEach((option, kind) -> columns.add(column(
                option, kind, options.stream().map(run -> run.get(option)).toList())));
        columns.addAll(found.columns());
        columns.add(new Column.Words(
                SweepFolder.DIGEST, batch.runs().stream().map(Run::digest).toArray(String[]::new)));
        var names = new HashSet<String>();
        for (var column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalStateException(found.name() + " has a column " + column.name() + " beside the option");
            }
        }
        return new Table("part", columns);
    }

    private static Column column(String name, Kind kind, List<Object> values) {
        return switch (kind) {
            case WHOLE ->
                new Column.Longs(
                        name,
                        values.stream()
                                .mapToLong(value -> ((Number) value).longValue())
                                .toArray());
            case NUMBER ->
                new Column.Doubles(
                        name,
                        values.stream()
                                .mapToDouble(value -> ((Number) value).doubleValue())
                                .toArray());
            case WORD ->
                new Column.Words(
                        name,
                        values.stream()
                                .map(value -> Objects.toString(value, null))
                                .toArray(String[]::new));
        };
    }

    private static Kind kind(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return Kind.WHOLE;
        }
        return value instanceof Number ? Kind.NUMBER : Kind.WORD;
    }

    private static Kind wider(Kind one, Kind other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
