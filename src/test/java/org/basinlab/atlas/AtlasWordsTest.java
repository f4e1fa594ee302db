package org.basinlab.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.basinlab.experiment.Verdict;
import org.junit.jupiter.api.Test;

/** The headline and the claims of the pair, for each thing that a map can say. */
class AtlasWordsTest {
    private static final AtlasConfig CONFIG = new AtlasConfig(8, 60, 0, 1, "d", "auto", 1);
    private static final List<Setting> SETTINGS = List.copyOf(AtlasDesign.settings(CONFIG));
    private static final Setting SHORT = Setting.PLAIN.with(Choice.FORK_LENGTH, "500");

    @Test
    void foundWhereNothingIsContradicted() {
        var results = results(Setting.PLAIN, 0.02);
        assertThat(results.verdict().answer())
                .startsWith("Yes: in 1 of ")
                .contains("that contradict nothing in P4", "R² = 0.28 over the weights and 0.17 over the biases");
        assertVerdicts(results, Verdict.REPRODUCED, Verdict.REPRODUCED);
    }

    @Test
    void foundOnlyWhereP4IsContradicted() {
        var results = results(SHORT, 0.02);
        assertThat(results.verdict().answer())
                .startsWith("Only where P4 is contradicted: 1 of ")
                .contains("each by another fork length")
                .doesNotContain("could");
        assertVerdicts(results, Verdict.NOT_REPRODUCED, Verdict.DIFFERS);
    }

    @Test
    void possibleWhereNothingIsContradicted() {
        var results = results(Setting.PLAIN, 0.25);
        assertThat(results.verdict().answer())
                .startsWith("Not surely: none of ")
                .contains("but in 1 of the ")
                .endsWith("a single network could.");
        assertVerdicts(results, Verdict.NOT_TESTED, Verdict.NOT_TESTED);
    }

    @Test
    void possibleOnlyWhereP4IsContradicted() {
        var results = results(SHORT, 0.25);
        assertThat(results.verdict().answer())
                .startsWith("Not as P4 describes it: ")
                .contains("could in 1 of them");
        assertVerdicts(results, Verdict.NOT_REPRODUCED, Verdict.NOT_TESTED);
    }

    @Test
    void nowhere() {
        var results = results(null, 0);
        assertThat(results.verdict().answer()).startsWith("No: none of " + SETTINGS.size() + " settings, ");
        assertVerdicts(results, Verdict.NOT_REPRODUCED, Verdict.NOT_REPRODUCED);
    }

    @Test
    void nothingLearned() {
        var results = AtlasResults.of(
                CONFIG, MadeUpMap.runs(CONFIG, SETTINGS, (setting, seed, random) -> MadeUpMap.diverged(seed)));
        assertThat(results.verdict().answer()).startsWith("The atlas says nothing");
        assertThat(results.verdict().drives()).startsWith("Too few bases");
        assertThat(AtlasClaims.of(results)).allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED);
        assertThat(new AtlasFigures(results).of())
                .allMatch(figure -> !figure.alt().contains("NaN"));
        assertThat(AtlasNumbers.of(results)).hasSize(5);
    }

    @Test
    void whatIsZeroButForRoundingHasNoSign() {
        assertThat(Judgement.text("%.3f, %.1f and %.2f, not %.3f", -0.0001, -0.04, -0.001, -0.0012))
                .isEqualTo("0.000, 0.0 and 0.00, not -0.001");
    }

    @Test
    void nearestSettingsArePickedByThoseThatChooseAndToldByThoseThatJudge() {
        var lucky = SETTINGS.get(40);
        var results = AtlasResults.of(
                CONFIG,
                MadeUpMap.runs(
                        CONFIG,
                        SETTINGS,
                        (setting, seed, random) -> setting.equals(lucky) && seed <= 30
                                ? at(seed, random, Math.sqrt(0.28), Math.sqrt(0.17), 0.01)
                                : at(seed, random, 0.3, 0.1, 0.01)));
        var table = AtlasNumbers.of(results).get(1);
        assertThat(table.rows().get(0)).startsWith("published", 0.28, 0.17);
        assertThat(table.rows().get(1).get(0)).isEqualTo("the plain reading");
        var first = table.rows().get(2);
        assertThat(first.get(0)).isEqualTo("1.");
        assertThat((Double) first.get(1)).isBetween(0.08, 0.1);
        assertThat(first.get(3)).isEqualTo("ruled out");
    }

    private static void assertVerdicts(AtlasResults results, Verdict faithful, Verdict all) {
        var claims = AtlasClaims.of(results);
        assertThat(claims.get(0).verdict()).isEqualTo(faithful);
        assertThat(claims.get(1).verdict()).isEqualTo(all);
        assertThat(claims).allMatch(claim -> claim.source().equals("P4"));
        assertThat(claims.get(1).ours()).isEqualTo(results.counts().all().sure());
    }

    /** A map whose settings are far from the pair, but for one that is there with some spread of the biases' r. */
    private static AtlasResults results(Setting planted, double spread) {
        return AtlasResults.of(
                CONFIG,
                MadeUpMap.runs(
                        CONFIG,
                        SETTINGS,
                        (setting, seed, random) -> setting.equals(planted)
                                ? at(seed, random, Math.sqrt(0.28), spread > 0.1 ? 0.2 : Math.sqrt(0.17), spread)
                                : at(seed, random, 0.3, 0.1, 0.01)));
    }

    private static Network at(long seed, Random random, double weights, double biases, double spread) {
        return MadeUpMap.network(
                seed, weights + 0.01 * random.nextGaussian(), biases + spread * random.nextGaussian(), 0.05);
    }
}
