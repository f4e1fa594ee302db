package org.basinlab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParametersTest {
    private static final NetworkSpec P4 =
            NetworkSpec.dense(List.of(784, 100, 2), StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.MSE);

    @Test
    void countsAndPlacesParameters() {
        assertThat(P4.parameterCount()).isEqualTo(78_702);
        assertThat(P4.biasOffset(0)).isEqualTo(78_400);
        assertThat(P4.weightOffset(1)).isEqualTo(78_500);
        assertThat(P4.biasOffset(1)).isEqualTo(78_700);
    }

    @ParameterizedTest
    @EnumSource(Initialization.class)
    void weightsHaveTheStatedVariance(Initialization init) {
        var expected = switch (init) {
            case HE, HE_UNIFORM -> 2.0 / 784;
            case GLOROT -> 2.0 / 884;
            case LECUN -> 1.0 / 784;
        };
        var values = Parameters.initial(P4, init, BiasInitialization.ZERO, 3).values();
        var weights = Arrays.copyOf(values, 78_400);
        // The relative standard error of a normal sample's variance is sqrt(2 / n) = 0.5%: five of them.
        assertThat(StatUtils.variance(weights) / expected).isCloseTo(1, within(0.025));
        assertThat(StatUtils.mean(weights)).isCloseTo(0, within(5 * Math.sqrt(expected / 78_400)));
        assertThat(Arrays.copyOfRange(values, 78_400, 78_500)).containsOnly(0);
    }

    @Test
    void heBiasesTakeTheLayersOwnFanIn() {
        var spec =
                NetworkSpec.dense(List.of(50, 20_000, 4), StandardActivation.RELU, StandardActivation.RELU, Loss.MSE);
        var values = Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 1)
                .values();
        var biases = Arrays.copyOfRange(values, spec.biasOffset(0), spec.weightOffset(1));
        // As above, for 20 000 of them: sqrt(2 / n) = 1%.
        assertThat(StatUtils.variance(biases) / (2.0 / 50)).isCloseTo(1, within(0.05));
    }

    @Test
    void dependsOnTheSeedAlone() {
        var once = Parameters.initial(P4, Initialization.HE, BiasInitialization.HE, 9);
        assertThat(Parameters.initial(P4, Initialization.HE, BiasInitialization.HE, 9)
                        .values())
                .isEqualTo(once.values());
        assertThat(Parameters.initial(P4, Initialization.HE, BiasInitialization.HE, 10)
                        .values())
                .isNotEqualTo(once.values());
    }

    @Test
    void refusesAnEmptyLayer() {
        assertThatThrownBy(() ->
                        NetworkSpec.dense(List.of(4, 0), StandardActivation.RELU, StandardActivation.RELU, Loss.MSE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("at least one unit");
    }
}
