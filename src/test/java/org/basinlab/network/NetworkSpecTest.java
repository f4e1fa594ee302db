package org.basinlab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSpecTest {
    private static final Activation F = StandardActivation.SOFTPLUS;

    @Test
    void placesParametersBehindAConvolution() {
        // Two channels of 6 x 5; three 2 x 2 filters, every second place: 3 x 2 numbers each.
        var convolution = new Convolution(6, 5, 2, 3, 2, 2, F);
        var spec = new NetworkSpec(List.of(convolution, new Dense(18, 4, F), new Dense(4, 2, F)), Loss.MSE);
        assertThat(convolution.outputRows()).isEqualTo(3);
        assertThat(convolution.outputColumns()).isEqualTo(2);
        assertThat(spec.inputs()).isEqualTo(60);
        assertThat(spec.outputs()).isEqualTo(2);
        assertThat(spec.depth()).isEqualTo(3);
        assertThat(spec.fanIn(0)).isEqualTo(8);
        assertThat(spec.units(0)).isEqualTo(3);
        assertThat(spec.biasOffset(0)).isEqualTo(24);
        assertThat(spec.weightOffset(1)).isEqualTo(27);
        assertThat(spec.biasOffset(1)).isEqualTo(27 + 72);
        assertThat(spec.weightOffset(2)).isEqualTo(27 + 76);
        assertThat(spec.biasOffset(2)).isEqualTo(103 + 8);
        assertThat(spec.parameterCount()).isEqualTo(113);
        assertThat(spec.weightOffset(3)).isEqualTo(spec.parameterCount());
    }

    /** An output y reads rows y s to y s + size - 1: the last that fits, and not one more. */
    @ParameterizedTest
    @CsvSource({"28, 5, 2, 12", "28, 28, 2, 1", "12, 3, 2, 5", "7, 3, 1, 5", "7, 2, 3, 2", "8, 2, 3, 3", "5, 1, 5, 1"})
    void aFilterStandsWhereItFits(int rows, int size, int stride, int expected) {
        var convolution = new Convolution(rows, rows, 1, 1, size, stride, F);
        assertThat(convolution.outputRows()).isEqualTo(expected);
        assertThat(convolution.outputColumns()).isEqualTo(expected);
        assertThat((expected - 1) * stride + size).isLessThanOrEqualTo(rows);
        assertThat(expected * stride + size).isGreaterThan(rows);
    }

    @Test
    void layersThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new NetworkSpec(List.of(new Dense(3, 4, F), new Dense(5, 2, F)), Loss.MSE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layer 1 takes 5 numbers, the one before gives 4");
        assertThatThrownBy(() ->
                        new NetworkSpec(List.of(new Convolution(6, 5, 2, 3, 2, 2, F), new Dense(3, 2, F)), Loss.MSE))
                .as("a filter gives a number a place")
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gives 18");
        assertThatThrownBy(() -> new NetworkSpec(List.of(), Loss.MSE)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new NetworkSpec(List.of(new Dense(100_000, 100_000, F)), Loss.MSE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("10000100000 parameters");
    }

    @ParameterizedTest
    @CsvSource({"4, 9, 5", "9, 4, 5"})
    void aFilterLargerThanItsImageIsRefused(int rows, int columns, int size) {
        assertThatThrownBy(() -> new Convolution(rows, columns, 1, 2, size, 2, F))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("5 x 5 filter does not fit on " + rows + " x " + columns);
    }

    @Test
    void convolutionsBeginWithTheVarianceOfTheirFanIn() {
        // 40 000 weights of fan-in 25: the relative standard error of their variance is sqrt(2 / 40 000) = 0.7%.
        var spec = new NetworkSpec(List.of(new Convolution(5, 5, 1, 1600, 5, 2, F), new Dense(1600, 2, F)), Loss.MSE);
        var values = Parameters.initial(spec, Initialization.HE, BiasInitialization.ZERO, 4)
                .values();
        var sum = 0.0;
        for (var p = 0; p < spec.biasOffset(0); p++) {
            sum += values[p] * values[p];
        }
        assertThat(sum / spec.biasOffset(0) * 25 / 2).isBetween(0.965, 1.035);
    }
}
