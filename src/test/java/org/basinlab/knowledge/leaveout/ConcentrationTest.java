package org.basinlab.knowledge.leaveout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class ConcentrationTest {
    @Property(tries = 40)
    void itIsTheShareOfThoseThatComeFirst(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int n) {
        var order = IntStream.of(new RandomStream(seed, RandomStream.BOOTSTRAP, 0).permutation(n, 0))
                .mapToDouble(k -> k)
                .toArray();
        var random = new RandomStream(seed, RandomStream.BOOTSTRAP, 1);
        var change = IntStream.range(0, n).mapToDouble(random::normal).toArray();
        var sorted = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(p -> -order[p]))
                .mapToDouble(p -> change[p] * change[p])
                .toArray();
        var all = IntStream.range(0, n).mapToDouble(p -> sorted[p]).sum();
        for (var count = 0; count <= n; count++) {
            var first = IntStream.range(0, count).mapToDouble(p -> sorted[p]).sum();
            assertThat(Concentration.of(order, change, (double) count / n)[0]).isCloseTo(first / all, within(1e-12));
        }
    }

    @Test
    void equalsShareTheirEnergy() {
        assertThat(Concentration.of(new double[] {1, 1, 1, 1}, new double[] {2, 0, 0, 0}, 0, 0.25, 0.5, 1))
                .containsExactly(0, 0.25, 0.5, 1);
        assertThat(Concentration.of(new double[] {1, 0, 0}, new double[] {0, 1, 1}, 1 / 3.0, 2 / 3.0))
                .containsExactly(0, 0.5);
    }

    @Test
    void ofNoChangeThereIsNoShare() {
        assertThat(Concentration.of(new double[] {1, 2}, new double[2], 0.5)[0]).isNaN();
    }
}
