package org.basinlab.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;

class ModelledOpTest {
    /** net(T, R) = (R - 25 - T, -0.1 clamp(T, -1, 1)), the clamp by relu: nothing is left to learn. */
    private static DenseNetwork perfect(double gain) {
        var spec = NetworkSpec.dense(List.of(2, 4, 2), StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE);
        // Units: relu(T + 1), relu(T - 1), and R - T + 1000, which is always positive; then one that is never.
        var hidden = new double[] {1, 0, 1, 0, -1, 1, 0, 0, 1, -1, 1000, -1};
        var out = new double[] {0, 0, 1, 0, -0.1 * gain, 0.1 * gain, 0, 0, -1025, 0.1 * gain};
        var all = Arrays.copyOf(hidden, hidden.length + out.length);
        System.arraycopy(out, 0, all, hidden.length, out.length);
        return new DenseNetwork(new Parameters(spec, all));
    }

    @Test
    void aPerfectModelHasTheSystemsOp() {
        var system = Modelled.THERMOSTAT;
        var starts = system.starts(4, 7);
        var truth = ModelledOp.curves(system, system.system(), starts);
        var network = perfect(1);
        var found = ModelledOp.of(
                system,
                network,
                system.lesson(4, 1, 7),
                starts,
                truth,
                ModelledOp.curves(system, system.model(network), starts));
        // Rounding of numbers near 1000 in one step.
        assertThat(found.oneStep()).isCloseTo(0, within(1e-10));
        assertThat(found.oneStepSlope()).isCloseTo(0, within(1e-10));
        assertThat(found.medianDifference()).isCloseTo(0, within(1e-9));
        assertThat(found.rank()).isCloseTo(1, within(1e-2));
        assertThat(found.leftOut()).isZero();
    }

    @Test
    void aModelWithTooLittlePowerOptimizesLess() {
        var system = Modelled.THERMOSTAT;
        var starts = system.starts(4, 7);
        var truth = ModelledOp.curves(system, system.system(), starts);
        var weak = ModelledOp.curves(system, system.model(perfect(0.5)), starts);
        var last = ModelledOp.LOOKS - 1;
        for (var k = 0; k < starts[0].length; k++) {
            assertThat(weak[k][last]).isLessThan(truth[k][last]);
        }
        var found = ModelledOp.of(system, perfect(0.5), system.lesson(4, 1, 7), starts, truth, weak);
        // R's part of the step is half of what it should be wherever T moves: half of one of two standard deviations.
        assertThat(found.oneStep()).isGreaterThan(0.1);
        assertThat(found.medianDifference()).isGreaterThan(0.1);
    }

    @Test
    void lessonsHoldTheSystemsOwnSteps() {
        for (var system : Modelled.values()) {
            var lesson = system.lesson(4, 1, 2);
            var step = new OneStep(system.system());
            var d = lesson.width();
            for (var p = 0; p < lesson.points(); p++) {
                var state = Arrays.copyOfRange(lesson.inputs(), p * d, (p + 1) * d);
                var next = step.from(state);
                for (var i = 0; i < d; i++) {
                    assertThat(lesson.targets()[p * d + i]).isEqualTo(next[i] - state[i]);
                }
            }
        }
    }

    @Test
    void slopesOfAStepAreItsDifferences() {
        var step = new OneStep(Modelled.LORENZ.system());
        var state = new double[] {3, -4, 20};
        for (var i = 0; i < 3; i++) {
            var h = 1e-4;
            var above = state.clone();
            var below = state.clone();
            above[i] += h;
            below[i] -= h;
            for (var j = 0; j < 3; j++) {
                // A quadratic map: two-sided differences are exact but for rounding over h.
                assertThat(step.slope(state, i)[j])
                        .isCloseTo((step.from(above)[j] - step.from(below)[j]) / (2 * h), within(1e-9));
            }
        }
    }
}
