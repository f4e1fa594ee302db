package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.current.CurrentResults.EscapeError;
import org.basinlab.current.CurrentResults.Plane;
import org.basinlab.current.CurrentResults.RateError;
import org.basinlab.current.CurrentResults.Remedy;
import org.basinlab.current.CurrentResults.Validation;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.junit.jupiter.api.Test;

/** The rules, on numbers that must turn each verdict. */
class CurrentClaimsTest {
    private static final String FALLS_APART = "On the pit the equation falls apart";
    private static final String BREAKS_DOWN = "High temperatures";
    private static final String REMEDY = "In the pit, several small steps";

    @Test
    void validationsTurnOnOneStandardErrorOfAThousandWalkers() {
        assertThat(drift(0.9).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(drift(1.1).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(drift(-1.1).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    /** SGD's own mean off the equation's by so many errors, at one of two times. */
    private static Claim drift(double off) {
        var rows = List.of(
                new Validation(Scenario.DRIFT, 0, 1, 0.1, 1, 0.1, 1, 0.1, 0.01, 0.01),
                new Validation(Scenario.DRIFT, 10, 1, 0.1, 1 + 0.01 * off, 0.1, 1, 0.1, 0.01, 0.01),
                new Validation(Scenario.SPREADING, 0, 0, 0.1, 0, 0.1, 0, 0.1, 0.01, 0.01));
        return named(new ValidationClaims(rows).all(), "Drift alone: the mean");
    }

    @Test
    void spreadingTurnsOnTheFormula() {
        assertThat(spreading(Math.sqrt(0.01 + 0.01 * 100)).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(spreading(1.01 * Math.sqrt(0.01 + 0.01 * 100)).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    private static Claim spreading(double sd) {
        var rows = List.of(
                new Validation(Scenario.DRIFT, 0, 1, 0.1, 1, 0.1, 1, 0.1, 0.01, 0.01),
                new Validation(Scenario.SPREADING, 0, 0, 0.1, 0, 0.1, 0, 0.1, 0.01, 0.01),
                new Validation(Scenario.SPREADING, 100, 0, sd, 0, sd, 0, 1, 0.01, 0.01));
        return named(new ValidationClaims(rows).all(), "Spreading alone: each step");
    }

    @Test
    void thePostsEquationIsNotSgdsOnTheLinearSystem() {
        var claims = new ValidationClaims(List.of(
                        new Validation(Scenario.DRIFT, 0, 1, 0.1, 1, 0.1, 1, 0.1, 0.01, 0.01),
                        new Validation(Scenario.SPREADING, 0, 0, 0.1, 0, 0.1, 0, 0.1, 0.01, 0.01)))
                .all();
        assertThat(named(claims, "Drift and noise (T = 0.5): the mean").verdict())
                .isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(named(claims, "Drift and noise (T = 0.5): the standard").verdict())
                .isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(named(claims, "Drift and noise: the distribution").verdict()).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void solvedIsMassKeptAndNothingNegative() {
        assertThat(named(pit(escapes(1, 0), List.of()), FALLS_APART).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(named(pit(escapes(1 + 1e-11, 0), List.of()), FALLS_APART).verdict())
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(named(pit(escapes(1, -1e-30), List.of()), FALLS_APART).verdict())
                .isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void whatWasNotAskedForIsNotTested() {
        var claims = pit(List.of(), List.of());
        assertThat(claims)
                .filteredOn(claim -> claim.verdict() == Verdict.NOT_TESTED)
                .hasSize(6)
                .allMatch(claim -> claim.because().contains("--errors-at"));
    }

    @Test
    void breakingDownIsAMatterOfWhereTheEquationIsBest() {
        assertThat(breaksDown(1.1, 0.5, 0.3)).isEqualTo(Verdict.REPRODUCED);
        assertThat(breaksDown(10, 1.1, 0.3)).isEqualTo(Verdict.DIFFERS);
        assertThat(breaksDown(10, 3, 0.9)).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    private static Verdict breaksDown(double... ratios) {
        var rates = new ArrayList<RateError>();
        for (var k = 0; k < ratios.length; k++) {
            rates.add(new RateError(0.01 * (k + 1), NoiseConvention.STRATONOVICH, ratios[k], 1, ratios[k], true));
        }
        return named(pit(escapes(1, 0), rates), BREAKS_DOWN).verdict();
    }

    @Test
    void aRemedyBringsTheEquationNearer() {
        assertThat(remedy(new Remedy(0.02, 16, 1.5, 4, 1))).isEqualTo(Verdict.REPRODUCED);
        assertThat(remedy(new Remedy(0.02, 16, 0.1, 4, 1))).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    private static Verdict remedy(Remedy remedy) {
        return named(new PitClaims(results(List.of(), List.of(), List.of(remedy))).all(), REMEDY)
                .verdict();
    }

    @Test
    void earlierNumbersAreHeldToThreeDigitsAndOurOwnError() {
        var statement = "The pit, T = 0.015, 1000 steps: escaped by the Itô";
        assertThat(named(pit(List.of(escape(0.3232, 1, 0)), List.of()), statement)
                        .verdict())
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(named(pit(List.of(escape(0.3265, 1, 0)), List.of()), statement)
                        .verdict())
                .isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void metricsAndCurrentsTurnOnZero() {
        var turning = new MetricClaims(new Plane(61, -0.0193, -0.0192, -0.16, -0.17, 0.03, 0, -0.125)).all();
        var still = new MetricClaims(new Plane(61, 1e-6, 0, 0, 0, 1e-6, 0, 1e-9)).all();
        assertThat(turning)
                .extracting(Claim::verdict)
                .containsExactly(Verdict.REPRODUCED, Verdict.NOT_REPRODUCED, Verdict.NOT_REPRODUCED);
        assertThat(still)
                .extracting(Claim::verdict)
                .containsExactly(Verdict.REPRODUCED, Verdict.REPRODUCED, Verdict.REPRODUCED);
    }

    @Test
    void aStepAndItsZeros() {
        assertThat(StepClaims.all())
                .extracting(Claim::verdict)
                .containsExactly(Verdict.REPRODUCED, Verdict.REPRODUCED, Verdict.REPRODUCED, Verdict.DIFFERS);
    }

    private static List<EscapeError> escapes(double mass, double minimum) {
        return List.of(escape(0.3265, mass, minimum));
    }

    private static EscapeError escape(double escaped, double mass, double minimum) {
        return new EscapeError(
                0.015, NoiseConvention.ITO, 1000, escaped, 1e-4, 0.3246, escaped / 0.3246, true, mass, minimum);
    }

    private static List<Claim> pit(List<EscapeError> escapes, List<RateError> rates) {
        return new PitClaims(results(escapes, rates, List.of(new Remedy(0.02, 16, 0.1, 4, 1)))).all();
    }

    private static CurrentResults results(List<EscapeError> escapes, List<RateError> rates, List<Remedy> remedy) {
        return new CurrentResults(
                0, 1, 8, null, List.of(), List.of(), List.of(), null, List.of(), null, escapes, rates, List.of(),
                remedy, List.of(), null, null);
    }

    private static Claim named(List<Claim> claims, String beginning) {
        return claims.stream()
                .filter(claim -> claim.statement().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}
