package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class WilsonIntervalTest {
    /** The share of samples whose interval holds p, by the binomial law itself. */
    private static double coverage(int n, double p) {
        var law = new BinomialDistribution(null, n, p);
        var coverage = 0.0;
        for (var k = 0; k <= n; k++) {
            if (WilsonInterval.of(k, n).contains(p)) {
                coverage += law.probability(k);
            }
        }
        return coverage;
    }

    @Test
    void coversAboutNineteenTimesInTwenty() {
        for (var n : new int[] {20, 100, 1000}) {
            var sum = 0.0;
            var cells = 0;
            for (var p = 0.0125; p < 1; p += 0.025) {
                var coverage = coverage(n, p);
                // Known to swing with p, deepest near the ends (Brown, Cai, DasGupta 2001).
                assertThat(coverage).as("n %s, p %s", n, p).isBetween(0.88, 0.995);
                sum += coverage;
                cells++;
            }
            // Its mean over p is close to what it promises, a little above it where samples are small.
            assertThat(sum / cells).as("n %s", n).isCloseTo(0.95, within(n < 100 ? 0.01 : 0.005));
        }
    }

    /** The definition: at its ends k is 1.96 standard errors away. */
    @Test
    void endsSolveTheirEquation() {
        for (var n : new long[] {1, 7, 1000, 1_000_000}) {
            for (var share : new double[] {0, 0.001, 0.3, 1}) {
                var k = Math.round(share * n);
                var interval = WilsonInterval.of(k, n);
                for (var p : new double[] {interval.low(), interval.high()}) {
                    if (p > 0 && p < 1) {
                        var errors = Math.abs((double) k / n - p) / Math.sqrt(p * (1 - p) / n);
                        // p's own rounding, 1e-16, where 1 - p is 4e-6.
                        assertThat(errors).isCloseTo(1.959963984540054, within(1e-8));
                    }
                }
            }
        }
    }

    @Test
    void holdsForNoneAndForAll() {
        assertThat(WilsonInterval.of(0, 10).low()).isZero();
        assertThat(WilsonInterval.of(10, 10).high()).isEqualTo(1);
        for (var n = 1; n < 60; n++) {
            for (var k = 0; k <= n; k++) {
                var interval = WilsonInterval.of(k, n);
                var mirrored = WilsonInterval.of(n - k, n);
                assertThat(interval.contains((double) k / n)).isTrue();
                // A few roundings.
                assertThat(interval.low()).isCloseTo(1 - mirrored.high(), within(1e-15));
            }
        }
    }
}
