package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void secondOrderIsCarriedToZero() {
        // 7 + 3 h^2 + 0.5 h^4 at h = 0.4, 0.2, 0.1.
        var estimate = Estimate.of(7.4928, 7.1208, 7.03005);
        assertThat(estimate.value()).isCloseTo(7, within(3e-4));
        assertThat(Math.abs(estimate.value() - 7)).isLessThan(estimate.error());
    }

    @Test
    void elsewhereTheFinestStandsWithBothDifferences() {
        var irregular = Estimate.of(1, 1.5, 1.25);
        assertThat(irregular).isEqualTo(new Estimate(1.25, 0.75));
        assertThat(Estimate.of(2, 2, 2)).isEqualTo(new Estimate(2, 0));
        assertThat(new Estimate(0, 0).within(1e-3)).isTrue();
        assertThat(new Estimate(1, 0.01).within(1e-3)).isFalse();
    }
}
