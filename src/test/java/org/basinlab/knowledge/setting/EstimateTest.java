package org.basinlab.knowledge.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
    /** Student's t on 4 degrees of freedom: 2.776445 at 97.5%, 4.604095 at 99.5%. */
    @Test
    void intervalsAreStudents() {
        var estimate = Estimate.of(new double[] {1, 2, 3, Double.NaN, 4, 5}, 5);
        assertThat(estimate.mean()).isEqualTo(3);
        assertThat(estimate.n()).isEqualTo(5);
        var half = Math.sqrt(2.5 / 5);
        assertThat(estimate.ci95().high() - 3).isCloseTo(2.776445105 * half, within(1e-8));
        assertThat(3 - estimate.judged().low()).isCloseTo(4.604094871 * half, within(1e-8));
    }

    @Test
    void everyVerdict() {
        assertThat(verdict(0.3, 0.31, 0.29)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(0.03, 0.031, 0.029)).isEqualTo(Verdict.DIFFERS);
        assertThat(verdict(0.001, -0.001, 0)).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(verdict(-0.3, -0.31, -0.29)).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(verdict(-1, 1, 0.3)).isEqualTo(Verdict.NOT_TESTED);
        assertThat(verdict(0.3)).isEqualTo(Verdict.NOT_TESTED);
        assertThat(verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(verdict(Double.NaN, Double.NaN)).isEqualTo(Verdict.NOT_TESTED);
    }

    private static Verdict verdict(double... values) {
        return Estimate.of(values, 2).above(0.1);
    }

    /** Of m true nulls, one or more is found in at most 5% of families: 1000 families of 8, so at most 5% + 4 standard errors. */
    @Test
    void allComparisonsHoldTogether() {
        var random = new RandomStream(1, RandomStream.KNOWLEDGE, 2);
        var missed = IntStream.range(0, 1000)
                .filter(f -> IntStream.range(0, 8).anyMatch(m -> {
                    var values = IntStream.range(0, 10)
                            .mapToDouble(k -> random.normal(f * 80L + m * 10 + k))
                            .toArray();
                    return !Estimate.of(values, 8).judged().contains(0);
                }))
                .count();
        assertThat(missed).isBetween(15L, 78L);
    }

    @Test
    void aFailedControlSilencesItsClaims() {
        var claim = Judged.holds("P3", "It holds", null, 1.0, true, "It does");
        var good = Control.positive("good", "so", Estimate.of(new double[] {1, 1.1, 0.9}, 1), 0.5);
        var weak = Control.positive("weak", "so", Estimate.of(new double[] {0.1, 0.11, 0.09}, 1), 0.5);
        var quiet = Control.negative("quiet", "so", Estimate.of(new double[] {0.1, -0.1, 0.01}, 1), 0.5);
        var loud = Control.negative("loud", "so", Estimate.of(new double[] {1, 1.1, 0.9}, 1), 0.5);
        assertThat(List.of(good.passed(), weak.passed(), quiet.passed(), loud.passed()))
                .containsExactly(true, false, true, false);
        assertThat(Control.gate(List.of(good, quiet), List.of(claim))).containsExactly(claim);
        var silenced = Control.gate(List.of(good, weak, loud), List.of(claim)).get(0);
        assertThat(silenced.verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(silenced.because()).contains("weak, loud").contains("It does");
    }
}
