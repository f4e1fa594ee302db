package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Verdict;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    @ParameterizedTest
    @CsvSource({
        "REPRODUCED,     REPRODUCED,     It replicated:",
        "REPRODUCED,     DIFFERS,        It replicated in part:",
        "REPRODUCED,     NOT_REPRODUCED, It replicated in part:",
        "REPRODUCED,     NOT_TESTED,     It replicated in part:",
        "DIFFERS,        REPRODUCED,     It replicated in part:",
        "DIFFERS,        DIFFERS,        It did not replicate as published:",
        "DIFFERS,        NOT_REPRODUCED, It did not replicate as published:",
        "DIFFERS,        NOT_TESTED,     It did not replicate as published:",
        "NOT_REPRODUCED, REPRODUCED,     It replicated in part:",
        "NOT_REPRODUCED, DIFFERS,        It did not replicate as published:",
        "NOT_REPRODUCED, NOT_REPRODUCED, It did not replicate:",
        "NOT_REPRODUCED, NOT_TESTED,     It did not replicate:",
        "NOT_TESTED,     REPRODUCED,     It replicated in part:",
        "NOT_TESTED,     DIFFERS,        It did not replicate as published:",
        "NOT_TESTED,     NOT_REPRODUCED, It did not replicate:",
        "NOT_TESTED,     NOT_TESTED,     This run cannot tell whether it replicates:"
    })
    void theHeadlineAnswersWhetherItReplicated(Verdict weights, Verdict biases, String answer) {
        var headline = headline(one(), weights, biases);
        assertThat(headline)
                .startsWith(answer)
                .contains("the weights' correlation " + said(weights) + " (R² 0.25, published 0.28)")
                .contains("the biases' " + said(biases) + " (R² 0.11, published 0.17)")
                .endsWith(".")
                .doesNotContain("seeds")
                .doesNotContain("\n");
    }

    private static String said(Verdict verdict) {
        return switch (verdict) {
            case REPRODUCED -> "is as published";
            case DIFFERS -> "is there, but not its size";
            case NOT_REPRODUCED -> "is not shown";
            case NOT_TESTED -> "is too uncertain to judge";
        };
    }

    @Test
    void aClaimWithoutANumberIsSaidWithoutOne() {
        var claims = List.of(
                new Claim("P4", "weights", 0.28, null, null, Verdict.NOT_TESTED, "."),
                new Claim("P4", "biases", 0.17, 0.1, null, Verdict.REPRODUCED, "."));
        assertThat(Headline.of(one(), claims))
                .contains("the weights' correlation is too uncertain to judge, the biases'");
    }

    @Test
    void whereNothingIsTestedItSaysTheNumbers() {
        var claims = List.of(
                new Claim("P4", "weights", 0.28, null, null, Verdict.NOT_TESTED, "."),
                new Claim("P4", "biases", 0.17, null, null, Verdict.NOT_TESTED, "."));
        assertThat(Headline.of(one(), claims))
                .isEqualTo("Relative updating accounts for 28% of the variance of relative difference over the weights"
                        + " and 17% over the biases.");
        var none = LocalizeResults.of(
                List.of(MadeUpReplica.seed(1).biases(MadeUpReplica.none()).build()),
                List.of(StandardActivation.SOFTPLUS));
        assertThat(Headline.of(none, claims)).contains("no known share over the biases");
    }

    @Test
    void seedsAndDivergedNetworksAreCounted() {
        var results = LocalizeResults.of(
                List.of(
                        MadeUpReplica.seed(1).build(),
                        MadeUpReplica.seed(2).build(),
                        MadeUpReplica.diverged(3, "softplus")),
                List.of(StandardActivation.SOFTPLUS));
        assertThat(headline(results, Verdict.REPRODUCED, Verdict.REPRODUCED))
                .endsWith(", on average over 2 seeds; 1 of 3 networks diverged.");
    }

    @Test
    void seedsAreThoseOfTheActivationThatIsJudged() {
        var results = LocalizeResults.of(
                List.of(
                        MadeUpReplica.seed(1).activation("relu").build(),
                        MadeUpReplica.seed(2).activation("relu").build(),
                        MadeUpReplica.seed(3).activation("relu").build(),
                        MadeUpReplica.diverged(1, "softplus"),
                        MadeUpReplica.seed(2).build(),
                        MadeUpReplica.seed(3).build()),
                List.of(StandardActivation.RELU, StandardActivation.SOFTPLUS));
        assertThat(headline(results, Verdict.REPRODUCED, Verdict.REPRODUCED)).contains("over 2 seeds");
        assertThat(headline(results, null, null)).contains("with relu").contains("over 3 seeds");
    }

    @Test
    void ifAllOfTheFirstActivationDivergedThereAreNoSeeds() {
        var results = LocalizeResults.of(
                List.of(
                        MadeUpReplica.diverged(1, "relu"),
                        MadeUpReplica.diverged(2, "relu"),
                        MadeUpReplica.diverged(3, "relu"),
                        MadeUpReplica.seed(1).activation("tanh").build(),
                        MadeUpReplica.seed(2).activation("tanh").build(),
                        MadeUpReplica.seed(3).activation("tanh").build()),
                List.of(StandardActivation.RELU, StandardActivation.TANH));
        assertThat(headline(results, null, null))
                .contains("no known share")
                .doesNotContain("0 seeds")
                .endsWith("3 of 6 networks diverged.");
    }

    @Test
    void ifEveryNetworkDivergedItSaysWhereAndWhatMayHelp() {
        var results = LocalizeResults.of(
                List.of(MadeUpReplica.diverged(7, "softplus")), List.of(StandardActivation.SOFTPLUS));
        assertThat(headline(results, null, null))
                .isEqualTo(
                        "Every network diverged; seed 7 in phase1 at datapoint 3. A lower --learning-rate may help.");
    }

    @Test
    void everyTableHasAsManyCellsAsColumns() {
        var several = LocalizeResults.of(
                List.of(
                        MadeUpReplica.seed(1).build(),
                        MadeUpReplica.seed(2).build(),
                        MadeUpReplica.seed(1)
                                .activation("relu")
                                .nulls(0.1, 0.1, 0.5)
                                .build(),
                        MadeUpReplica.diverged(2, "relu")),
                List.of(StandardActivation.SOFTPLUS, StandardActivation.RELU));
        var single = LocalizeResults.of(
                List.of(MadeUpReplica.seed(1)
                        .nulls(0.1, 0.1, 0.5)
                        .statistic("own", 3)
                        .build()),
                List.of(StandardActivation.SOFTPLUS));
        for (var results : List.of(several, single)) {
            var tables = LocalizeNumbers.of(results);
            assertThat(tables).hasSizeGreaterThanOrEqualTo(3);
            for (var table : tables) {
                assertThat(table.rows())
                        .as(table.title())
                        .isNotEmpty()
                        .allMatch(row -> row.size() == table.columns().size());
            }
        }
        assertThat(LocalizeNumbers.of(single))
                .extracting(KeyNumbers::title)
                .anyMatch(title -> title.contains("99 draws"));
        assertThat(LocalizeNumbers.of(single).get(0).rows())
                .anyMatch(row -> row.get(0).equals("own") && row.get(1).equals(3.0));
    }

    private static LocalizeResults one() {
        return LocalizeResults.of(List.of(MadeUpReplica.seed(1).build()), List.of(StandardActivation.SOFTPLUS));
    }

    /** With nulls for the verdicts nothing is tested. */
    private static String headline(LocalizeResults results, Verdict weights, Verdict biases) {
        return Headline.of(
                results,
                List.of(
                        new Claim(
                                "P4", "weights", 0.28, 0.25, null, weights == null ? Verdict.NOT_TESTED : weights, "."),
                        new Claim("P4", "biases", 0.17, 0.11, null, biases == null ? Verdict.NOT_TESTED : biases, "."),
                        new Claim(
                                "P4",
                                "other",
                                null,
                                0.1,
                                null,
                                weights == null ? Verdict.NOT_TESTED : Verdict.REPRODUCED,
                                ".")));
    }
}
