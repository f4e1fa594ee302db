package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.basinlab.data.MnistDigests;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;

/** Which claims are judged, on what and when, on made-up replicas. */
class LocalizeClaimsTest {
    private static final LocalizeConfig P4 = LocalizeConfig.p4(1);
    private static final LocalizeConfig BOTH = P4.with(StandardActivation.SOFTPLUS, StandardActivation.SIGMOID);

    @Test
    void whatEveryReplicaShowsAsPublishedIsReproduced() {
        var claims = claims(P4, MadeUpReplica.seed(1).build());
        assertThat(claims).hasSize(12).allMatch(claim -> claim.source().equals("P4"));
        assertThat(claims)
                .filteredOn(claim -> claim.verdict() != Verdict.REPRODUCED)
                .as("sigmoid was not run and no null drawn, all else is as published")
                .hasSize(2)
                .allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED);
        assertThat(claims.get(0).published()).isEqualTo(0.28);
        assertThat(claims.get(1).published()).isEqualTo(0.17);
        assertThat(claims.get(2).published()).isEqualTo(0.0001);
        assertThat(claims.subList(3, 12)).allMatch(claim -> claim.published() == null);
    }

    @Test
    void weightsAndBiasesAreNotMixedUp() {
        var claims = claims(
                P4,
                MadeUpReplica.seed(1)
                        .weights(0.8, 0.7, 0.9)
                        .biases(0.0, -0.1, 0.1)
                        .build());
        assertThat(claims.get(0).verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(claims.get(0).ours()).isEqualTo(0.8 * 0.8);
        assertThat(claims.get(1).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(claims.get(1).ours()).isZero();
    }

    @Test
    void comparisonsAreCountedWithAndWithoutSigmoid() {
        var softplus = MadeUpReplica.seed(1).build();
        assertThat(claims(P4, softplus).get(0).because()).contains("3 comparisons");
        var sigmoid = MadeUpReplica.seed(1).activation("sigmoid").build();
        assertThat(claims(BOTH, softplus, sigmoid).get(0).because()).contains("5 comparisons");
    }

    @Test
    void onlySoftplusReplicasThatDidNotDivergeAreJudged() {
        var relu =
                MadeUpReplica.seed(1).activation("relu").weights(0, -0.1, 0.1).build();
        var config = P4.with(StandardActivation.RELU, StandardActivation.SOFTPLUS);
        var claims = claims(
                config,
                relu,
                MadeUpReplica.diverged(1, "softplus"),
                MadeUpReplica.seed(2).build());
        assertThat(claims.get(0).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claims.get(0).because()).contains("one replica");
    }

    @Test
    void sigmoidIsJudgedByItsOwnReplicas() {
        var claims = claims(
                BOTH,
                MadeUpReplica.seed(1).weights(0.52, 0.4, 0.6).build(),
                MadeUpReplica.seed(2).weights(0.53, 0.4, 0.6).build(),
                MadeUpReplica.seed(1)
                        .activation("sigmoid")
                        .weights(0.05, 0, 0.1)
                        .build(),
                MadeUpReplica.seed(2)
                        .activation("sigmoid")
                        .weights(0.04, 0, 0.1)
                        .build());
        assertThat(claims.get(4).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claims.get(0).verdict()).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void noCorrelationAtAllTestsNoCorrelation() {
        var replica = MadeUpReplica.seed(1)
                .weights(MadeUpReplica.none())
                .biases(MadeUpReplica.none())
                .gain(Double.NaN, null, Double.NaN)
                .clusters(Double.NaN, Double.NaN)
                .biasPattern(Double.NaN, Double.NaN)
                .perPixel(MadeUpReplica.pixels(new double[] {Double.NaN}, new double[] {Double.NaN}))
                .build();
        var claims = claims(P4, replica);
        // Neither the map's negative regions (none is there) nor the loss need a correlation.
        assertThat(claims.subList(0, 8))
                .allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED && claim.ours() == null);
        assertThat(claims.get(9).verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void anotherSettingTestsNothingAndSaysWhy() {
        var replica = MadeUpReplica.seed(1).build();
        assertThat(claims(P4.with(DigitGroups.parse("1,7:6,9")), replica))
                .allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED
                        && claim.ours() == null
                        && claim.because().contains("6,9"));
        assertThat(claims(P4, Map.of("a", "b"), replica))
                .as("other images")
                .allMatch(claim ->
                        claim.verdict() == Verdict.NOT_TESTED && claim.because().contains("MNIST"));
    }

    @Test
    void noReplicaLeftTestsNothing() {
        assertThat(claims(P4, MadeUpReplica.diverged(1, "softplus")))
                .hasSize(12)
                .allMatch(claim ->
                        claim.verdict() == Verdict.NOT_TESTED && claim.because().contains("diverged"));
    }

    private static List<Claim> claims(LocalizeConfig config, Replica... replicas) {
        return claims(config, MnistDigests.SHA_256, replicas);
    }

    private static List<Claim> claims(LocalizeConfig config, Map<String, String> digests, Replica... replicas) {
        var setting = P4Setting.whatDiffers(config, digests);
        return new LocalizeClaims(setting, results(config, replicas), MadeUpReplica.COLUMNS).all();
    }

    private static LocalizeResults results(LocalizeConfig config, Replica... replicas) {
        return LocalizeResults.of(List.of(replicas), config.activations());
    }
}
