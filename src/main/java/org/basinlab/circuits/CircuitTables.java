package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/** The weights of a circuit, and how it did on each kind of inputs. */
public final class CircuitTables {
    private record Weight(int layer, int unit, int input, double weight) {}

    private CircuitTables() {}

    /** All of them. */
    public static List<Table> of(CircuitConfig config, CircuitResult result) {
        return List.of(weights(config.design().circuit(24)), tried(result), forms(result));
    }

    /** Those that are not zero; a bias is the weight of input -1. */
    private static Table weights(Circuit circuit) {
        var all = new ArrayList<Weight>();
        for (var l = 0; l < circuit.layers().size(); l++) {
            for (var j = 0; j < circuit.layers().get(l).size(); j++) {
                var layer = l;
                var place = j;
                var unit = circuit.layers().get(l).get(j);
                unit.weights().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(w -> all.add(new Weight(layer, place, w.getKey(), w.getValue())));
                if (Math.abs(unit.bias()) > 0) {
                    all.add(new Weight(layer, place, -1, unit.bias()));
                }
            }
        }
        return new Table(
                "weights",
                List.of(
                        Column.longs("layer", all, Weight::layer),
                        Column.longs("unit", all, Weight::unit),
                        Column.longs("input", all, Weight::input),
                        Column.doubles("weight", all, Weight::weight)));
    }

    private static Table tried(CircuitResult result) {
        var rows = result.tried();
        return new Table(
                "tried",
                List.of(
                        Column.words("inputs", rows, Tried::inputs),
                        Column.words("precision", rows, Tried::precision),
                        Column.longs("vectors", rows, Tried::vectors),
                        Column.longs("outside", rows, Tried::outside),
                        Column.doubles("max_error", rows, Tried::maxError),
                        Column.doubles("error_bound", rows, Tried::errorBound),
                        Column.doubles("max_error_ulps", rows, Tried::maxErrorUlps),
                        Column.doubles("error_bound_ulps", rows, Tried::errorBoundUlps)));
    }

    private static Table forms(CircuitResult result) {
        var rows = result.forms();
        return new Table(
                "forms",
                List.of(
                        Column.words("form", rows, CircuitResult.FormRow::form),
                        Column.longs("relus", rows, CircuitResult.FormRow::relus),
                        Column.words("carry", rows, CircuitResult.FormRow::carry),
                        Column.longs("depth", rows, CircuitResult.FormRow::depth),
                        Column.longs("width", rows, CircuitResult.FormRow::width),
                        Column.longs("units", rows, CircuitResult.FormRow::units),
                        Column.longs("parameters", rows, CircuitResult.FormRow::parameters),
                        Column.longs("nonzero", rows, CircuitResult.FormRow::nonzero),
                        Column.doubles("max_error", rows, CircuitResult.FormRow::maxError),
                        Column.doubles("error_bound", rows, CircuitResult.FormRow::errorBound),
                        Column.doubles("error_bound_ulps", rows, CircuitResult.FormRow::errorBoundUlps)));
    }
}
