package org.basinlab.localize;

import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.network.NetworkSpec;

/** The data behind the numbers: a row a parameter and replica. */
final class LocalizeTables {
    private LocalizeTables() {}

    static List<Table> of(List<ReplicaRun.Outcome> outcomes, NetworkSpec spec) {
        var whole = outcomes.stream().filter(o -> o.sizes() != null).toList();
        if (whole.isEmpty()) {
            return List.of();
        }
        var sets = new ParameterSets(spec);
        var each = spec.parameterCount();
        var rows = whole.size() * each;
        var seeds = new long[rows];
        for (var i = 0; i < rows; i++) {
            seeds[i] = whole.get(i / each).replica().seed();
        }
        return List.of(new Table(
                "parameters",
                List.of(
                        new Column.Longs("seed", seeds),
                        words("layer", rows, i -> sets.isHidden(i % each) ? "hidden" : "output"),
                        words("kind", rows, i -> sets.isWeight(i % each) ? "weight" : "bias"),
                        new Column.Longs(
                                "input",
                                IntStream.range(0, rows)
                                        .mapToLong(i -> sets.input(i % each))
                                        .toArray()),
                        new Column.Longs(
                                "unit",
                                IntStream.range(0, rows)
                                        .mapToLong(i -> sets.unit(i % each))
                                        .toArray()),
                        numbers("a", whole, each, (s, p) -> s.a()[p]),
                        numbers("b", whole, each, (s, p) -> s.b()[p]),
                        numbers("r", whole, each, (s, p) -> s.r()[p]),
                        numbers("c", whole, each, (s, p) -> s.c()[p]),
                        numbers("d", whole, each, (s, p) -> s.d()[p]),
                        numbers("q", whole, each, (s, p) -> s.q()[p]))));
    }

    private interface Pick {
        double of(RelativeSizes sizes, int parameter);
    }

    private static Column numbers(String name, List<ReplicaRun.Outcome> whole, int each, Pick pick) {
        return new Column.Doubles(
                name,
                IntStream.range(0, whole.size() * each)
                        .mapToDouble(i -> pick.of(whole.get(i / each).sizes(), i % each))
                        .toArray());
    }

    private static Column words(String name, int rows, java.util.function.IntFunction<String> word) {
        return new Column.Words(name, IntStream.range(0, rows).mapToObj(word).toArray(String[]::new));
    }
}
