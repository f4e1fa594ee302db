package org.basinlab.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HolmTest {
    @Test
    void agreesWithAnExampleByHand() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    }

    @Test
    void neverAboveOneNeverFallingAndBlindToMissingTests() {
        assertThat(Holm.adjusted(new double[] {0.6, Double.NaN, 0.5})).containsExactly(1, Double.NaN, 1);
        assertThat(Holm.adjusted(new double[0])).isEmpty();
        assertThat(Holm.adjusted(new double[] {0.02})).containsExactly(0.02);
    }

    /** All but three nulls true: one of the true ones is rejected in at most 5% of families, and nearly that often. */
    @Test
    void theChanceOfEvenOneFalseRejectionIsHeld() {
        var random = new Random(1);
        var families = 4000;
        var wrong = IntStream.range(0, families)
                .filter(f -> {
                    var p = random.doubles(50).toArray();
                    for (var i = 0; i < 3; i++) {
                        p[i] *= 1e-6;
                    }
                    var adjusted = Holm.adjusted(p);
                    assertThat(adjusted[0]).isLessThan(0.05);
                    return IntStream.range(3, 50).anyMatch(i -> adjusted[i] <= 0.05);
                })
                .count();
        assertThat((double) wrong / families).isBetween(0.035, 0.06);
    }
}
