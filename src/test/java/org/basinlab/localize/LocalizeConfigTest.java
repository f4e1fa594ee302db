package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.network.Activation;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;

class LocalizeConfigTest {
    private static final LocalizeConfig P4 = LocalizeConfig.p4(1);

    @Test
    void activationsAreToldApartByName() {
        assertThatThrownBy(() -> P4.with(StandardActivation.RELU, StandardActivation.RELU))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--activation names one twice: relu,relu");
        assertThatThrownBy(() -> P4.with(new Activation[] {StandardActivation.RELU, new OwnRelu("relu")}))
                .isInstanceOf(InputException.class);
        assertThat(P4.with(new Activation[] {StandardActivation.RELU, new OwnRelu("mine")})
                        .options())
                .containsEntry("activation", "relu,mine");
        assertThatThrownBy(() -> P4.with(new Activation[0])).isInstanceOf(InputException.class);
    }

    @Test
    void oneNetworkToBeginFromIsOneReplica() {
        assertThatThrownBy(() -> from(2, StandardActivation.RELU))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--initial-network");
        assertThatThrownBy(() -> from(1, StandardActivation.RELU, StandardActivation.TANH))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--initial-network");
        assertThat(from(1, StandardActivation.RELU).options()).containsEntry("initial_network", "network");
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> P4.with(0, 0, 0)).hasMessageContaining("--replicas");
        assertThatThrownBy(() -> P4.with(1, -1, 0)).hasMessageContaining("--null-draws");
        assertThatThrownBy(() -> P4.with(1, 1_000_001, 0)).hasMessageContaining("--null-draws");
        assertThatThrownBy(() -> P4.with(1, 0, -1)).hasMessageContaining("--threads");
        assertThatThrownBy(() -> P4.withData(" ")).hasMessageContaining("--data");
        assertThat(LocalizeConfig.p4(Long.MAX_VALUE).replication().seed()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> LocalizeConfig.p4(Long.MAX_VALUE).with(2, 0, 0))
                .hasMessageContaining("--seed");
    }

    @Test
    void changingOneThingChangesNothingElse() {
        var changed = P4.with(StandardActivation.RELU)
                .with(NetworkChoice.P4.withHidden(5, 4))
                .with(DigitGroups.parse("0,1:2,3"))
                .with(P4.schedule().withLearningRate(0.1))
                .withData("elsewhere")
                .with(3, 7, 2);
        assertThat(changed.options())
                .containsEntry("hidden", "5,4")
                .containsEntry("activation", "relu")
                .containsEntry("digits", "0,1:2,3")
                .containsEntry("learning_rate", 0.1)
                .containsEntry("data", "elsewhere")
                .containsEntry("replicas", 3)
                .containsEntry("null_draws", 7)
                .containsEntry("threads", 2)
                .containsEntry("seed", 1L)
                .containsEntry("engine", "auto")
                .containsEntry("fork_length", "all")
                .containsEntry("convolutions", "none");
        assertThat(P4.options()).containsEntry("hidden", 100);
    }

    private static LocalizeConfig from(int replicas, Activation... activations) {
        return new LocalizeConfig(
                P4.network(),
                List.of(activations),
                P4.schedule(),
                P4.digits(),
                P4.data(),
                "network",
                FigureColour.NONE,
                new Replication(1, replicas, 0, "auto", 0));
    }
}
