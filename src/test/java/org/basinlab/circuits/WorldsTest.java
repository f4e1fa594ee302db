package org.basinlab.circuits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WorldsTest {
    /** Sums of a few numbers up to 2 in double precision, twice. */
    private static final double ROUNDING = 1e-14;

    private static final double[] X = {0.31, 0.87, 0.13, 0.62, 0.22};

    @Test
    void freeTheLargestAloneMovesTheOutput() {
        var worlds = new Worlds(
                DesignTest.design(Operation.MAX, Form.TREE, 5, true, "uniform:-1:1")
                        .circuit(53),
                X);
        for (var n = 0; n < X.length; n++) {
            assertThat(worlds.derivative(n, false)).isEqualTo(n == 1 ? 1 : 0);
            assertThat(worlds.change(n, 1, false)).isEqualTo(Math.max(0, X[n] + 1 - 0.87), within(ROUNDING));
        }
    }

    /** max(a, b) = relu(a - b) + b with the first term held: b alone moves it, whichever is the larger. */
    @Test
    void frozenThatMovesItWhichComparisonsStandUpon() {
        for (var form : Form.values()) {
            var circuit = DesignTest.design(Operation.MAX, form, 2, true, "uniform:-1:1")
                    .circuit(53);
            for (var x : new double[][] {{0.2, 0.7}, {0.7, 0.2}}) {
                var worlds = new Worlds(circuit, x);
                assertThat(worlds.derivative(0, true)).isZero();
                assertThat(worlds.derivative(1, true)).isEqualTo(1);
                assertThat(worlds.change(0, 0.25, true)).isZero();
                assertThat(worlds.change(1, 0.25, true)).isEqualTo(0.25, within(ROUNDING));
            }
        }
    }

    @Test
    void derivativesAreWhatDifferencesTendTo() {
        var circuit = DesignTest.design(Operation.MAX, Form.SHALLOW, 5, true, "uniform:-1:1")
                .circuit(53);
        for (var wired : new Circuit[] {circuit, circuit.miswired()}) {
            var worlds = new Worlds(wired, X);
            for (var n = 0; n < X.length; n++) {
                for (var frozen : new boolean[] {false, true}) {
                    // Linear within 1e-4 of X: no error but rounding, over the step.
                    assertThat(worlds.change(n, 1e-4, frozen) / 1e-4)
                            .isEqualTo(worlds.derivative(n, frozen), within(1e-10));
                }
            }
        }
    }

    @Test
    void miswiredItHasTheSameUnitsAndAnotherAnswer() {
        var circuit = DesignTest.design(Operation.MAX, Form.TREE, 8, true, "uniform:-1:1")
                .circuit(53);
        var broken = circuit.miswired();
        assertThat(broken.units()).isEqualTo(circuit.units());
        var x = new double[] {0.1, 0.9, 0.2, 0.3, 0.5, 0.4, 0.6, 0.7};
        assertThat(circuit.at(x)[0]).isEqualTo(0.9, within(ROUNDING));
        assertThat(broken.at(x)[0]).isNotCloseTo(0.9, within(0.01));
    }
}
