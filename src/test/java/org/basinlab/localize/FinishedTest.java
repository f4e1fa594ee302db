package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FinishedTest {
    @Test
    void theOrderOfArrivalDoesNotMatter() {
        var outcomes = new ArrayList<>(List.of(
                outcome(MadeUpReplica.seed(-3).activation("softplus").build()),
                outcome(MadeUpReplica.seed(9).activation("softplus").build()),
                outcome(MadeUpReplica.seed(10).activation("softplus").build()),
                outcome(MadeUpReplica.diverged(9, "relu")),
                outcome(MadeUpReplica.seed(10).activation("relu").build()),
                outcome(MadeUpReplica.seed(11).activation("relu").build())));
        var random = new Random(1);
        for (var order = 0; order < 30; order++) {
            Collections.shuffle(outcomes, random);
            var finished = new Finished(List.of("softplus", "relu"));
            outcomes.forEach(finished::add);
            assertThat(names(finished.all()))
                    .containsExactly("softplus -3", "softplus 9", "softplus 10", "relu 9", "relu 10", "relu 11");
            assertThat(names(finished.toDraw()))
                    .as("of each activation the least seed that did not diverge")
                    .containsExactly("softplus -3", "relu 10");
        }
    }

    @Test
    void onlyWhatIsDrawnIsKeptWhole() {
        var finished = new Finished(List.of("softplus"));
        finished.add(outcome(MadeUpReplica.seed(2).build()));
        finished.add(outcome(MadeUpReplica.seed(1).build()));
        assertThat(finished.all())
                .allMatch(outcome -> outcome.sizes() == null && outcome.nulls() == null && outcome.curve() != null);
        assertThat(finished.toDraw())
                .singleElement()
                .matches(outcome -> outcome.sizes() != null && outcome.nulls() != null);
    }

    @Test
    void withEveryReplicaDivergedNothingIsDrawn() {
        var finished = new Finished(List.of("softplus"));
        finished.add(outcome(MadeUpReplica.diverged(1, "softplus")));
        assertThat(finished.all()).hasSize(1);
        assertThat(finished.toDraw()).isEmpty();
    }

    private static List<String> names(List<ReplicaRun.Outcome> outcomes) {
        return outcomes.stream()
                .map(o -> o.replica().activation() + " " + o.replica().seed())
                .toList();
    }

    private static ReplicaRun.Outcome outcome(Replica replica) {
        if (replica.diverged()) {
            return new ReplicaRun.Outcome(replica, null, null, null, null, null);
        }
        return new ReplicaRun.Outcome(
                replica,
                null,
                Drawn.sizes(new double[1], new double[1]),
                null,
                new LearningCurve(List.of(), replica.learning()),
                new ReplicaRun.Draws(null, null));
    }
}
