package org.basinlab.inner;

import static org.basinlab.experiment.KeyNumbers.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/** Op of the mechanisms, for people and as a table. */
final class OpWords {
    private OpWords() {}

    /** How many questions of a kind were asked of a kind of mechanism, and where the search was seen. */
    static KeyNumbers numbers(List<OpSeen> all) {
        var kinds = all.stream().collect(Collectors.groupingBy(OpWords::kind, LinkedHashMap::new, Collectors.toList()));
        return new KeyNumbers(
                "Does Op see it? (A, the search, frozen; medians in nats; seen: half of a change or more is taken away, and a"
                        + " broken search takes less)",
                List.of("mechanism", "m", "change of n", "asked", "seen", "least", "most"),
                kinds.values().stream()
                        .map(asked -> row(
                                asked.get(0).part(),
                                asked.get(0).to(),
                                size(asked.get(0)),
                                asked.size(),
                                asked.stream().filter(OpSeen::seen).count(),
                                nats(asked, false),
                                nats(asked, true)))
                        .toList());
    }

    private static List<String> kind(OpSeen o) {
        return List.of(o.part(), o.to(), size(o));
    }

    private static String size(OpSeen o) {
        return o.delta() > 0 ? "finite" : "derivative";
    }

    /** The least or greatest median. Numbers that are none are told in words: all of a change removed, or made. */
    private static Object nats(List<OpSeen> asked, boolean most) {
        var medians = asked.stream()
                .mapToDouble(OpSeen::intact)
                .filter(op -> !Double.isNaN(op))
                .sorted()
                .toArray();
        if (medians.length == 0) {
            return "no change";
        }
        var op = medians[most ? medians.length - 1 : 0];
        return Double.isInfinite(op) ? (op > 0 ? "all removed" : "all made") : (Object) op;
    }

    static Table table(List<OpSeen> all) {
        return new Table(
                "op",
                List.of(
                        Column.words("part", all, OpSeen::part),
                        Column.words("mechanism", all, OpSeen::mechanism),
                        Column.words("from", all, OpSeen::from),
                        Column.words("to", all, OpSeen::to),
                        Column.words("frozen", all, OpSeen::frozen),
                        Column.doubles("delta", all, OpSeen::delta),
                        Column.doubles("intact", all, OpSeen::intact),
                        Column.doubles("broken", all, OpSeen::broken),
                        Column.doubles("removed", all, OpSeen::removed),
                        Column.doubles("undefined", all, OpSeen::undefined),
                        Column.words("breaking", all, OpSeen::breaking),
                        Column.longs("seen", all, o -> o.seen() ? 1 : 0)));
    }
}
