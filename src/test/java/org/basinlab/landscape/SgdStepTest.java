package org.basinlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class SgdStepTest {
    private static final Landscape THREE =
            Landscape.of(Formulas.parse("-exp(-(w-2)^2)"), Formulas.parse("sin(3*w)"), Formulas.parse("(w+1)^2/4"));

    @Test
    void allDatapointsAreGradientDescent() {
        var step = new SgdStep(THREE, 0.3, 3, 1);
        for (var w = -2.0; w <= 3; w += 0.37) {
            // Sums in the same order, one rounding in T G apart.
            assertThat(step.from(w, 0, 1, 2)).isCloseTo(w - 0.3 * THREE.gradient(w), within(1e-15));
            assertThat(step.variance(w)).isZero();
        }
    }

    /** The flow dW/dt = -g of g = 2 a W for a time T ends at W exp(-2 a T). */
    @Test
    void innerStepsConvergeToTheFlowWithOrderOne() {
        var landscape = Landscape.of(Formulas.parse("w^2"), Formulas.parse("3*w^2"));
        for (var j = 0; j < 2; j++) {
            var exact = 0.7 * Math.exp(-2 * (j == 0 ? 1 : 3) * 0.2);
            var errors = new double[3];
            for (var i = 0; i < 3; i++) {
                errors[i] = Math.abs(new SgdStep(landscape, 0.2, 1, 200 << i).from(0.7, j) - exact);
            }
            // The next term is a / r of the first, below 1 %.
            assertThat(errors[0] / errors[1]).isCloseTo(2, within(0.02));
            assertThat(errors[1] / errors[2]).isCloseTo(2, within(0.01));
        }
    }

    @Test
    void batchesHaveTheVarianceOfTheirMeans() {
        var step = new SgdStep(THREE, 0.1, 2, 1);
        var w = 0.4;
        var batches = step.batches();
        var mean = 0.0;
        var square = 0.0;
        for (var k = 0; k < batches.count(); k++) {
            var g = (w - step.from(w, batches.batch(k))) / 0.1;
            mean += g / batches.count();
            square += g * g / batches.count();
        }
        // Differences of W over T lose one digit.
        assertThat(mean).isCloseTo(THREE.gradient(w), within(1e-13));
        assertThat(square - mean * mean).isCloseTo(step.variance(w), within(1e-13));
    }

    /** P1: so many steps on l0 in a row leave the pit, at T = 0.05. */
    @Test
    void consecutiveStepsLeaveThePit() {
        assertThat(stepsToLeave(1)).isEqualTo(5);
        assertThat(stepsToLeave(2)).isEqualTo(6);
        var step = new SgdStep(Pit.PUBLISHED, 0.05);
        var w = StationaryPoints.of(Pit.PUBLISHED.losses().get(1), 0.9, 1.1)
                .get(0)
                .w();
        for (var i = 0; i < 5; i++) {
            w = step.from(w, 0);
        }
        // The recomputed digits.
        assertThat(w).isCloseTo(1.20025, within(5e-6));
    }

    private static int stepsToLeave(double depth) {
        var pit = new Pit(depth, 100);
        var points = StationaryPoints.of(pit.losses().get(1), 0.5, 1.5);
        var step = new SgdStep(pit, 0.05);
        var w = points.get(0).w();
        var steps = 0;
        while (w <= points.get(1).w()) {
            w = step.from(w, 0);
            steps++;
        }
        return steps;
    }

    @Test
    void refusesStepsThatAreNone() {
        for (var t : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new SgdStep(THREE, t))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("--temperature must be positive, got ");
        }
        assertThatThrownBy(() -> new SgdStep(THREE, 1, 1, 0))
                .hasMessageStartingWith("--inner-steps must be at least 1");
        assertThatThrownBy(() -> new SgdStep(THREE, 1, 4, 1)).hasMessageStartingWith("--batch must be from 1 to");
    }
}
