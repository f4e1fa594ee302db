package org.basinlab.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Verdict;
import org.basinlab.registration.RegistrationResult.Cell;
import org.junit.jupiter.api.Test;

class RegistrationClaimsTest {
    @Test
    void reproducedIfNoObjectiveEscapes() {
        assertThat(verdict(1, 0.6, 0.6, 0.6)).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void differsIfOneObjectiveEscapes() {
        assertThat(verdict(1, 0.6, 0, 0.6)).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void differsIfAllAreMisledByLess() {
        assertThat(verdict(1, 0.2, 0.3, 0.1)).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void notReproducedIfNothingIsMisled() {
        assertThat(verdict(1, 0.001, 0, 0.002)).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void aSearchThatMissedProvesNothing() {
        assertThat(verdict(0.9, 2, 2, 2)).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void notTestedWithoutStrongNuisances() {
        var claims = RegistrationClaims.of(result(0.25, 1, 2, 2, 2), "");
        assertThat(claims.get(0).verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(claims.get(1).verdict()).isEqualTo(Verdict.NOT_TESTED);
    }

    private static Verdict verdict(double better, double... errors) {
        return RegistrationClaims.of(result(1, better, errors), "").get(0).verdict();
    }

    /** An error an objective under noise, nothing under the rest. */
    private static RegistrationResult result(double strength, double better, double... errors) {
        var cells = new ArrayList<Cell>();
        for (var nuisance : Nuisance.values()) {
            for (var objective : Similarity.values()) {
                var misled = nuisance == Nuisance.NOISE;
                cells.add(cell(nuisance, objective, 0, 0, 0));
                cells.add(cell(
                        nuisance, objective, strength, misled ? errors[objective.ordinal()] : 0, misled ? better : 0));
            }
        }
        return new RegistrationResult(
                4, List.of("gaussians"), 0.5, cells, List.of(), List.of(), List.of(), null, List.of(), null);
    }

    private static Cell cell(Nuisance nuisance, Similarity objective, double strength, double error, double better) {
        return new Cell(
                "gaussians",
                nuisance.label(),
                strength,
                objective.label(),
                100,
                error,
                null,
                error,
                better,
                null,
                0,
                0,
                1,
                0.9);
    }
}
