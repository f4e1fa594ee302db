package org.basinlab.knowledge.leaveout;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Left;

/** Every replica's numbers. */
final class LeaveOutTables {
    private LeaveOutTables() {}

    private record Of(Replica replica, Left left, Told.OfElement told) {}

    private record Score(Of of, Predictor predictor, Level level) {}

    private record Cell(Replica replica, Left tally, Left without, double spearman) {}

    /** What each predictor tells at each level; what the tally tells besides; each tally against each absence. */
    static List<Table> of(List<Replica> replicas, List<Left> elements) {
        var rows = new ArrayList<Of>();
        var scores = new ArrayList<Score>();
        var cells = new ArrayList<Cell>();
        for (var replica : replicas) {
            var classes = replica.classes().elements();
            for (var e = 0; e < elements.size(); e++) {
                rows.add(new Of(replica, elements.get(e), e < classes.size() ? classes.get(e) : replica.stroke()));
            }
            for (var k = 0; k < classes.size(); k++) {
                for (var l = 0; l < classes.size(); l++) {
                    cells.add(new Cell(
                            replica,
                            elements.get(k),
                            elements.get(l),
                            replica.classes().matrix()[k][l]));
                }
            }
        }
        for (var row : rows) {
            for (var predictor : Predictor.values()) {
                for (var level : Level.values()) {
                    scores.add(new Score(row, predictor, level));
                }
            }
        }
        return List.of(
                new Table(
                        "leave_out_predictors",
                        List.of(
                                Column.longs(
                                        "seed", scores, s -> s.of().replica().seed()),
                                Column.words(
                                        "element", scores, s -> s.of().left().name()),
                                Column.words("kind", scores, s -> s.of().left().kind()),
                                Column.words(
                                        "predictor", scores, s -> s.predictor().toString()),
                                Column.words("level", scores, s -> s.level().toString()),
                                Column.doubles(
                                        "spearman", scores, s -> s.of().told().spearman(s.predictor(), s.level())),
                                Column.doubles(
                                        "pearson", scores, s -> s.of().told().pearson(s.predictor(), s.level())))),
                new Table(
                        "leave_out_tally",
                        List.of(
                                Column.longs("seed", rows, r -> r.replica().seed()),
                                Column.words("element", rows, r -> r.left().name()),
                                Column.words("kind", rows, r -> r.left().kind()),
                                Column.doubles(
                                        "given_total", rows, r -> r.told().partial()),
                                Column.doubles(
                                        "given_total_and_fisher",
                                        rows,
                                        r -> r.told().partialToo()),
                                Column.doubles(
                                        "given_input", rows, r -> r.told().partialInput()),
                                Column.doubles("relative", rows, r -> r.told().relative()),
                                Column.doubles("lift", rows, r -> r.told().lift()),
                                Column.doubles(
                                        "energy_by_share", rows, r -> r.told().byShare()[Told.TENTH]))),
                new Table(
                        "leave_out_matrix",
                        List.of(
                                Column.longs("seed", cells, c -> c.replica().seed()),
                                Column.words("tally", cells, c -> c.tally().name()),
                                Column.words("without", cells, c -> c.without().name()),
                                Column.doubles("spearman", cells, Cell::spearman))));
    }
}
