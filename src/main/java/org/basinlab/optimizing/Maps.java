package org.basinlab.optimizing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.causal.Basins;
import org.basinlab.causal.OpMap;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.optimizing.OpResults.Along;
import org.basinlab.optimizing.OpResults.Landscape;

/** Maps as numbers: a few, and all. */
final class Maps {
    private Maps() {}

    static Landscape summary(OpMap map) {
        var defined = Arrays.stream(map.op()).filter(Double::isFinite).toArray();
        var points = map.op().length;
        var negative = 0;
        for (var sign : map.sign()) {
            negative += sign < 0 ? 1 : 0;
        }
        var basins = Basins.of(map);
        Arrays.sort(defined);
        return new Landscape(
                map.node(),
                defined.length == 0 ? null : defined[0],
                defined.length == 0 ? null : defined[defined.length / 2],
                defined.length == 0 ? null : defined[defined.length - 1],
                1 - (double) defined.length / points,
                (double) negative / points,
                basins.shares().size(),
                basins.shares().stream().mapToDouble(s -> s).sum(),
                basins.shares().isEmpty() ? 0 : basins.shares().get(0),
                integrals(map));
    }

    /**
     * Of 1 - Comp over the starts of n, by the trapezoid rule, at each value of the other axis; none where Comp passes infinity
     * on the way, for there is no such integral.
     */
    static List<Along> integrals(OpMap map) {
        var along = map.x().name().equals(map.from()) ? map.x() : map.y().name().equals(map.from()) ? map.y() : null;
        if (along == null) {
            return List.of();
        }
        var other = along == map.x() ? map.y() : map.x();
        var columns = map.x().range().points();
        var integrals = new ArrayList<Along>();
        for (var k = 0; k < other.range().points(); k++) {
            var sum = 0.0;
            for (var i = 0; i + 1 < along.range().points(); i++) {
                var here = along == map.x() ? k * columns + i : i * columns + k;
                var next = along == map.x() ? here + 1 : here + columns;
                if (map.passesInfinity(here, next)) {
                    sum = Double.NaN;
                }
                var width = along.range().at(i + 1) - along.range().at(i);
                sum += width * (2 - map.comp(here) - map.comp(next)) / 2;
            }
            integrals.add(new Along(other.range().at(k), Comparison.finite(sum)));
        }
        return integrals;
    }

    static Table table(OpMap map) {
        var points = map.op().length;
        var columns = map.x().range().points();
        var x = new double[points];
        var y = new double[points];
        var comp = new double[points];
        for (var p = 0; p < points; p++) {
            x[p] = map.x().range().at(p % columns);
            y[p] = map.y().range().at(p / columns);
            comp[p] = map.comp(p);
        }
        return new Table(
                "map-" + map.node(),
                List.of(
                        new Column.Doubles(map.x().name(), x),
                        new Column.Doubles(map.y().name(), y),
                        new Column.Doubles("op", map.op()),
                        new Column.Doubles("comp", comp)));
    }
}
