package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationRulesTest {
    /** Of Student's t with 2 and 3 degrees of freedom: the 97.5% quantile, from tables. */
    private static final double T2 = 4.302653;

    private static final double T3 = 3.182446;

    @ParameterizedTest
    @CsvSource({
        // The published r is 0.52915, its R² 0.28. Within 0.05 and surely positive, whether the interval holds it or
        // not.
        "0.52915,  0.45,  0.60, REPRODUCED",
        "0.48,     0.47,  0.49, REPRODUCED",
        // R² 0.0499 and 0.0501 below it and above.
        "0.479687, 0.47,  0.49, REPRODUCED",
        "0.479479, 0.47,  0.49, DIFFERS",
        "0.574369, 0.56,  0.59, REPRODUCED",
        "0.574543, 0.56,  0.59, DIFFERS",
        "0.35,     0.30,  0.40, DIFFERS",
        "0.8,      0.7,   0.9,  DIFFERS",
        // Down to 0, and so no positive correlation is shown.
        "0.1,      0.0,   0.2,  NOT_REPRODUCED",
        "0.1,     -0.1,   0.3,  NOT_REPRODUCED",
        // R² = 0.28 with the other sign.
        "-0.52915, -0.6, -0.45, NOT_REPRODUCED",
        // An interval that holds the published value from far off cannot tell, nor can one down to 0.
        "0.24,     0.05,  0.60, NOT_TESTED",
        "0.1,     -0.4,   0.60, NOT_TESTED",
        "0.52915,  0.0,   0.80, NOT_TESTED"
    })
    void oneReplicaIsJudgedByItsOwnInterval(double r, double low, double high, Verdict verdict) {
        var judgement = rules(MadeUpReplica.seed(1).weights(r, low, high).build())
                .squared(Published.WEIGHTS_R2, ParameterSet.WEIGHTS);
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.ours()).isEqualTo(r * r);
        assertThat(judgement.because()).contains("one replica");
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.3, 0.01, 0.09", "-0.1, 0.3, 0, 0.09", "-0.4, 0.3, 0, 0.16", "-0.4, -0.3, 0.09, 0.16"})
    void theIntervalIsOfTheSquare(double low, double high, double lowest, double highest) {
        var interval = rules(MadeUpReplica.seed(1)
                        .weights((low + high) / 2, low, high)
                        .build())
                .squared(Published.WEIGHTS_R2, ParameterSet.WEIGHTS)
                .ci95();
        assertThat(interval.low()).isCloseTo(lowest, within(1e-15));
        assertThat(interval.high()).isCloseTo(highest, within(1e-15));
    }

    @Test
    void everySetHasItsOwnNumber() {
        var replica = MadeUpReplica.seed(1)
                .weights(0.8, 0.7, 0.9)
                .biases(0.41, 0.3, 0.5)
                .build();
        assertThat(rules(replica)
                        .squared(Published.BIASES_R2, ParameterSet.BIASES)
                        .verdict())
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(rules(replica)
                        .squared(Published.WEIGHTS_R2, ParameterSet.WEIGHTS)
                        .verdict())
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void severalSeedsAreJudgedByWhereAFurtherOneWouldFall() {
        var judgement = rules(0.34, 0.36, 0.35, 0.35).squared(Published.WEIGHTS_R2, ParameterSet.WEIGHTS);
        assertThat(judgement.verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(judgement.because()).contains("4 replicas, interval for a further seed");
        assertThat(judgement.ours())
                .as("the mean of R², not the square of the mean")
                .isCloseTo((0.34 * 0.34 + 0.36 * 0.36 + 2 * 0.35 * 0.35) / 4, within(1e-15));
        // s^2 = 2 x 0.01^2 / 3; six digits of t.
        var half = T3 * Math.sqrt(2.0 / 3) * 0.01 * Math.sqrt(1.25);
        assertThat(Math.sqrt(judgement.ci95().low())).isCloseTo(0.35 - half, within(1e-7));
        assertThat(Math.sqrt(judgement.ci95().high())).isCloseTo(0.35 + half, within(1e-7));
    }

    @Test
    void severalSeedsReachEveryVerdict() {
        assertThat(verdict(0.52, 0.53, 0.54)).isEqualTo(Verdict.REPRODUCED);
        assertThat(verdict(0.75, 0.76, 0.77)).isEqualTo(Verdict.DIFFERS);
        assertThat(verdict(-0.02, 0.01, 0.02)).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(verdict(0.1, 0.3, 0.6)).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void theIntervalOfAFurtherSeedStaysACorrelations() {
        var interval = rules(0.1, 0.9)
                .squared(Published.WEIGHTS_R2, ParameterSet.WEIGHTS)
                .ci95();
        assertThat(interval).isEqualTo(new Interval(0, 1));
    }

    @Test
    void noCorrelationOrNoIntervalTestsNothing() {
        var none = MadeUpReplica.seed(1).weights(MadeUpReplica.none()).build();
        var one = MadeUpReplica.seed(2).build();
        for (var replicas : List.of(List.of(none), List.of(one, none))) {
            var judgement = new CorrelationRules(replicas, 3).squared(Published.WEIGHTS_R2, ParameterSet.WEIGHTS);
            assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_TESTED);
            assertThat(judgement.ours()).isNull();
        }
    }

    @Test
    void saysHowManyComparisonsThereAre() {
        var replica = List.of(MadeUpReplica.seed(1).build());
        assertThat(new CorrelationRules(replica, 4)
                        .squared(0.28, ParameterSet.WEIGHTS)
                        .because())
                .endsWith("4 comparisons are made in this run, each at 95%.");
        assertThat(new CorrelationRules(replica, 3).secondHalfStronger().because())
                .endsWith("3 comparisons are made in this run, each at 95%.");
    }

    @ParameterizedTest
    @CsvSource({"0.00009, REPRODUCED", "0.0001, NOT_REPRODUCED", "0.2, NOT_REPRODUCED", "NaN, NOT_TESTED"})
    void biasesAreSignificantBelowThePublishedP(double p, Verdict verdict) {
        assertThat(rules(MadeUpReplica.seed(1).biasesP(p).build())
                        .biasesSignificant()
                        .verdict())
                .isEqualTo(verdict);
    }

    @Test
    void aNegativeCorrelationOfTheBiasesIsNotTheClaimedOneHoweverSmallItsP() {
        var judgement =
                rules(MadeUpReplica.seed(1).biases(-0.5, -0.6, -0.4).build()).biasesSignificant();
        assertThat(judgement.ours()).isEqualTo(1e-5);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(judgement.because()).contains("not positive");
    }

    @Test
    void ofSeveralReplicasTheMedianPCounts() {
        var replicas = IntStream.range(0, 3)
                .mapToObj(i -> MadeUpReplica.seed(i)
                        .biasesP(new double[] {1e-9, 0.5, 1e-5}[i])
                        .nulls(0, 0, new double[] {0.9, 0.25, 0.01}[i])
                        .build())
                .toArray(Replica[]::new);
        var judgement = rules(replicas).biasesSignificant();
        assertThat(judgement.ours()).isEqualTo(1e-5);
        assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(judgement.because()).contains("median").contains("by shuffling neurons it is 0.25");
    }

    @ParameterizedTest
    @CsvSource({
        "0.01,  0.005,  0.015, REPRODUCED",
        "0.01,  0.0,    0.02,  NOT_TESTED",
        "0.01, -0.01,   0.03,  NOT_TESTED",
        "-0.01, -0.02,  0.0,   NOT_TESTED",
        "-0.01, -0.02, -0.005, NOT_REPRODUCED"
    })
    void theSecondHalfIsStrongerIfTheGainIsSurelyAbove0(double gain, double low, double high, Verdict verdict) {
        var judgement = rules(MadeUpReplica.seed(1)
                        .gain(gain, new Interval(low, high), 0)
                        .build())
                .secondHalfStronger();
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.ours()).isEqualTo(gain);
        assertThat(judgement.because()).contains(gain > 0 ? "0.010 more" : "0.010 less");
    }

    @Test
    void theGainOfSeveralSeedsHasTheirMeansInterval() {
        var replicas = IntStream.range(0, 3)
                .mapToObj(i -> MadeUpReplica.seed(i)
                        .gain(0.01 * (i + 1), new Interval(-1, 1), -0.02)
                        .build())
                .toArray(Replica[]::new);
        var judgement = rules(replicas).secondHalfStronger();
        // s = 0.01; t has six digits.
        var half = T2 * 0.01 / Math.sqrt(3);
        assertThat(judgement.ci95().low()).isCloseTo(0.02 - half, within(1e-7));
        assertThat(judgement.ci95().high()).isCloseTo(0.02 + half, within(1e-7));
        assertThat(judgement.verdict()).as("0.02 -+ 0.025").isEqualTo(Verdict.NOT_TESTED);
        assertThat(judgement.because()).contains("of the biases 0.020 less");
    }

    @Test
    void withAllOfPhase1TalliedThereIsNoSecondHalf() {
        var zero = new Interval(0, 0);
        var one = rules(MadeUpReplica.seed(1).gain(0, zero, 0).build()).secondHalfStronger();
        assertThat(one.verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(one.because()).contains("nothing to compare").contains("--tally-from");
        var two = rules(
                        MadeUpReplica.seed(1).gain(0, zero, 0).build(),
                        MadeUpReplica.seed(2).gain(0, zero, 0).build())
                .secondHalfStronger();
        assertThat(two.because()).contains("nothing to compare");
        var none = rules(MadeUpReplica.seed(1).gain(0.1, null, 0).build()).secondHalfStronger();
        assertThat(none.verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(none.ours()).isNull();
    }

    private static Verdict verdict(double... rs) {
        return rules(rs).squared(Published.WEIGHTS_R2, ParameterSet.WEIGHTS).verdict();
    }

    private static CorrelationRules rules(double... rs) {
        return rules(IntStream.range(0, rs.length)
                .mapToObj(i -> MadeUpReplica.seed(i + 1).weights(rs[i], -1, 1).build())
                .toArray(Replica[]::new));
    }

    private static CorrelationRules rules(Replica... replicas) {
        return new CorrelationRules(Arrays.asList(replicas), 3);
    }
}
