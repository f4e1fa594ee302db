package org.basinlab.optimizing;

import static org.basinlab.experiment.Table.Column.doubles;
import static org.basinlab.experiment.Table.Column.longs;
import static org.basinlab.experiment.Table.Column.orNaN;
import static org.basinlab.experiment.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.causal.Moment;
import org.basinlab.causal.OpCourse;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.optimizing.OpResults.SystemRow;

/** The course and the comparison of systems as tables. */
final class OpTables {
    private OpTables() {}

    static List<Table> of(OpConfig config, OpCourse course, List<SystemRow> systems) {
        return List.of(course(config, course.moments()), systems(systems));
    }

    private static Table course(OpConfig config, List<Moment> moments) {
        var columns = new ArrayList<Column>();
        columns.add(longs("step", moments, Moment::step));
        columns.add(doubles("time", moments, Moment::time));
        var variables = config.stepping().system().variables();
        for (var i = 0; i < variables.size(); i++) {
            var place = i;
            columns.add(doubles(variables.get(i), moments, m -> m.state()[place]));
        }
        var to = config.question().to();
        for (var i = 0; i < to.size(); i++) {
            var place = i;
            columns.add(doubles(
                    "op_" + to.get(i), moments, m -> m.comps().get(place).op()));
            columns.add(longs(
                    "sign_" + to.get(i), moments, m -> m.comps().get(place).sign()));
            columns.add(doubles(
                    "log_free_" + to.get(i), moments, m -> m.comps().get(place).logFree()));
            columns.add(doubles(
                    "log_frozen_" + to.get(i),
                    moments,
                    m -> m.comps().get(place).logFrozen()));
        }
        return new Table("op", columns);
    }

    private static Table systems(List<SystemRow> rows) {
        return new Table(
                "systems",
                List.of(
                        words("system", rows, SystemRow::system),
                        words("frozen", rows, SystemRow::frozen),
                        words("from", rows, SystemRow::from),
                        words("to", rows, SystemRow::to),
                        doubles("time", rows, SystemRow::time),
                        doubles("op", rows, orNaN(SystemRow::op)),
                        doubles("rate", rows, orNaN(SystemRow::rate)),
                        doubles("rate_error", rows, orNaN(SystemRow::rateError)),
                        doubles("predicted", rows, orNaN(SystemRow::predicted))));
    }
}
