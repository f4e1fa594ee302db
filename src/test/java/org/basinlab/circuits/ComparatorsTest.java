package org.basinlab.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparatorsTest {
    /** D. E. Knuth's 0-1 principle: what puts all zeros and ones in order puts everything in order. */
    @Test
    void everyInputOfZerosAndOnesIsPutInOrder() {
        for (var k = 2; k <= 12; k++) {
            for (var wanted = 1; wanted <= k; wanted++) {
                for (var bits = 0; bits < 1 << k; bits++) {
                    var all = bits;
                    check(IntStream.range(0, k).map(i -> all >> i & 1).toArray(), wanted);
                }
            }
        }
    }

    @Test
    void soAreManyNumbers() {
        var random = new Random(3);
        for (var k = 13; k <= 40; k++) {
            for (var wanted = 1; wanted <= k; wanted++) {
                check(random.ints(k, 0, k).toArray(), wanted);
                // Zeros and ones with the ones anywhere: the hard cases of the principle.
                check(random.ints(k, 0, 2).toArray(), wanted);
            }
        }
    }

    @Test
    void theFirstAloneTakesATreeAndAllOfThemBatchersStages() {
        for (var k = 2; k <= 300; k++) {
            var levels = 32 - Integer.numberOfLeadingZeros(k - 1);
            assertThat(Comparators.stages(k, 1)).hasSize(levels);
            assertThat(Comparators.stages(k, 1).stream().mapToInt(s -> s.size()).sum())
                    .as("each comparison of a tree leaves one out")
                    .isEqualTo(k - 1);
            assertThat(Comparators.stages(k, k).size()).isLessThanOrEqualTo(levels * (levels + 1) / 2);
        }
        for (var levels = 1; levels <= 8; levels++) {
            assertThat(Comparators.stages(1 << levels, 1 << levels)).hasSize(levels * (levels + 1) / 2);
        }
    }

    private static void check(int[] numbers, int wanted) {
        var k = numbers.length;
        var lines = numbers.clone();
        for (var stage : Comparators.stages(k, wanted)) {
            var touched = new boolean[k];
            for (var c : stage) {
                assertThat(touched[c.first()] || touched[c.second()]).isFalse();
                touched[c.first()] = true;
                touched[c.second()] = true;
                var larger = Math.max(lines[c.first()], lines[c.second()]);
                var smaller = Math.min(lines[c.first()], lines[c.second()]);
                // What nobody wants is lost, and must not matter.
                lines[c.first()] = c.larger() ? larger : -1000;
                lines[c.second()] = c.smaller() ? smaller : 1000;
            }
        }
        var ascending = numbers.clone();
        Arrays.sort(ascending);
        for (var r = 0; r < wanted; r++) {
            if (lines[r] != ascending[k - 1 - r]) {
                throw new AssertionError(
                        wanted + " of " + Arrays.toString(numbers) + " give " + Arrays.toString(lines));
            }
        }
    }
}
