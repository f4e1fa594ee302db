package org.basinlab.entropy;

import static org.basinlab.experiment.Table.Column.doubles;
import static org.basinlab.experiment.Table.Column.longs;
import static org.basinlab.experiment.Table.Column.orNaN;
import static org.basinlab.experiment.Table.Column.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.entropy.EntropyResults.Nonlinear;
import org.basinlab.entropy.EntropyResults.Row;
import org.basinlab.experiment.Table;

/** A run as tables. */
final class EntropyTables {
    private EntropyTables() {}

    static List<Table> of(EntropyResults results) {
        var tables = new ArrayList<Table>();
        tables.add(rows(results.rows()));
        if (results.epsilon() != null && !results.epsilon().rows().isEmpty()) {
            tables.add(epsilon(results.epsilon().rows()));
        }
        if (results.continuous() != null) {
            tables.add(corners(results.continuous().polygons()));
            tables.add(saturating(results.continuous().nonlinear()));
        }
        return tables;
    }

    /** Every joint state with its probabilities. */
    static Table laws(Course course) {
        var space = course.start().space();
        var states = IntStream.range(0, space.size()).boxed().toList();
        var columns = new ArrayList<Table.Column>();
        for (var v = 0; v < space.variables().size(); v++) {
            var variable = v;
            var names = space.variables().get(v).states();
            columns.add(words(space.variables().get(v).name(), states, s -> names.get(space.digit(s, variable))));
        }
        columns.add(doubles("p_start", states, course.start()::of));
        columns.add(doubles("p_next", states, course.next()::of));
        columns.add(doubles("p_decorrelated", states, course.decorrelated()::of));
        columns.add(doubles("p_decorrelated_next", states, course.decorrelatedNext()::of));
        return new Table("laws", columns);
    }

    private static Table rows(List<Row> rows) {
        return new Table(
                "rows",
                List.of(
                        longs("step", rows, Row::step),
                        doubles("next", rows, Row::next),
                        doubles("decorrelated_next", rows, Row::decorrelatedNext),
                        doubles("strength", rows, Row::strength),
                        doubles("adjusted_strength", rows, Row::adjustedStrength),
                        doubles("a", rows, Row::a),
                        doubles("b", rows, Row::b),
                        doubles("mutual_information", rows, Row::mutualInformation),
                        doubles("decorrelated_mutual_information", rows, orNaN(Row::decorrelatedMutualInformation)),
                        doubles("noise", rows, Row::noise),
                        doubles("loss", rows, Row::loss),
                        doubles("decorrelated_noise", rows, Row::decorrelatedNoise),
                        doubles("decorrelated_loss", rows, Row::decorrelatedLoss)));
    }

    private static Table epsilon(List<EpsilonFamily.Row> rows) {
        return new Table(
                "epsilon",
                List.of(
                        doubles("epsilon", rows, EpsilonFamily.Row::epsilon),
                        doubles("start", rows, EpsilonFamily.Row::start),
                        doubles("adjusted_strength", rows, EpsilonFamily.Row::adjustedStrength),
                        doubles("ratio", rows, EpsilonFamily.Row::ratio)));
    }

    private record Corner(int step, int corner, double thermostat, double room) {}

    private static Table corners(List<EntropyResults.Polygon> polygons) {
        var corners = new ArrayList<Corner>();
        for (var polygon : polygons) {
            for (var c = 0; c < polygon.corners().size(); c++) {
                var at = polygon.corners().get(c);
                corners.add(new Corner(polygon.step(), c, at.thermostat(), at.room()));
            }
        }
        return new Table(
                "corners",
                List.of(
                        longs("step", corners, Corner::step),
                        longs("corner", corners, Corner::corner),
                        doubles("thermostat", corners, Corner::thermostat),
                        doubles("room", corners, Corner::room)));
    }

    private static Table saturating(List<Nonlinear> rows) {
        return new Table(
                "saturating",
                List.of(
                        doubles("weight", rows, Nonlinear::weight),
                        doubles("gain", rows, Nonlinear::gain),
                        doubles("exact", rows, Nonlinear::exact),
                        doubles("mean", rows, Nonlinear::mean),
                        doubles("standard_error", rows, Nonlinear::standardError)));
    }
}
