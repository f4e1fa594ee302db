package org.basinlab.escape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Verdict;
import org.basinlab.landscape.LandscapeChoice;
import org.basinlab.network.Precision;
import org.basinlab.walkers.VectorWalkers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapeTest {
    private static final Escape ESCAPE = new Escape(() -> new VectorWalkers(2));

    private static EscapeConfig config(
            LandscapeChoice landscape, String start, String barrier, List<Double> temperatures, Method... methods) {
        return new EscapeConfig(
                landscape,
                temperatures,
                List.of(10, 100),
                List.of(methods),
                start,
                barrier,
                "beyond",
                1,
                1,
                4000,
                Precision.FLOAT32,
                1,
                "auto",
                2);
    }

    @Test
    void everyMethodFillsItsRows() {
        var tables = new ArrayList<Table>();
        var findings = ESCAPE.run(
                config(
                        LandscapeChoice.PIT,
                        "pit",
                        "saddle",
                        List.of(0.02, 0.015),
                        Method.WALKERS,
                        Method.OPERATOR,
                        Method.SPLITTING),
                Progress.NONE,
                tables::add);
        var results = (EscapeResults) findings.results();
        assertThat(results.rows()).hasSize(12);
        for (var row : results.rows()) {
            var method = Method.valueOf(row.method().toUpperCase(Locale.ROOT));
            assertThat(row.ci95() == null).isEqualTo(method == Method.OPERATOR);
            assertThat(row.error() != null).isEqualTo(method == Method.OPERATOR);
            assertThat(row.walkers() == null).isEqualTo(method == Method.OPERATOR);
            assertThat(row.ever()).isGreaterThanOrEqualTo(row.atEnd());
        }
        // In the order of the temperatures asked for.
        assertThat(results.rows().get(0).temperature()).isEqualTo(0.02);
        assertThat(results.rates()).extracting(EscapeResults.Rate::temperature).containsExactly(0.02, 0.015);
        assertThat(results.firstPassages()).hasSize(2);
        assertThat(results.law()).isNull();
        assertThat(tables).extracting(Table::name).containsExactly("escape", "rates", "histograms");
        assertThat(findings.figures())
                .extracting(Figure::name)
                .containsExactly("escape", "escape-log", "escape-time", "histograms", "losses", "gradients");
        assertThat(findings.origin().engine()).isEqualTo("vector, splitting, operator");
    }

    @Test
    void theWalkersFirstPassagesGiveTheOperatorsRate() {
        var results = (EscapeResults) ESCAPE.run(
                        new EscapeConfig(
                                LandscapeChoice.PIT,
                                List.of(0.014),
                                List.of(3000),
                                List.of(Method.WALKERS),
                                "pit",
                                "1.5",
                                "1.5",
                                1,
                                1,
                                4000,
                                Precision.FLOAT64,
                                1,
                                "auto",
                                2),
                        Progress.NONE,
                        table -> {})
                .results();
        var passed = results.firstPassages().get(0).passed().get(0);
        // 1600 passages: the rate's standard error is 1 / sqrt of that, 2.5%; the first steps, in which nobody can get
        // out,
        // are a few in 3000.
        assertThat(passed).isBetween(1200L, 2000L);
        assertThat(results.firstPassages().get(0).rate()
                        / results.rates().get(0).rateFirstPassage())
                .isCloseTo(1, within(0.11));
    }

    @Test
    void everyClaimOfP1IsJudged() {
        var temperatures = List.of(0.010, 0.012, 0.014, 0.017, 0.020);
        var claims = ESCAPE.run(
                        config(LandscapeChoice.PIT, "pit", "saddle", temperatures, Method.OPERATOR),
                        Progress.NONE,
                        table -> {})
                .claims();
        assertThat(claims).hasSize(11).noneMatch(claim -> claim.verdict() == Verdict.NOT_TESTED);
        assertThat(claim(claims, "They lead to W = 1.201").verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(claim(claims, "They lead to W = 1.201").ours()).isCloseTo(1.20025, within(5e-6));
        assertThat(claim(claims, "81%").ours()).isCloseTo(0.81011, within(5e-6));
        assertThat(claim(claims, "logarithm").verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(claims.stream().filter(claim -> claim.verdict() == Verdict.REPRODUCED))
                .hasSize(9);
    }

    private static Claim claim(List<Claim> claims, String part) {
        return claims.stream()
                .filter(claim -> claim.statement().contains(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherLandscapeTestsNoClaimOfP1() {
        var own = new LandscapeChoice(1, 100, List.of("(w^2-1)^2", "(w^2-1)^2+2*w"));
        var findings = ESCAPE.run(
                config(own, "pit", "saddle", List.of(0.02), Method.WALKERS, Method.OPERATOR),
                Progress.NONE,
                table -> {});
        assertThat(findings.claims()).allMatch(claim -> claim.verdict() == Verdict.NOT_TESTED);
        var results = (EscapeResults) findings.results();
        // L = (w^2 - 1)^2 + w: its slope 4 w^3 - 4 w + 1 is 0 at -1.107, 0.270 and 0.838.
        assertThat(results.start()).isCloseTo(-1.1071599, within(1e-6));
        assertThat(results.barrier()).isCloseTo(0.2695944, within(1e-6));
        assertThat(results.rateBarrier()).isEqualTo(results.barrier());
    }

    @Test
    void tooFewTemperaturesTellNoLaw() {
        var claims = ESCAPE.run(
                        config(LandscapeChoice.PIT, "pit", "saddle", List.of(0.02), Method.OPERATOR),
                        Progress.NONE,
                        table -> {})
                .claims();
        assertThat(claim(claims, "logarithm").verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void ratesWithoutAPitHaveNoLaw() {
        var bowl = new LandscapeChoice(1, 100, List.of("0.6*w^2-2*w", "0.4*w^2-2*w"));
        var results = (EscapeResults) ESCAPE.run(
                        config(bowl, "2", "2.2", List.of(0.2, 0.3, 0.4, 0.5, 0.6), Method.OPERATOR),
                        Progress.NONE,
                        table -> {})
                .results();
        assertThat(results.rates()).hasSize(5).allMatch(EscapeResults.Rate::escapes);
        assertThat(results.law()).isNull();
    }

    @Test
    void whoWandersOffHasNoRateAndIsStillCounted() {
        var free = new LandscapeChoice(1, 100, List.of("w", "-w"));
        var results = (EscapeResults)
                ESCAPE.run(config(free, "0", "0.3", List.of(0.1), Method.WALKERS), Progress.NONE, table -> {})
                        .results();
        assertThat(results.rates().get(0).escapes()).isFalse();
        assertThat(results.rates().get(0).because()).contains("wanders off");
        assertThat(results.rows().get(1).ever()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "pit, 0.5, --barrier 0.5 is not beyond the start",
        "nowhere, saddle, '--start must be a number or pit, got nowhere'",
        "NaN, saddle, '--start must be a number or pit, got NaN'"
    })
    void placesThatCannotBe(String start, String barrier, String message) {
        assertThatThrownBy(() -> config(LandscapeChoice.PIT, start, barrier, List.of(0.02), Method.OPERATOR))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aLandscapeWithoutAPitNeedsNumbers() {
        var bowl = new LandscapeChoice(1, 100, List.of("w^2"));
        assertThatThrownBy(() -> config(bowl, "pit", "saddle", List.of(0.02), Method.OPERATOR))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("give --start and --barrier as numbers");
    }
}
