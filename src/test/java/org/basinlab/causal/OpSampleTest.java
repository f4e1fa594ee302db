package org.basinlab.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class OpSampleTest {
    /** A logarithm and its mean, in double precision. */
    private static final double ROUNDING = 1e-15;

    @Test
    void medianOfAnOddAndAnEvenNumberOfCases() {
        var odd = OpSample.of(new double[] {1, 1, 1}, new double[] {1, 2, 8}, 0);
        assertThat(odd.median()).isEqualTo(Math.log(2), within(ROUNDING));
        var even = OpSample.of(new double[] {1, -1, 1, 1}, new double[] {1, 2, 8, 8}, 0);
        assertThat(even.median()).isEqualTo(Math.log(4), within(ROUNDING));
        assertThat(even.positive()).as("Op of 0 is not above 0").isEqualTo(0.75);
        assertThat(even.meanFree()).isEqualTo(1);
        assertThat(even.meanFrozen()).isEqualTo(4.75);
    }

    @Test
    void changesTakenAwayMadeAndUndefinedAreCountedApart() {
        var sample = OpSample.of(new double[] {0, 0, 1, 1, 1}, new double[] {1, 0, 0, 1, 2}, 0);
        assertThat(sample.cases()).isEqualTo(4);
        assertThat(sample.undefined()).isEqualTo(1);
        assertThat(sample.removed()).isEqualTo(0.25);
        assertThat(sample.made()).isEqualTo(0.25);
        assertThat(sample.positive()).isEqualTo(0.5);
        assertThat(sample.median()).isEqualTo(Math.log(2) / 2, within(ROUNDING));
    }

    @Test
    void infiniteMediansAndTheMiddleOfOppositeOnes() {
        assertThat(OpSample.of(new double[] {0, 0, 1}, new double[] {1, 1, 1}, 0)
                        .median())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(OpSample.of(new double[] {1, 1}, new double[] {0, 0}, 0).median())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(OpSample.of(new double[] {1, 0}, new double[] {0, 1}, 0).median())
                .isZero();
        assertThat(OpSample.of(new double[] {0}, new double[] {0}, 0).median()).isNaN();
    }

    @Test
    void changesUpToZeroAreNone() {
        var sample = OpSample.of(new double[] {1e-14, 1e-12}, new double[] {1, 1}, 1e-13);
        assertThat(sample.removed()).isEqualTo(0.5);
    }

    @Test
    void unequalNumbersOfChangesAreNoCases() {
        assertThatThrownBy(() -> OpSample.of(new double[2], new double[1], 0)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> OpSample.of(new double[0], new double[0], 0)).isInstanceOf(InputException.class);
    }
}
