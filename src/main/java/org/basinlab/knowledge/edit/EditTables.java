package org.basinlab.knowledge.edit;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.stats.Interval;

/** The tables of {@link EditStudy}. */
final class EditTables {
    private EditTables() {}

    private record Row(Change change, Level level) {
        Concentration concentration() {
            return change.at(level);
        }
    }

    /** Every replica, twin, checkpoint and level; and every cell of the grid. */
    static List<Table> of(List<Replica> replicas, EditResult result) {
        var rows = replicas.stream()
                .flatMap(r -> r.changes().stream())
                .flatMap(c -> Arrays.stream(Level.values()).map(level -> new Row(c, level)))
                .toList();
        var changes = new Table(
                "edit-changes",
                List.of(
                        Column.longs("seed", rows, r -> r.change.seed()),
                        Column.words("twin", rows, r -> r.change.twin().toString()),
                        Column.longs("datapoints", rows, r -> r.change.datapoints()),
                        Column.words("level", rows, r -> r.level.toString()),
                        Column.doubles(
                                "participation", rows, r -> r.concentration().participation()),
                        Column.doubles("gini", rows, r -> r.concentration().gini()),
                        Column.doubles("top", rows, r -> r.concentration().top()),
                        Column.doubles("size", rows, r -> r.change.size()),
                        Column.doubles("in_stroke", rows, r -> r.change.inStroke()),
                        Column.doubles("in_eye", rows, r -> r.change.inEye())));
        var cells = result.grid();
        var grid = new Table(
                "edit-grid",
                List.of(
                        Column.words("activation", cells, EditResult.Cell::activation),
                        Column.longs("hidden", cells, EditResult.Cell::hidden),
                        Column.words("edit", cells, EditResult.Cell::edit),
                        Column.words("level", cells, EditResult.Cell::level),
                        Column.doubles("log_ratio", cells, c -> c.logRatio().mean()),
                        Column.doubles("low", cells, c -> end(c.logRatio().ci95(), Interval::low)),
                        Column.doubles("high", cells, c -> end(c.logRatio().ci95(), Interval::high)),
                        Column.doubles("structured", cells, EditResult.Cell::structured),
                        Column.doubles("scattered", cells, EditResult.Cell::scattered),
                        Column.doubles("accuracy", cells, EditResult.Cell::accuracy),
                        Column.longs("diverged", cells, EditResult.Cell::diverged)));
        return List.of(changes, grid);
    }

    private static double end(Interval interval, ToDoubleFunction<Interval> end) {
        return interval == null ? Double.NaN : end.applyAsDouble(interval);
    }
}
