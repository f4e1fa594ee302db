package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.basinlab.data.MnistDigests;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.network.Activation;
import org.basinlab.stats.Association;
import org.basinlab.stats.Interval;
import org.junit.jupiter.api.Test;

/** The rules of the verdicts, on made-up replicas. */
class LocalizeClaimsTest {
    private static final double R = Math.sqrt(0.28);

    @Test
    void equalWithinTheMarginIsReproduced() {
        var weights = claims(P4, replica(R + 0.03, R - 0.1, R + 0.1)).get(0);
        assertThat(weights.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(weights.published()).isEqualTo(0.28);
        assertThat(weights.ours()).isCloseTo((R + 0.03) * (R + 0.03), within(1e-12));
        assertThat(weights.ci95().low()).isCloseTo((R - 0.1) * (R - 0.1), within(1e-12));
    }

    @Test
    void correlatedWithAnotherNumberDiffers() {
        assertThat(claims(P4, replica(0.35, 0.3, 0.4)).get(0).verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(claims(P4, replica(0.8, 0.7, 0.9)).get(0).verdict()).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void noOrTheOppositeCorrelationIsNotReproduced() {
        var none = claims(P4, replica(0.1, -0.1, 0.3)).get(0);
        assertThat(none.verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(none.ci95().low()).as("r^2 of an interval around 0").isZero();
        var opposite = claims(P4, replica(-R, -R - 0.1, -R + 0.1)).get(0);
        assertThat(opposite.verdict()).as("R² = 0.28 with the other sign").isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void anIntervalThatHoldsThePublishedValueCannotTell() {
        var wide = claims(P4, replica(0.24, 0.05, 0.6)).get(0);
        assertThat(wide.verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(wide.ours()).isNotNull();
        assertThat(wide.because()).contains("Too uncertain");
        assertThat(claims(P4, replica(0.1, -0.4, 0.6)).get(0).verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void noCorrelationAtAllTestsNothing() {
        var nan = Double.NaN;
        var none = new Association(nan, nan, nan, nan, null, 2, 98);
        var replica = new Replica(
                1,
                false,
                null,
                null,
                new Replica.Phase1(9, 0, 0),
                none,
                none,
                none,
                none,
                none,
                none,
                new PerPixel(nan, 0, new double[] {nan}),
                List.of(),
                0.5);
        assertThat(claims(P4, replica)).allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED);
    }

    @Test
    void severalSeedsAreJudgedByWhereAFurtherOneWouldFall() {
        var seeds = new ArrayList<Replica>();
        for (var r : new double[] {0.34, 0.36, 0.35, 0.35}) {
            seeds.add(replica(r, -1, 1));
        }
        var claim = claims(P4, seeds.toArray(Replica[]::new)).get(0);
        assertThat(claim.verdict()).isEqualTo(Verdict.DIFFERS);
        // 0.35 -+ t(3; 0.975) s sqrt(1 + 1/4), s = 0.00816, t = 3.182.
        assertThat(Math.sqrt(claim.ci95().low())).isCloseTo(0.35 - 3.182 * 0.008165 * Math.sqrt(1.25), within(1e-4));
    }

    @Test
    void anotherSettingOrNoNetworkTestsNothing() {
        var replica = replica(R, R - 0.1, R + 0.1);
        var relu = P4.with(P4.network().withActivation(Activation.RELU));
        assertThat(claims(relu, replica)).allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED);
        assertThat(claims(P4.with(DigitGroups.parse("1,7:6,9")), replica))
                .allMatch(claim ->
                        claim.verdict() == Verdict.NOT_TESTED && claim.because().contains("6,9"));
        assertThat(claims(P4.with(P4.schedule().withLengths(12_000, 500)), replica))
                .allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED);
        assertThat(claims(P4.with(P4.schedule().withLearningRate(0.1)), replica)
                        .get(0)
                        .verdict())
                .as("the learning rate is not stated")
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(new LocalizeClaims(P4, Map.of("a", "b"), LocalizeResults.of(List.of(replica))).all())
                .as("other images")
                .allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED);
        var diverged = new Replica(
                1,
                true,
                3,
                "phase1",
                new Replica.Phase1(9, 0, 0),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        assertThat(claims(P4, diverged))
                .allMatch(claim ->
                        claim.verdict() == Verdict.NOT_TESTED && claim.because().contains("diverged"));
    }

    @Test
    void pixelsCountWhereTheyHaveACorrelation() {
        // Two positive, one negative, one without: two of three.
        assertThat(claims(P4, replica(R, R - 0.1, R + 0.1)).get(3).ours()).isCloseTo(2.0 / 3, within(1e-12));
    }

    private static final LocalizeConfig P4 = LocalizeConfig.p4(1);

    private static List<Claim> claims(LocalizeConfig config, Replica... replicas) {
        return new LocalizeClaims(config, MnistDigests.SHA_256, LocalizeResults.of(List.of(replicas))).all();
    }

    private static Replica replica(double r, double low, double high) {
        var a = new Association(r, r * r, 1, 0.5, new Interval(low, high), 100, 0);
        return new Replica(
                1,
                false,
                null,
                null,
                new Replica.Phase1(10, 0.9, 0.1),
                a,
                a,
                a,
                a,
                a,
                a,
                new PerPixel(0.1, 1, new double[] {0.5, -0.2, Double.NaN, 0.1}),
                List.of(),
                0.9);
    }
}
