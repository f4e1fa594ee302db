package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PearsonTestTest {
    @Test
    void followsStudentsT() {
        // t = 2.228139 on 10 degrees of freedom is the tabled two-sided 5% point; r = t / sqrt(10 + t^2).
        var r = 2.228139 / Math.sqrt(10 + 2.228139 * 2.228139);
        assertThat(PearsonTest.p(r, 12)).isCloseTo(0.05, within(1e-6));
        assertThat(PearsonTest.p(-r, 12)).isEqualTo(PearsonTest.p(r, 12));
        assertThat(PearsonTest.p(0, 12)).isCloseTo(1, within(1e-12));
    }

    @Test
    void theEnds() {
        assertThat(PearsonTest.p(1, 5)).isZero();
        assertThat(PearsonTest.p(0.5, 2)).isNaN();
        assertThat(PearsonTest.p(Double.NaN, 20)).isNaN();
    }
}
