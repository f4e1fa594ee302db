package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    /** The fifteen p-values of Benjamini and Hochberg 1995, section 3.2, of which four stand at 5%. */
    @Test
    void agreesWithThePaper() {
        var p = new double[] {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        };
        // m p / rank; the sixth takes the seventh's, which is smaller.
        assertThat(FalseDiscovery.adjusted(p))
                .containsExactly(
                        new double[] {
                            0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571, 0.0638571, 0.0645, 0.0765, 0.486,
                            0.5811818, 0.714875, 0.7532308, 0.8132143, 1
                        },
                        within(1e-7));
    }

    @Test
    void keepsTheOrderAndCountsNoTestThatWasNotMade() {
        var nan = Double.NaN;
        assertThat(FalseDiscovery.adjusted(new double[] {nan, 0.5, 0.01, nan, 0.01}))
                .containsExactly(new double[] {nan, 0.5, 0.015, nan, 0.015}, within(1e-12));
        assertThat(FalseDiscovery.adjusted(new double[0])).isEmpty();
        assertThat(FalseDiscovery.adjusted(new double[] {nan})).containsExactly(nan);
    }

    /** 60 of 100 tests have nothing to find; independent tests then have 60% of 5% false among the found, exactly. */
    @Test
    void controlsTheShareOfFalseDiscoveries() {
        var independent = simulate(0);
        assertThat(independent[0]).isCloseTo(0.03, within(4 * independent[1]));
        // Half of every statistic shared by all: the promise is 3% at most, held to four standard errors.
        var shared = simulate(0.5);
        assertThat(shared[0]).isLessThan(0.03 + 4 * shared[1]);
        assertThat(shared[2]).as("found of 40").isGreaterThan(20);
        assertThat(independent[3]).as("at p <= 0.05, unadjusted").isGreaterThan(0.06);
    }

    /** Mean false share at 5%, its standard error, right ones found, and the false share without adjustment. */
    private static double[] simulate(double share) {
        var normal = new NormalDistribution();
        var runs = 2000;
        var sum = 0.0;
        var squares = 0.0;
        var right = 0.0;
        var unadjusted = 0.0;
        for (var run = 0; run < runs; run++) {
            var random = new RandomStream(run, RandomStream.LABELS, 0);
            var p = new double[100];
            for (var i = 0; i < 100; i++) {
                var z = Math.sqrt(share) * random.normal(1000) + Math.sqrt(1 - share) * random.normal(i);
                p[i] = normal.cumulativeProbability(-z - (i < 60 ? 0 : 3));
            }
            var adjusted = falseShare(FalseDiscovery.adjusted(p));
            sum += adjusted[0];
            squares += adjusted[0] * adjusted[0];
            right += adjusted[1];
            unadjusted += falseShare(p)[0];
        }
        var mean = sum / runs;
        return new double[] {mean, Math.sqrt((squares / runs - mean * mean) / runs), right / runs, unadjusted / runs};
    }

    private static double[] falseShare(double[] p) {
        var wrong = 0;
        var right = 0;
        for (var i = 0; i < p.length; i++) {
            if (p[i] <= 0.05) {
                wrong += i < 60 ? 1 : 0;
                right += i < 60 ? 0 : 1;
            }
        }
        return new double[] {wrong + right == 0 ? 0 : (double) wrong / (wrong + right), right};
    }
}
