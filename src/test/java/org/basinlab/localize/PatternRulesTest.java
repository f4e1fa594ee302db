package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basinlab.experiment.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternRulesTest {
    private static final double NAN = Double.NaN;

    @ParameterizedTest
    @CsvSource({
        "0.95, 0.9,    REPRODUCED",
        "0.9,  0.95,   REPRODUCED",
        "0.99, 0.8999, DIFFERS",
        "0.5,  0.99,   DIFFERS",
        "0.4999, 1,    NOT_REPRODUCED",
        "NaN,  0.99,   NOT_TESTED",
        "0.99, NaN,    NOT_TESTED"
    })
    void clustersAndTheirPatternAreGradedByTheWeakerOfRAndQ(double r, double q, Verdict verdict) {
        var clusters = rules(MadeUpReplica.seed(1).clusters(r, q).build()).clusters();
        assertThat(clusters.verdict()).isEqualTo(verdict);
        var pattern = rules(MadeUpReplica.seed(1).biasPattern(r, q).build()).clustersFollowBiases();
        assertThat(pattern.verdict()).isEqualTo(verdict);
        if (verdict != Verdict.NOT_TESTED) {
            assertThat(clusters.ours()).isEqualTo(Math.min(r, q));
            assertThat(pattern.ours()).isEqualTo(Math.min(r, q));
        }
    }

    @Test
    void aPatternTheOtherWayRoundIsNone() {
        assertThat(rules(MadeUpReplica.seed(1).biasPattern(-0.99, -0.99).build())
                        .clustersFollowBiases()
                        .verdict())
                .isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void sharesAreMeansOverReplicas() {
        var judgement = rules(
                        MadeUpReplica.seed(1).clusters(1, 0.8).build(),
                        MadeUpReplica.seed(2).clusters(0.96, 0.98).build())
                .clusters();
        assertThat(judgement.ours()).isCloseTo(0.89, within(1e-15));
        assertThat(judgement.verdict()).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void moreThanHalfOfTheInkedPixelsWithACorrelationArePositive() {
        // Inked: two above 0, two below, one at 0, one without; never inked: one above.
        var map = new double[] {0.5, 0.1, -0.2, -0.1, 0, NAN, 0.9};
        var p = new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, NAN};
        var less = positive(map, p);
        assertThat(less.ours()).isEqualTo(2.0 / 5);
        assertThat(less.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        map[4] = NAN;
        var half = positive(map, p);
        assertThat(half.ours()).isEqualTo(0.5);
        assertThat(half.verdict()).as("half is not most").isEqualTo(Verdict.NOT_REPRODUCED);
        map[3] = 0.01;
        assertThat(positive(map, p).verdict()).isEqualTo(Verdict.REPRODUCED);
        Arrays.fill(map, NAN);
        assertThat(positive(map, p).verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void aNegativeRegionIsFiveTouchingPixelsOneSurelySo() {
        // Five pixels in the shape of a P: four columns.
        var map = new double[] {
            -0.1, -0.1, 0.1, 0.1,
            -0.1, -0.1, 0.1, 0.1,
            -0.1, 0.1, 0.1, 0.1
        };
        var sure = new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertThat(negative(map, sure).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(negative(map, sure).ours()).isEqualTo(1);
        var unsure = sure.clone();
        unsure[5] = 0.051;
        assertThat(negative(map, unsure).verdict()).isEqualTo(Verdict.DIFFERS);
        map[8] = 0.1;
        assertThat(negative(map, sure).verdict()).as("four").isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void mostReplicasMustHaveANegativeRegion() {
        var map = new double[] {-0.1, -0.1, -0.1, -0.1, -0.1, 0.1, 0.1, 0.1};
        var with = MadeUpReplica.pixels(map, new double[] {0.01, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1});
        var unsure = MadeUpReplica.pixels(map, new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1});
        var without = MadeUpReplica.pixels(new double[] {0.1}, new double[] {0.1});
        assertThat(regions(with, with, without)).isEqualTo(Verdict.REPRODUCED);
        assertThat(regions(with, without, without)).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(regions(with, without)).as("half are not most").isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(regions(with, unsure, without)).isEqualTo(Verdict.DIFFERS);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.2, REPRODUCED",
        "-0.1, -0.2, REPRODUCED",
        "0.11, 0.2, DIFFERS",
        "0.199, 0.2, DIFFERS",
        "0.2, 0.2, NOT_REPRODUCED",
        "-0.4, 0.2, NOT_REPRODUCED",
        "NaN, 0.2, NOT_TESTED"
    })
    void edgesAreWeakAtHalfOfTheRest(double edge, double inked, Verdict verdict) {
        var pixels = MadeUpReplica.pixels(new double[] {edge, inked}, new double[] {NAN, 0.5});
        var judgement = rules(MadeUpReplica.seed(1).perPixel(pixels).build()).weakAtTheEdges();
        assertThat(judgement.verdict()).isEqualTo(verdict);
        if (verdict != Verdict.NOT_TESTED) {
            assertThat(judgement.ours()).isEqualTo(Math.abs(edge) / Math.abs(inked));
        }
    }

    @Test
    void withEveryPixelInkedThereAreNoEdges() {
        var pixels = MadeUpReplica.pixels(new double[] {0.1, 0.2}, new double[] {0.5, 0.5});
        assertThat(rules(MadeUpReplica.seed(1).perPixel(pixels).build())
                        .weakAtTheEdges()
                        .verdict())
                .isEqualTo(Verdict.NOT_TESTED);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.99, REPRODUCED",
        "0.2, 1, REPRODUCED",
        // Later than phase 1, whose end is at 0.2: it matters whether the loss is much lower there.
        "0.21, 0.9, DIFFERS",
        "0.9, 0.99, DIFFERS",
        "0.9, 0.89, NOT_REPRODUCED",
        "NaN, 0.5, NOT_TESTED"
    })
    void theLossIsLeastEarlyIfInPhase1(double at, double ratio, Verdict verdict) {
        var judgement = rules(MadeUpReplica.seed(1).learning(at, ratio).build()).lossLeastEarly();
        assertThat(judgement.verdict()).isEqualTo(verdict);
    }

    @Test
    void whenTheLossIsLeastIsTheMedianOverReplicas() {
        var judgement = rules(
                        MadeUpReplica.seed(1).learning(0.1, 0.95).build(),
                        MadeUpReplica.seed(2).learning(0.9, 0.5).build(),
                        MadeUpReplica.seed(3).learning(0.15, 0.95).build())
                .lossLeastEarly();
        assertThat(judgement.ours()).isEqualTo(0.15);
        assertThat(judgement.verdict()).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void overSeveralSeedsTheShareOfPositivePixelsMustBeSure() {
        // Shares of 0.6, 0.7 and 0.7: 0.667 -+ 0.143; of 0.4, 0.7 and 0.6: 0.567 -+ 0.379.
        assertThat(ofShares(6, 7, 7).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(ofShares(4, 3, 3).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        var open = ofShares(4, 7, 6);
        assertThat(open.verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(open.because()).contains("too uncertain");
        assertThat(open.ci95().contains(0.5)).isTrue();
    }

    /** Seeds with so many positive pixels of ten. */
    private static Judgement ofShares(int... positive) {
        return rules(Arrays.stream(positive)
                        .mapToObj(count -> MadeUpReplica.seed(count)
                                .perPixel(MadeUpReplica.pixels(
                                        IntStream.range(0, 10)
                                                .mapToDouble(i -> i < count ? 0.3 : -0.3)
                                                .toArray(),
                                        new double[10]))
                                .build())
                        .toArray(Replica[]::new))
                .pixelsMostlyPositive();
    }

    private static Judgement positive(double[] map, double[] p) {
        return rules(MadeUpReplica.seed(1)
                        .perPixel(MadeUpReplica.pixels(map.clone(), p))
                        .build())
                .pixelsMostlyPositive();
    }

    private static Judgement negative(double[] map, double[] p) {
        return rules(MadeUpReplica.seed(1)
                        .perPixel(MadeUpReplica.pixels(map.clone(), p))
                        .build())
                .negativeRegions();
    }

    private static Verdict regions(PerPixel... maps) {
        return rules(Arrays.stream(maps)
                        .map(map -> MadeUpReplica.seed(1).perPixel(map).build())
                        .toArray(Replica[]::new))
                .negativeRegions()
                .verdict();
    }

    private static PatternRules rules(Replica... replicas) {
        return new PatternRules(Arrays.asList(replicas), MadeUpReplica.COLUMNS);
    }
}
