package org.basinlab.escape;

import static org.basinlab.experiment.Table.Column.doubles;
import static org.basinlab.experiment.Table.Column.longs;
import static org.basinlab.experiment.Table.Column.orNaN;
import static org.basinlab.experiment.Table.Column.words;

import java.util.List;
import org.basinlab.escape.EscapeResults.Rate;
import org.basinlab.escape.EscapeResults.Row;
import org.basinlab.experiment.Table;

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
                        words("method", rows, Row::method),
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
}
