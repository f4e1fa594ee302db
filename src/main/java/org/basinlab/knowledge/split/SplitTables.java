package org.basinlab.knowledge.split;

import java.util.List;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.knowledge.split.SplitResult.LevelSplit;
import org.basinlab.knowledge.split.SplitResult.Moment;

/** The tables of {@link SplitStudy}. */
final class SplitTables {
    private SplitTables() {}

    private record Row(String family, Moment moment, LevelSplit split) {}

    /** Every split, and every network at the end of its training. */
    static List<Table> of(SplitResult result, List<Cell> cells) {
        var rows = result.families().stream()
                .flatMap(f ->
                        f.moments().stream().flatMap(m -> m.levels().stream().map(l -> new Row(f.family(), m, l))))
                .toList();
        return List.of(splits(rows), networks(cells));
    }

    private static Table splits(List<Row> rows) {
        return new Table(
                "split",
                List.of(
                        Column.words("family", rows, Row::family),
                        Column.longs("datapoints", rows, r -> r.moment().datapoints()),
                        Column.words("level", rows, r -> r.split().level()),
                        Column.longs("starts", rows, r -> r.moment().starts()),
                        Column.doubles("start_variance", rows, r -> r.split().startVariance()),
                        Column.doubles("data_variance", rows, r -> r.split().dataVariance()),
                        Column.doubles("rest_variance", rows, r -> r.split().restVariance()),
                        Column.doubles("data_of_both", rows, r -> r.split().dataOfBoth()),
                        Column.doubles(
                                "jackknife", rows, r -> r.split().jackknife().mean()),
                        Column.doubles("same_start", rows, r -> r.split().sameStart()),
                        Column.doubles("same_data", rows, r -> r.split().sameData()),
                        Column.doubles("neither", rows, r -> r.split().neither()),
                        Column.doubles("moved", rows, r -> r.split().moved()),
                        Column.doubles("kept", rows, r -> r.moment().kept())));
    }

    private static Table networks(List<Cell> cells) {
        return new Table(
                "split_networks",
                List.of(
                        Column.words("family", cells, Cell::family),
                        Column.longs("seed", cells, Cell::seed),
                        Column.words("data_set", cells, Cell::dataSet),
                        Column.doubles("accuracy", cells, Cell::accuracy),
                        Column.doubles("moved", cells, Cell::moved),
                        Column.doubles("kept", cells, Cell::kept)));
    }
}
