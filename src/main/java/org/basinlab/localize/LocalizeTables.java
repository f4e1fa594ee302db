package org.basinlab.localize;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.network.NetworkSpec;

/** The data behind the numbers. */
final class LocalizeTables {
    private LocalizeTables() {}

    /** A row a parameter of one replica. */
    static Table parameters(ReplicaRun.Outcome outcome, NetworkSpec spec) {
        var sets = new ParameterSets(spec);
        var sizes = outcome.sizes();
        var seed = outcome.replica().seed();
        return new Table(
                "parameters-seed-" + seed,
                List.of(
                        longs("seed", spec, p -> seed),
                        words("layer", spec, p -> sets.isHidden(p) ? "hidden" : "output"),
                        words("kind", spec, p -> sets.isWeight(p) ? "weight" : "bias"),
                        longs("input", spec, sets::input),
                        longs("unit", spec, sets::unit),
                        new Column.Doubles("a", sizes.a()),
                        new Column.Doubles("b", sizes.b()),
                        new Column.Doubles("r", sizes.r()),
                        new Column.Doubles("c", sizes.c()),
                        new Column.Doubles("d", sizes.d()),
                        new Column.Doubles("q", sizes.q())));
    }

    private static Column longs(String name, NetworkSpec spec, IntToLongFunction value) {
        return new Column.Longs(
                name, IntStream.range(0, spec.parameterCount()).mapToLong(value).toArray());
    }

    private static Column words(String name, NetworkSpec spec, IntFunction<String> word) {
        return new Column.Words(
                name, IntStream.range(0, spec.parameterCount()).mapToObj(word).toArray(String[]::new));
    }
}
