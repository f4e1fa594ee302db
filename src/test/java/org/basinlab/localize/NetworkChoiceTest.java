package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.network.Convolution;
import org.basinlab.network.Dense;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NetworkChoice and Filters. */
class NetworkChoiceTest {
    private static final StandardActivation F = StandardActivation.RELU;

    @Test
    void filtersAreReadAsTheyAreWritten() {
        assertThat(Filters.parse("8x5, 16x3")).containsExactly(new Filters(8, 5), new Filters(16, 3));
        assertThat(Filters.parse("none")).isEmpty();
        for (var text : List.of("none", "8x5", "8x5,16x3")) {
            assertThat(Filters.text(Filters.parse(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "8x", "x5", "8x5,", "8x5x2", "0x5", "8x0", "-8x5", "8X5", "99999x5", "none,8x5"})
    void otherFiltersAreRefused(String text) {
        assertThatThrownBy(() -> Filters.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--convolutions");
    }

    @Test
    void p4sNetwork() {
        var spec = NetworkChoice.P4.spec(28, 28, StandardActivation.SOFTPLUS);
        assertThat(spec)
                .isEqualTo(NetworkSpec.dense(
                        List.of(784, 100, 2), StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.MSE));
    }

    @Test
    void severalHiddenLayers() {
        assertThat(NetworkChoice.P4.withHidden(50, 30, 20).spec(4, 5, F))
                .isEqualTo(NetworkSpec.dense(List.of(20, 50, 30, 20, 2), F, F, Loss.MSE));
    }

    @Test
    void theOutputLayerMayHaveItsOwnActivation() {
        var p4 = NetworkChoice.P4;
        var choice = new NetworkChoice(
                List.of(3),
                List.of(),
                StandardActivation.SIGMOID,
                Loss.CROSS_ENTROPY,
                p4.init(),
                p4.biasInit(),
                p4.dtype());
        assertThat(choice.spec(2, 2, F))
                .isEqualTo(NetworkSpec.dense(List.of(4, 3, 2), F, StandardActivation.SIGMOID, Loss.CROSS_ENTROPY));
    }

    @Test
    void oneConvolution() {
        var spec = NetworkChoice.P4.withConvolutions(new Filters(8, 5)).spec(28, 28, F);
        // (28 - 5) / 2 + 1 = 12.
        assertThat(spec.layers())
                .containsExactly(
                        new Convolution(28, 28, 1, 8, 5, 2, F), new Dense(8 * 144, 100, F), new Dense(100, 2, F));
        assertThat(spec.layers().get(0).outputs()).isEqualTo(8 * 12 * 12);
    }

    @Test
    void twoConvolutions() {
        var spec = NetworkChoice.P4
                .withConvolutions(new Filters(8, 5), new Filters(16, 3))
                .spec(28, 28, F);
        // (12 - 3) / 2 + 1 = 5, its last row and column unread.
        assertThat(spec.layers())
                .containsExactly(
                        new Convolution(28, 28, 1, 8, 5, 2, F),
                        new Convolution(12, 12, 8, 16, 3, 2, F),
                        new Dense(16 * 25, 100, F),
                        new Dense(100, 2, F));
    }

    @Test
    void filtersThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> NetworkChoice.P4
                        .withConvolutions(new Filters(8, 5), new Filters(16, 13))
                        .spec(28, 28, F))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("13 x 13 filter does not fit on 12 x 12")
                .hasMessageContaining("--convolutions");
        assertThatThrownBy(() ->
                        NetworkChoice.P4.withConvolutions(new Filters(8, 7)).spec(6, 28, F))
                .isInstanceOf(InputException.class);
    }

    @Test
    void layersAreCountedAndTheirUnitsToo() {
        assertThatThrownBy(() -> NetworkChoice.P4.withHidden()).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> NetworkChoice.P4.withHidden(5, 0))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--hidden");
        var ten = Collections.nCopies(10, 3).toArray(Integer[]::new);
        assertThat(NetworkChoice.P4.withHidden(ten).hidden()).hasSize(10);
        assertThatThrownBy(() -> NetworkChoice.P4.withHidden(ten).withConvolutions(new Filters(1, 1)))
                .isInstanceOf(InputException.class);
    }
}
