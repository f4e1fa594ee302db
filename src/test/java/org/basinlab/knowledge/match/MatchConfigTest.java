package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;

class MatchConfigTest {
    private static void refused(String option, Runnable made) {
        assertThatThrownBy(made::run).isInstanceOf(InputException.class).hasMessageContaining(option);
    }

    private static void make(int hidden, Integer images, int small, int large, int replicas, int units) {
        new MatchConfig(hidden, StandardActivation.RELU, images, small, large, Ablate.ZERO, replicas, units);
    }

    @Test
    void namesTheOptionThatIsWrong() {
        make(2, null, 1, 1, 1, 1);
        refused("--match-hidden", () -> make(1, 9, 1, 1, 1, 1));
        refused("--match-hidden", () -> make(1001, 9, 1, 1, 1, 1));
        refused("--match-images", () -> make(2, 2, 1, 1, 1, 1));
        refused("--small-hidden", () -> make(2, 9, 0, 1, 1, 1));
        refused("--large-hidden", () -> make(2, 9, 1, 0, 1, 1));
        refused("--block-replicas", () -> make(2, 9, 1, 1, 0, 1));
        refused("--block-units", () -> make(2, 9, 1, 1, 1, 0));
    }

    @Test
    void refusesWhatCannotBeMatched() {
        var world = Toys.world(6, 6, "0:1", 20, 5);
        refused(
                "--hidden",
                () -> MatchStudy.run(Toys.config(), Toys.setting(1001, 1), world, Toys.trainer(), 1, Progress.NONE));
        refused(
                "--match-images",
                () -> MatchStudy.run(
                        new MatchConfig(2, StandardActivation.RELU, null, 1, 100_000, Ablate.MEAN, 1, 1),
                        Toys.setting(4, 1).withReplicas(1, 1000),
                        Toys.world(6, 6, "0:1", 60, 5),
                        Toys.trainer(),
                        1,
                        Progress.NONE));
    }
}
