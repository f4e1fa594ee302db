package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActivationEffectTest {
    /** 97.5% quantiles of Student's t with 1 and 2 degrees of freedom, from tables. */
    private static final double T1 = 12.706205;

    private static final double T2 = 4.302653;
    /** Six digits of t. */
    private static final double TABLES = 1e-6;

    private static final List<Replica> FIRST = replicas(1, 0.1, 0.3, 0.2);

    @Test
    void theDifferenceIsPairedAndHedgesGByHand() {
        var effect = ActivationEffect.of(replicas(1, 0.5, 0.6, 0.7), FIRST);
        var difference = effect.againstFirst().weightsR();
        // 0.4, 0.3, 0.5: s = 0.1.
        assertThat(difference.pairs()).isEqualTo(3);
        assertThat(difference.mean()).isCloseTo(0.4, within(1e-15));
        assertThat(difference.ci95().low()).isCloseTo(0.4 - T2 * 0.1 / Math.sqrt(3), within(TABLES));
        assertThat(difference.ci95().high()).isCloseTo(0.4 + T2 * 0.1 / Math.sqrt(3), within(TABLES));
        // Both have s = 0.1: d = 4, and 4 degrees of freedom correct it by 1 - 3 / (4 x 4 - 1) = 0.8.
        assertThat(difference.hedgesG()).isCloseTo(3.2, within(1e-12));
        assertThat(effect.againstFirst().biasesR().mean())
                .as("the biases have half of it")
                .isCloseTo(0.2, within(1e-15));
        assertThat(effect.weightsR().mean()).isCloseTo(0.6, within(1e-15));
        assertThat(effect.weightsR().ci95().low()).isCloseTo(0.6 - T2 * 0.1 / Math.sqrt(3), within(TABLES));
    }

    @Test
    void seedsOfWhichOneDivergedAreDropped() {
        // Ours has seeds 2, 3, 4: 0.5 and 0.6 stand against 0.3 and 0.2.
        var difference = ActivationEffect.of(replicas(2, 0.5, 0.6, 0.9), FIRST)
                .againstFirst()
                .weightsR();
        assertThat(difference.pairs()).isEqualTo(2);
        assertThat(difference.mean()).isCloseTo(0.3, within(1e-15));
        // 0.2 and 0.4: s = sqrt(0.02).
        assertThat(difference.ci95().low()).isCloseTo(0.3 - T1 * 0.1, within(TABLES));
        // s^2 = 0.005 in both: d = 0.3 / sqrt(0.005), corrected by 1 - 3 / 7.
        assertThat(difference.hedgesG()).isCloseTo(0.3 / Math.sqrt(0.005) * 4 / 7, within(1e-12));
    }

    @Test
    void onePairHasAMeanAndNoPairNothing() {
        var one =
                ActivationEffect.of(replicas(3, 0.9, 0.9), FIRST).againstFirst().weightsR();
        assertThat(one.pairs()).isEqualTo(1);
        assertThat(one.mean()).isCloseTo(0.7, within(1e-15));
        assertThat(one.ci95()).isNull();
        assertThat(one.hedgesG()).isNaN();
        var none =
                ActivationEffect.of(replicas(7, 0.9, 0.9), FIRST).againstFirst().weightsR();
        assertThat(none.pairs()).isZero();
        assertThat(none.mean()).isNaN();
        var empty = ActivationEffect.of(List.of(), FIRST);
        assertThat(empty.weightsR().mean()).isNaN();
        assertThat(empty.weightsR().ci95()).isNull();
    }

    @Test
    void theFirstHasNoDifferenceFromItself() {
        assertThat(ActivationEffect.of(FIRST, FIRST).againstFirst()).isNull();
    }

    @Test
    void theExcessIsRLessTheNullsMean() {
        var ours = IntStream.range(0, 3)
                .mapToObj(i -> MadeUpReplica.seed(i + 1)
                        .weights(0.5 + 0.1 * i, 0, 1)
                        .biases(0.2, 0, 1)
                        .nulls(0.3, 0.25, 0.5)
                        .build())
                .toList();
        var effect = ActivationEffect.of(ours, ours);
        assertThat(effect.weightsExcess().mean()).isCloseTo(0.3, within(1e-12));
        assertThat(effect.biasesExcess().mean()).isCloseTo(-0.05, within(1e-12));
        var without = ActivationEffect.of(FIRST, ours);
        assertThat(without.weightsExcess().mean()).as("no nulls").isNaN();
        assertThat(without.weightsExcess().ci95()).isNull();
        assertThat(without.againstFirst().weightsExcess().mean()).isNaN();
    }

    /** Of consecutive seeds; the biases' r is half of the weights'. */
    private static List<Replica> replicas(long seed, double... r) {
        return IntStream.range(0, r.length)
                .mapToObj(i -> MadeUpReplica.seed(seed + i)
                        .weights(r[i], -1, 1)
                        .biases(r[i] / 2, -1, 1)
                        .build())
                .toList();
    }
}
