package org.basinlab.current;

import static org.basinlab.experiment.Table.Column.doubles;
import static org.basinlab.experiment.Table.Column.orNaN;
import static org.basinlab.experiment.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/** A run of the probability current as tables. */
final class CurrentTables {
    private static final int DENSITIES = 25;

    private CurrentTables() {}

    static List<Table> of(ProbabilityCurrent.Course course, CurrentResults results) {
        var tables = new ArrayList<Table>();
        tables.add(states(results));
        tables.add(densities(course.looks()));
        if (!results.escapeErrors().isEmpty()) {
            tables.add(escapes(results.escapeErrors()));
            tables.add(rates(results.rateErrors()));
        }
        return tables;
    }

    /** How a mean, a deviation and an escape at a time were found. */
    private record Row(double time, String method, double mean, double sd, Double escaped) {}

    private static Table states(CurrentResults results) {
        var rows = new ArrayList<Row>();
        results.states().forEach(s -> rows.add(new Row(s.time(), "equation", s.mean(), s.sd(), s.escaped())));
        results.walkers().forEach(s -> rows.add(new Row(s.time(), "walkers", s.mean(), s.sd(), s.escaped())));
        results.operator().forEach(s -> rows.add(new Row(s.time(), "operator", s.mean(), s.sd(), s.escaped())));
        return new Table(
                "states",
                List.of(
                        doubles("time", rows, Row::time),
                        words("method", rows, Row::method),
                        doubles("mean", rows, Row::mean),
                        doubles("sd", rows, Row::sd),
                        doubles("escaped", rows, orNaN(Row::escaped))));
    }

    /** A cell of a density: rho through its lower face. */
    private record Cell(double time, double low, double high, double density, double current) {}

    /** Of so many looks that the table does not grow with their number. */
    private static Table densities(List<Snapshot> looks) {
        var cells = new ArrayList<Cell>();
        for (var k : Picks.of(looks.size(), DENSITIES)) {
            var look = looks.get(k);
            var faces = look.mesh().faces();
            var density = look.density();
            var current = look.current();
            for (var i = 0; i < density.length; i++) {
                cells.add(new Cell(look.state().time(), faces[i], faces[i + 1], density[i], current[i]));
            }
        }
        return new Table(
                "densities",
                List.of(
                        doubles("time", cells, Cell::time),
                        doubles("w_low", cells, Cell::low),
                        doubles("w_high", cells, Cell::high),
                        doubles("density", cells, Cell::density),
                        doubles("current_at_low", cells, Cell::current)));
    }

    private static Table escapes(List<CurrentResults.EscapeError> rows) {
        return new Table(
                "pit-escapes",
                List.of(
                        doubles("temperature", rows, CurrentResults.EscapeError::temperature),
                        words("convention", rows, row -> row.convention().toString()),
                        new Column.Longs(
                                "steps",
                                rows.stream()
                                        .mapToLong(CurrentResults.EscapeError::steps)
                                        .toArray()),
                        doubles("escaped", rows, CurrentResults.EscapeError::escaped),
                        doubles("error", rows, CurrentResults.EscapeError::error),
                        doubles("sgd", rows, CurrentResults.EscapeError::sgd),
                        doubles("ratio", rows, CurrentResults.EscapeError::ratio)));
    }

    private static Table rates(List<CurrentResults.RateError> rows) {
        return new Table(
                "pit-rates",
                List.of(
                        doubles("temperature", rows, CurrentResults.RateError::temperature),
                        words("convention", rows, row -> row.convention().toString()),
                        doubles("rate", rows, orNaN(CurrentResults.RateError::rate)),
                        doubles("sgd", rows, CurrentResults.RateError::sgd),
                        doubles("ratio", rows, orNaN(CurrentResults.RateError::ratio))));
    }
}
