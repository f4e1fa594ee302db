package org.basinlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class BatchesTest {
    @Test
    void numbersEverySubsetOnce() {
        for (var m = 1; m <= 9; m++) {
            for (var b = 1; b <= m; b++) {
                var batches = new Batches(m, b);
                assertThat(batches.count()).isEqualTo(CombinatoricsUtils.binomialCoefficient(m, b));
                var seen = new HashSet<String>();
                for (var k = 0L; k < batches.count(); k++) {
                    var batch = batches.batch(k);
                    assertThat(batch).hasSize(b).isSorted().doesNotHaveDuplicates();
                    assertThat(batch[0]).isNotNegative();
                    assertThat(batch[b - 1]).isLessThan(m);
                    seen.add(Arrays.toString(batch));
                }
                assertThat(seen).hasSize((int) batches.count());
            }
        }
    }

    /** k = sum of C(c_i, i), the definition, where batches are many. */
    @Test
    void numbersAreThoseOfTheCombinatorialSystem() {
        var batches = new Batches(60, 12);
        assertThat(batches.count()).isEqualTo(1_399_358_844_975L);
        for (var k : new long[] {0, 1, 12, 999_999_999_999L, batches.count() - 1}) {
            var batch = batches.batch(k);
            var number = IntStream.range(0, batch.length)
                    .mapToLong(i -> batch[i] < i + 1 ? 0 : CombinatoricsUtils.binomialCoefficient(batch[i], i + 1))
                    .sum();
            assertThat(number).isEqualTo(k);
        }
    }

    @Test
    void varianceShareIsThatOfAllBatches() {
        var gradients = new double[] {-1.3, 0.2, 4.1, 0.7, -0.1, 2.2, 5};
        for (var m = 1; m <= gradients.length; m++) {
            var all = Arrays.copyOf(gradients, m);
            for (var b = 1; b <= m; b++) {
                var batches = new Batches(m, b);
                var means = new double[(int) batches.count()];
                for (var k = 0; k < means.length; k++) {
                    means[k] = Arrays.stream(batches.batch(k))
                            .mapToDouble(j -> all[j])
                            .average()
                            .orElseThrow();
                }
                // A few roundings of numbers of size 10.
                assertThat(batches.varianceShare() * variance(all)).isCloseTo(variance(means), within(1e-13));
            }
        }
    }

    private static double variance(double[] x) {
        var mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    }

    @Test
    void refusesBatchesThatCannotBeDrawn() {
        assertThatThrownBy(() -> new Batches(4, 0))
                .isInstanceOf(InputException.class)
                .hasMessage("--batch must be from 1 to the number of datapoints, 4, got 0");
        assertThatThrownBy(() -> new Batches(4, 5)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new Batches(200, 100))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("more than 2^53 ways");
    }
}
