package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class RunLengthTest {
    @Test
    void isTheShareOfSequencesWithARun() {
        for (var n = 0; n <= 14; n++) {
            for (var run = 1; run <= 6; run++) {
                var with = 0;
                for (var sequence = 0; sequence < 1 << n; sequence++) {
                    with += longest(sequence) >= run ? 1 : 0;
                }
                assertThat(RunLength.probability(run, n, 0.5)).isEqualTo(with / Math.pow(2, n));
            }
        }
    }

    private static int longest(int bits) {
        var longest = 0;
        for (var rest = bits; rest != 0; rest &= rest >>> 1) {
            longest++;
        }
        return longest;
    }

    @Test
    void asPublished() {
        assertThat(RunLength.probability(5, 100, 0.5)).isCloseTo(0.81011, within(5e-6));
    }

    /** A run of one is one draw. */
    @Test
    void unequalDraws() {
        assertThat(RunLength.probability(1, 7, 0.1)).isCloseTo(1 - Math.pow(0.9, 7), within(1e-15));
        assertThat(RunLength.probability(3, 3, 0.1)).isCloseTo(1e-3, within(1e-18));
        assertThat(RunLength.probability(30, 30, 0.5)).isEqualTo(Math.pow(2, -30));
        assertThat(RunLength.probability(4, 3, 1)).isZero();
        assertThat(RunLength.probability(4, 4, 1)).isEqualTo(1);
        assertThatThrownBy(() -> RunLength.probability(0, 3, 0.5)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> RunLength.probability(2, -1, 0.5)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> RunLength.probability(2, 3, 1.5)).isInstanceOf(InputException.class);
    }
}
