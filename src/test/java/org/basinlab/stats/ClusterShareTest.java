package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class ClusterShareTest {
    @Test
    void byHand() {
        // Means 2 and 5 about 3.2: 3 * 1.44 + 2 * 3.24 of 6.84 + 5.96.
        var values = new double[] {1, 2, Double.NaN, 3, 4, 6};
        assertThat(ClusterShare.of(values, new int[] {0, 0, 0, 0, 2, 2}, 3))
                .isCloseTo((3 * 1.44 + 2 * 3.24) / (4.84 + 1.44 + 0.04 + 0.64 + 7.84), within(1e-12));
    }

    @Test
    void theEnds() {
        assertThat(ClusterShare.of(new double[] {0.1, 0.1, 0.7, 0.7}, new int[] {0, 0, 1, 1}, 2))
                .isCloseTo(1, within(1e-12));
        assertThat(ClusterShare.of(new double[] {1, 2, 1, 2}, new int[] {0, 0, 1, 1}, 2))
                .isCloseTo(0, within(1e-12));
        assertThat(ClusterShare.of(new double[] {0.1, 0.1, 0.1}, new int[] {0, 0, 1}, 2))
                .isNaN();
        assertThat(ClusterShare.of(new double[] {Double.NaN}, new int[] {0}, 1)).isNaN();
    }

    @Test
    void chanceGivesAShareToo() {
        var random = new RandomStream(1, RandomStream.BOOTSTRAP, 0);
        var mean = IntStream.range(0, 400)
                .mapToDouble(run -> ClusterShare.of(
                        IntStream.range(0, 101)
                                .mapToDouble(i -> random.normal(101L * run + i))
                                .toArray(),
                        IntStream.range(0, 101).map(i -> i % 21).toArray(),
                        21))
                .average()
                .orElseThrow();
        // 20/100; one such share has a standard deviation of 0.056.
        assertThat(mean).isCloseTo(0.2, within(4 * 0.056 / 20));
    }
}
