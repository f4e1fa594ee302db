package org.basinlab.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final int[] STEPS = {0, 1, 5, 20};

    @Test
    void anErrorThatRisesAgainTurns() {
        var turn = Turn.of(
                new double[][] {{3, 1, 1.5, 2}, {3.2, 1.1, 1.4, 2.2}, {2.9, 1, 1.6, 2.1}, {3, 0.9, 1.5, 2}}, STEPS);
        assertThat(turn.at()).isEqualTo(1);
        assertThat(turn.turns()).isTrue();
        assertThat(turn.least()).isCloseTo(1, within(1e-12));
        // The last less the second, in the mean.
        assertThat(turn.worse()).isCloseTo(1.075, within(1e-12));
    }

    @Test
    void anErrorThatFallsDoesNot() {
        var turn = Turn.of(new double[][] {{3, 2, 1, 0.5}, {3, 2, 1.2, 0.4}, {2, 1, 0.9, 0.3}, {4, 2, 1, 0.6}}, STEPS);
        assertThat(turn.at()).isEqualTo(20);
        assertThat(turn.turns()).isFalse();
        assertThat(turn.worse()).isZero();
    }

    /** Were the best place judged on the pairs that chose it, noise alone would always look as if it had turned. */
    @Test
    void noiseAloneSeldomTurns() {
        var random = new RandomStream(2, RandomStream.REGISTRATION, 77);
        var turned = 0;
        for (var run = 0; run < 200; run++) {
            var errors = new double[12][30];
            for (var k = 0; k < 12; k++) {
                for (var s = 0; s < 30; s++) {
                    errors[k][s] = 1 + random.uniform((run * 12L + k) * 30 + s);
                }
            }
            var steps = new int[30];
            for (var s = 0; s < 30; s++) {
                steps[s] = s;
            }
            turned += Turn.of(errors, steps).turns() ? 1 : 0;
        }
        // The rule is one side of a 95% interval: 2.5% of 200 are 5; 16 has a chance below 1e-4.
        assertThat(turned).isLessThan(16);
    }
}
