package org.basinlab.escape;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.basinlab.escape.EscapeResults.Rate;
import org.basinlab.escape.EscapeResults.Row;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/** The rows of an escape run as tables. */
final class EscapeTables {
    private EscapeTables() {}

    static List<Table> of(EscapeResults results) {
        return List.of(rows(results.rows()), rates(results.rates()));
    }

    private static Table rows(List<Row> rows) {
        return new Table(
                "escape",
                List.of(
                        doubles("temperature", rows, Row::temperature),
                        longs("steps", rows, Row::steps),
                        new Column.Words(
                                "method", rows.stream().map(Row::method).toArray(String[]::new)),
                        doubles("at_end", rows, Row::atEnd),
                        doubles("ever", rows, Row::ever),
                        doubles(
                                "ci95_low",
                                rows,
                                row -> row.ci95() == null
                                        ? Double.NaN
                                        : row.ci95().low()),
                        doubles(
                                "ci95_high",
                                rows,
                                row -> row.ci95() == null
                                        ? Double.NaN
                                        : row.ci95().high()),
                        doubles("error", rows, orNaN(Row::error))));
    }

    private static Table rates(List<Rate> rates) {
        return new Table(
                "rates",
                List.of(
                        doubles("temperature", rates, Rate::temperature),
                        doubles("rate_first_passage", rates, orNaN(Rate::rateFirstPassage)),
                        doubles("rate_first_passage_error", rates, orNaN(Rate::rateFirstPassageError)),
                        doubles("rate_eigenvalue", rates, orNaN(Rate::rateEigenvalue)),
                        doubles("rate_eigenvalue_error", rates, orNaN(Rate::rateEigenvalueError))));
    }

    private static <T> ToDoubleFunction<T> orNaN(Function<T, Double> value) {
        return row -> value.apply(row) == null ? Double.NaN : value.apply(row);
    }

    private static <T> Column doubles(String name, List<T> rows, ToDoubleFunction<T> value) {
        return new Column.Doubles(name, rows.stream().mapToDouble(value).toArray());
    }

    private static <T> Column longs(String name, List<T> rows, ToLongFunction<T> value) {
        return new Column.Longs(name, rows.stream().mapToLong(value).toArray());
    }
}
