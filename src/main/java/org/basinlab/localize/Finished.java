package org.basinlab.localize;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept of replicas that have ended, in whatever order they do: of each the numbers and the learning curve,
 * and of one with each activation, that of the least seed that did not diverge, everything, to be drawn.
 */
final class Finished {
    private static final Comparator<ReplicaRun.Outcome> SEED =
            Comparator.comparingLong(outcome -> outcome.replica().seed());

    private final List<String> activations;
    private final Map<Integer, Map<Long, ReplicaRun.Outcome>> small = new TreeMap<>();
    private final Map<Integer, ReplicaRun.Outcome> whole = new TreeMap<>();

    /** For these activations, in order. */
    Finished(List<String> activations) {
        this.activations = activations;
    }

    void add(ReplicaRun.Outcome outcome) {
        var replica = outcome.replica();
        var activation = activations.indexOf(replica.activation());
        small.computeIfAbsent(activation, a -> new TreeMap<>())
                .put(replica.seed(), new ReplicaRun.Outcome(replica, null, null, null, outcome.curve(), null));
        if (!replica.diverged()) {
            whole.merge(activation, outcome, (one, other) -> SEED.compare(one, other) <= 0 ? one : other);
        }
    }

    /** Every replica with its learning curve, activation by activation, in order of seed. */
    List<ReplicaRun.Outcome> all() {
        return small.values().stream()
                .flatMap(bySeed -> bySeed.values().stream())
                .toList();
    }

    /** One for each activation, whole. */
    List<ReplicaRun.Outcome> toDraw() {
        return List.copyOf(whole.values());
    }
}
