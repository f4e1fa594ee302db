package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationRulesTest {
    @Test
    void sigmoidMustBeRunMoreThanOnce() {
        var softplus = List.of(MadeUpReplica.seed(1).build());
        assertThat(rules(softplus, List.of()).onlyReluLike().because()).contains("--activation softplus,sigmoid");
        var once = rules(softplus, List.of(sigmoid(1, 0.1))).onlyReluLike();
        assertThat(once.verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(once.because()).contains("more --replicas");
    }

    @Test
    void withTheSeedsOfOnlyOneInCommonNothingIsTested() {
        var softplus =
                List.of(MadeUpReplica.seed(1).build(), MadeUpReplica.seed(2).build());
        assertThat(rules(softplus, List.of(sigmoid(2, 0.1), sigmoid(3, 0.1)))
                        .onlyReluLike()
                        .verdict())
                .isEqualTo(Verdict.NOT_TESTED);
    }

    @ParameterizedTest
    @CsvSource({
        // Softplus at 0.52, 0.53, 0.54. Sigmoid's R² of 0.05 is an r of 0.2236.
        "0.10,  0.12,  0.11,  REPRODUCED",
        "0.20,  0.20,  0.21,  REPRODUCED",
        "0.22,  0.22,  0.23,  NOT_TESTED",
        "-0.2, -0.21, -0.2,   REPRODUCED",
        "0.24,  0.24,  0.25,  NOT_REPRODUCED",
        "0.5,   0.51,  0.52,  NOT_REPRODUCED",
        "-0.5, -0.51, -0.52,  DIFFERS",
        // Sigmoid's R² is 0.09 on average, but of this sign or that.
        "-0.3,  0.3,   0.3,   NOT_TESTED"
    })
    void onlyReluLike(double first, double second, double third, Verdict verdict) {
        var judgement = rules(
                        softplus(0.52, 0.53, 0.54), List.of(sigmoid(1, first), sigmoid(2, second), sigmoid(3, third)))
                .onlyReluLike();
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.ours()).isCloseTo(0.53 - (first + second + third) / 3, within(1e-15));
    }

    @Test
    void withNoCorrelationInSigmoidSoftplusMustStillHaveMore() {
        var sigmoid = List.of(sigmoid(1, 0.1), sigmoid(2, 0.1), sigmoid(3, 0.1));
        assertThat(rules(softplus(0.05, 0.06, 0.04), sigmoid).onlyReluLike().verdict())
                .as("surely less")
                .isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(rules(softplus(0.05, 0.3, 0.1), sigmoid).onlyReluLike().verdict())
                .as("more or less")
                .isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void softplusLessSigmoidIsPairedBySeed() {
        var judgement = rules(softplus(0.5, 0.7, 0.6), List.of(sigmoid(3, 0.1), sigmoid(1, 0.02), sigmoid(2, 0.18)))
                .onlyReluLike();
        // Differences 0.48, 0.52, 0.50: s = 0.02; t has six digits.
        var half = 4.302653 * 0.02 / Math.sqrt(3);
        assertThat(judgement.ci95().low()).isCloseTo(0.5 - half, within(1e-7));
        assertThat(judgement.ci95().high()).isCloseTo(0.5 + half, within(1e-7));
        assertThat(judgement.because()).contains("3 seeds", "5 comparisons");
    }

    @ParameterizedTest
    @CsvSource({
        // r less that of shuffled neurons: softplus' 0.04, 0.03, 0.05; sigmoid's as given.
        "0.001, -0.001,  0,     REPRODUCED",
        "0.02,   0.021,  0.022, NOT_REPRODUCED",
        "0.09,   0.1,    0.11,  NOT_REPRODUCED",
        "-0.02, -0.021, -0.022, DIFFERS",
        "0.1,   -0.1,    0.05,  NOT_TESTED"
    })
    void onlyReluLikeOfTheNeuronsOwn(double first, double second, double third, Verdict verdict) {
        var softplus = List.of(own(1, "softplus", 0.04), own(2, "softplus", 0.03), own(3, "softplus", 0.05));
        var sigmoid = List.of(own(1, "sigmoid", first), own(2, "sigmoid", second), own(3, "sigmoid", third));
        var judgement = rules(softplus, sigmoid).onlyReluLikeOfOwnPart();
        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(judgement.ours()).isCloseTo(0.04 - (first + second + third) / 3, within(1e-15));
        assertThat(rules(softplus, sigmoid).onlyReluLike().verdict())
                .as("as they stand all are 0.5")
                .isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void withoutNullsNothingIsKnownToBeTheNeuronsOwn() {
        var judgement = rules(softplus(0.5, 0.6), List.of(sigmoid(1, 0.1), sigmoid(2, 0.1)))
                .onlyReluLikeOfOwnPart();
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(judgement.because()).contains("--null-draws");
    }

    /** One with r = 0.5, of which so much is the neurons' own. */
    private static Replica own(long seed, String activation, double own) {
        return MadeUpReplica.seed(seed)
                .activation(activation)
                .weights(0.5, 0.4, 0.6)
                .nulls(0.5 - own, 0, 0.5)
                .build();
    }

    private static List<Replica> softplus(double... rs) {
        return IntStream.range(0, rs.length)
                .mapToObj(i -> MadeUpReplica.seed(i + 1).weights(rs[i], -1, 1).build())
                .toList();
    }

    private static ActivationRules rules(List<Replica> softplus, List<Replica> sigmoid) {
        return new ActivationRules(softplus, sigmoid, 5);
    }

    private static Replica sigmoid(long seed, double r) {
        return MadeUpReplica.seed(seed).activation("sigmoid").weights(r, -1, 1).build();
    }
}
