package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class StudentIntervalTest {
    @Test
    void byHand() {
        // Mean 2, s = 1, t(2; 0.975) = 4.302653.
        var sample = new double[] {1, 2, 3};
        assertThat(StudentInterval.ofMean(sample).low()).isCloseTo(2 - 4.302653 / Math.sqrt(3), within(1e-6));
        assertThat(StudentInterval.ofFurther(sample).high()).isCloseTo(2 + 4.302653 * Math.sqrt(4 / 3.0), within(1e-6));
    }

    @Test
    void oneValueOrAHoleHasNone() {
        assertThat(StudentInterval.ofMean(new double[] {1})).isNull();
        assertThat(StudentInterval.ofFurther(new double[0])).isNull();
        assertThat(StudentInterval.ofMean(new double[] {1, Double.NaN, 2})).isNull();
        assertThat(StudentInterval.ofMean(new double[] {4, 4})).isEqualTo(new Interval(4, 4));
    }

    /** Exact for normal values: 5000 samples of four stay within the bounds of 95% all but once in 1000. */
    @Test
    void covers() {
        var runs = 5000;
        var mean = 0;
        var further = 0;
        var random = new RandomStream(2, RandomStream.BOOTSTRAP, 0);
        for (var run = 0; run < runs; run++) {
            var k = 5L * run;
            var sample = IntStream.range(0, 5)
                    .mapToDouble(i -> 10 + random.normal(k + i))
                    .toArray();
            var four = Arrays.copyOf(sample, 4);
            mean += StudentInterval.ofMean(four).contains(10) ? 1 : 0;
            further += StudentInterval.ofFurther(four).contains(sample[4]) ? 1 : 0;
        }
        var binomial = new BinomialDistribution(runs, 0.95);
        var low = binomial.inverseCumulativeProbability(5e-4);
        var high = binomial.inverseCumulativeProbability(1 - 5e-4);
        assertThat(mean).isBetween(low, high);
        assertThat(further).isBetween(low, high);
    }
}
