package org.basinlab.knowledge.match;

import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;

/** The tables of {@link MatchStudy}: every replica's numbers. */
final class MatchTables {
    private MatchTables() {}

    private record Matched(Replica replica, Other other, Method method) {
        Scores scores() {
            return replica.cases().get(other).get(method);
        }
    }

    private record Told(Replica replica, Reading label, Method method) {
        Carried carried() {
            return replica.carried().get(label).get(method);
        }
    }

    static List<Table> of(List<Replica> replicas) {
        var matched = replicas.stream()
                .flatMap(r -> Arrays.stream(Other.values())
                        .flatMap(o -> Arrays.stream(Method.values()).map(m -> new Matched(r, o, m))))
                .toList();
        var told = replicas.stream()
                .flatMap(r -> Arrays.stream(Reading.values())
                        .flatMap(l -> Replica.CARRIERS.stream().map(m -> new Told(r, l, m))))
                .toList();
        return List.of(
                new Table(
                        "match-units",
                        List.of(
                                Column.longs("seed", matched, m -> m.replica().seed()),
                                Column.words("other", matched, m -> m.other().toString()),
                                Column.words("method", matched, m -> m.method().toString()),
                                Column.doubles(
                                        "damage", matched, m -> m.scores().damage()),
                                Column.doubles(
                                        "damage_ranks", matched, m -> m.scores().rank()),
                                Column.doubles(
                                        "accuracy_lost",
                                        matched,
                                        m -> m.scores().accuracy()),
                                Column.doubles(
                                        "activations", matched, m -> m.scores().activations()))),
                new Table(
                        "match-labels",
                        List.of(
                                Column.longs("seed", told, t -> t.replica().seed()),
                                Column.words("label", told, t -> t.label().toString()),
                                Column.words("method", told, t -> t.method().toString()),
                                Column.doubles(
                                        "precision", told, t -> t.carried().precision()),
                                Column.doubles("chance", told, t -> t.carried().chance()),
                                Column.doubles(
                                        "weighted", told, t -> t.carried().weighted()),
                                Column.doubles(
                                        "weighted_chance",
                                        told,
                                        t -> t.carried().weightedChance()))),
                new Table(
                        "match-blocks",
                        List.of(
                                Column.longs("seed", replicas, Replica::seed),
                                Column.doubles(
                                        "weights", replicas, r -> r.blocks().weights()),
                                Column.doubles(
                                        "weights_random",
                                        replicas,
                                        r -> r.blocks().random()),
                                Column.doubles(
                                        "as_units", replicas, r -> r.blocks().asUnits()),
                                Column.doubles(
                                        "same_place", replicas, r -> r.blocks().samePlace()),
                                Column.doubles(
                                        "twin_damage", replicas, r -> r.checks().twinDamage()),
                                Column.doubles(
                                        "twin_recovered",
                                        replicas,
                                        r -> r.checks().recovered()),
                                Column.doubles(
                                        "shuffled_damage",
                                        replicas,
                                        r -> r.checks().shuffledDamage()))));
    }
}
