package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class EquivalenceTest {
    @Test
    void isTheGreaterOfTwoOneSidedTests() {
        var sample = new double[] {1.02, 0.97, 1.05, 1.01, 0.99};
        var test = new TTest();
        // One-sided p is half of the two-sided one, on the side where the mean lies.
        var above = test.tTest(0.9, sample) / 2;
        var below = test.tTest(1.1, sample) / 2;
        assertThat(Equivalence.p(sample, 1, 0.1)).isCloseTo(Math.max(above, below), within(1e-12));
        assertThat(Equivalence.p(sample, 2, 0.1)).isGreaterThan(0.99);
    }

    @Test
    void anIntervalInsideTheMarginIsWhatRejects() {
        var random = new Random(2);
        for (var run = 0; run < 200; run++) {
            var sample = random.doubles(8).map(u -> 0.1 * u).toArray();
            // The 90% interval from the 95% one, by the ratio of their quantiles on 7 degrees of freedom.
            var ci95 = StudentInterval.ofMean(sample);
            var middle = (ci95.low() + ci95.high()) / 2;
            var half = (ci95.high() - ci95.low()) / 2 * 1.894578605 / 2.364624252;
            var inside = middle - half > 0.02 && middle + half < 0.08;
            assertThat(Equivalence.p(sample, 0.05, 0.03) < 0.05).isEqualTo(inside);
        }
    }

    /** At the margin itself, where the null is hardest to hold, it is wrongly rejected in one case of twenty. */
    @Test
    void holdsItsLevelAtTheMargin() {
        var random = new Random(3);
        var runs = 6000;
        var rejected = IntStream.range(0, runs)
                .filter(run -> Equivalence.p(
                                IntStream.range(0, 12)
                                        .mapToDouble(i -> 0.1 + 0.02 * random.nextGaussian())
                                        .toArray(),
                                0,
                                0.1)
                        <= 0.05)
                .count();
        assertThat((double) rejected / runs).isBetween(0.042, 0.058);
    }

    @Test
    void aSampleWithoutSpreadOrWithoutValuesHasAnAnswer() {
        assertThat(Equivalence.p(new double[] {1, 1, 1}, 1.01, 0.05)).isZero();
        assertThat(Equivalence.p(new double[] {1, 1, 1}, 1.2, 0.05)).isEqualTo(1);
        assertThat(Equivalence.p(new double[] {1}, 1, 0.05)).isNaN();
        assertThat(Equivalence.p(new double[] {1, Double.NaN, 1}, 1, 0.05)).isNaN();
    }
}
