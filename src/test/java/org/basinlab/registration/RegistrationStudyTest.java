package org.basinlab.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegistrationStudyTest {
    private static final RegistrationConfig SMALL = new RegistrationConfig(4, List.of(0.0, 0.5), 0.5, 8, List.of(0.0));

    private static RegistrationResult result;

    @BeforeAll
    static void run() {
        result = RegistrationStudy.run(SMALL, 7, 2, List.of(Digits.ring(), Digits.seven()), Progress.NONE);
    }

    @Test
    void theThreadsDoNotMatter() {
        var alone = RegistrationStudy.run(SMALL, 7, 1, List.of(Digits.ring(), Digits.seven()), Progress.NONE);
        assertThat(alone).isEqualTo(result);
    }

    @Test
    void withoutNuisanceEverythingIsAligned() {
        assertThat(result.cells()).hasSize(2 * 5 * 3 * 2);
        assertThat(result.cells().stream().filter(c -> c.strength() < 0.1)).allSatisfy(c -> {
            // What the search leaves open.
            assertThat(c.meanError()).isLessThan(1e-8);
            assertThat(c.better()).isZero();
        });
        assertThat(result.cells()).allSatisfy(c -> assertThat(c.failed()).isZero());
    }

    @Test
    void opSeesWhetherTheFoundShiftFollows() {
        var rows = result.op().stream()
                .filter(o -> o.to().equals(RegistrationOp.MISREGISTRATION)
                        && o.breaking().equals(RegistrationOp.NO_STEPS))
                .toList();
        assertThat(rows).hasSize(3 * 6 * 2);
        assertThat(rows).allSatisfy(o -> assertThat(o.broken().median()).isZero());
        assertThat(rows.stream().filter(o -> o.mechanism().endsWith("undisturbed")))
                .allSatisfy(o -> assertThat(o.intact().removed()).isEqualTo(1));
        // A lesion moves with the anatomy: misaligned, and yet all of the change is removed.
        assertThat(rows.stream().filter(o -> o.mechanism().contains("lesion") && !(o.delta() > 0)))
                .allSatisfy(o -> assertThat(o.intact().removed()).isEqualTo(1));
        assertThat(rows.stream().filter(o -> o.mechanism().contains("artefact") && !(o.delta() > 0)))
                .allSatisfy(o -> assertThat(o.intact().removed()).isZero());
    }

    @Test
    void byTheEnvelopeTheoremOpOfTheInnerObjectiveIsZero() {
        assertThat(result.op().stream()
                        .filter(o ->
                                o.mechanism().contains("shading") && o.to().startsWith("inner") && !(o.delta() > 0)))
                .hasSize(3)
                // Slope at the optimum, below 1e-10, times an answer of about 1, over a rate of 1e-5 or more.
                .allSatisfy(o -> assertThat(o.intact().median()).isCloseTo(0, within(1e-5)));
    }

    @Test
    void theImplicitDerivativeInTheWeightIsTheDifference() {
        // Central differences over thousandths: h^2/6 of a third derivative below 300, and 1e-9 over 2h from the
        // search.
        assertThat(result.learned().gap()).isLessThan(5e-5);
        assertThat(result.learned().descents()).allSatisfy(d -> {
            for (var k = 1; k < d.size(); k++) {
                assertThat(d.get(k).error()).isLessThan(d.get(k - 1).error());
            }
        });
    }

    @Test
    void similarityNeverFallsWhereBendingIsFree() {
        assertThat(result.fields()).hasSize(6).allSatisfy(f -> {
            for (var k = 1; k < f.similarity().size(); k++) {
                assertThat(f.similarity().get(k))
                        .isGreaterThanOrEqualTo(f.similarity().get(k - 1));
            }
        });
    }

    @Test
    void everythingIsTold() {
        assertThat(RegistrationFigures.of(result))
                .hasSize(8)
                .allSatisfy(f -> assertThat(f.alt()).isNotBlank());
        assertThat(RegistrationTables.of(result))
                .hasSize(3)
                .allSatisfy(t -> assertThat(t.rows()).isPositive());
        assertThat(RegistrationNumbers.of(result)).hasSize(3);
        assertThat(RegistrationStudy.headline(result)).contains("pixels off");
        assertThat(RegistrationClaims.of(result, "")).hasSize(2);
    }

    @Test
    void whatWasNotRunIsNotJudged() {
        assertThat(RegistrationClaims.of(null, "not run")).allSatisfy(c -> {
            assertThat(c.verdict()).isEqualTo(Verdict.NOT_TESTED);
            assertThat(c.because()).isEqualTo("not run");
        });
    }

    @Test
    void gaussiansAreTheSameWithAndWithoutDigits() {
        var scenes = new Scenes(7, 0, List.of());
        var alone = Misalignment.numbers(4).stream()
                .map(k -> Misalignment.of(scenes, k, SMALL.strengths()))
                .toList();
        assertThat(result.sources()).containsExactly("gaussians", "digits");
        assertThat(result.cells())
                .startsWith(Misalignment.cells("gaussians", alone, SMALL.strengths())
                        .toArray(RegistrationResult.Cell[]::new));
    }

    @Test
    void badSettingsAreNamed() {
        refused(3, List.of(0.0, 1.0), 0.5, 5, List.of(0.0), "--pairs");
        refused(4, List.of(0.5, 1.0), 0.5, 5, List.of(0.0), "--strengths");
        refused(4, List.of(0.0, 1.5), 0.5, 5, List.of(0.0), "--strengths");
        refused(4, List.of(0.0, Double.NaN), 0.5, 5, List.of(0.0), "--strengths");
        refused(4, List.of(0.0, 1.0), 0, 5, List.of(0.0), "--strength");
        refused(4, List.of(0.0, 1.0), 0.5, 0, List.of(0.0), "--warps");
        refused(4, List.of(0.0, 1.0), 0.5, 5, List.of(-1.0), "--stiffness");
        assertThatThrownBy(() -> RegistrationStudy.run(SMALL, 1, 0, List.of(), Progress.NONE))
                .isInstanceOf(InputException.class);
    }

    private static void refused(
            int pairs, List<Double> strengths, double strength, int warps, List<Double> stiffness, String option) {
        assertThatThrownBy(() -> new RegistrationConfig(pairs, strengths, strength, warps, stiffness))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(option + " ");
    }
}
