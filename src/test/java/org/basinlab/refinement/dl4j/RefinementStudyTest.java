package org.basinlab.refinement.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.refinement.Refined;
import org.basinlab.refinement.RefinementClaims;
import org.basinlab.refinement.RefinementConfig;
import org.basinlab.refinement.RefinementFigures;
import org.basinlab.refinement.RefinementNumbers;
import org.basinlab.refinement.RefinementResult.Course;
import org.basinlab.refinement.RefinementStudy;
import org.basinlab.refinement.RefinementTables;
import org.basinlab.refinement.Toys;
import org.junit.jupiter.api.Test;

class RefinementStudyTest {
    private static final RefinementConfig CONFIG =
            new RefinementConfig(60, 12, 150, 20, 0.02, List.of(0.2, 0.4), 0.3, 4, 12, 0.5, 0.5);
    private static final Refined REFINED = run(1);

    private static Refined run(int threads) {
        return RefinementStudy.run(
                CONFIG, 1, threads, Toys.bars(80), Toys.bars(40), new Dl4jDenoiserTraining(), Progress.NONE);
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() {
        var other = run(3);
        assertThat(other.result()).isEqualTo(REFINED.result());
        for (var k = 0; k < REFINED.pictures().pictures().size(); k++) {
            assertThat(other.pictures().pictures().get(k))
                    .isEqualTo(REFINED.pictures().pictures().get(k));
        }
    }

    @Test
    void theTiedLoopFallsAsProvedAndOnlyItIsAGradient() {
        for (var course : REFINED.result().courses()) {
            var tied = course.denoiser().equals("tied");
            assertThat(course.energy() != null).isEqualTo(tied);
            if (tied) {
                assertThat(course.lowered()).isEqualTo(1);
                assertThat(course.endedBelow()).isEqualTo(1);
                // The bound itself, but for rounding a millionth of the fall at most.
                assertThat(course.leastFall()).isGreaterThan(1 - 1e-5);
            }
            for (var a : course.asymmetry()) {
                assertThat(a.value() < 1e-12).isEqualTo(tied);
            }
        }
    }

    @Test
    void takesNoiseAwayAndAgreesWithTheEngine() {
        for (var denoiser : REFINED.result().denoisers()) {
            // Single against double precision on sums of 36 numbers of about 1.
            assertThat(denoiser.engineGap()).isBetween(1e-12, 1e-4);
            var worst = denoiser.levels().get(1);
            assertThat(worst.after()).isLessThan(worst.before() / 2);
        }
    }

    @Test
    void hasEveryQuestionOfOp() {
        var op = REFINED.result().op();
        // Two denoisers, three starts, two kinds of direction, two m, a derivative and a difference.
        assertThat(op).hasSize(2 * 3 * 2 * 2 * 2);
        for (var o : op) {
            assertThat(o.intact().cases()).isEqualTo(CONFIG.cases());
            // With the corrections frozen the change stays as it is.
            assertThat(o.intact().meanFrozen()).isCloseTo(o.delta() > 0 ? CONFIG.delta() : 1, within(1e-14));
        }
    }

    @Test
    void pictureRowsBeginWithTheStartAndEndWithTheCleanDigit() {
        var grid = REFINED.pictures();
        assertThat(grid.columns()).containsExactly("0", "1", "2", "5", "10", "12", "goal");
        assertThat(grid.rows()).hasSize(6).contains("tied, pure noise", "free, lower half hidden");
        var hidden = grid.pictures().subList(2 * 7, 3 * 7);
        assertThat(Arrays.stream(hidden.get(0), 18, 36).sum()).isZero();
        assertThat(Arrays.copyOf(hidden.get(0), 18)).containsExactly(Arrays.copyOf(hidden.get(6), 18));
        assertThat(grid.pictures().get(6)).isNull();
        assertThat(grid.pictures().get(13)).containsExactly(hidden.get(6));
        for (var picture : grid.pictures()) {
            assertThat(picture == null || Arrays.stream(picture).allMatch(p -> p >= 0 && p <= 1))
                    .isTrue();
        }
    }

    @Test
    void isToldInFiguresTablesAndWords() {
        var result = REFINED.result();
        assertThat(RefinementFigures.of(result))
                .extracting(f -> f.name())
                .containsExactly("refinement-objective", "refinement-residual", "refinement-distance");
        assertThat(RefinementTables.of(result).get(0).rows()).isEqualTo(6 * 13);
        assertThat(RefinementNumbers.of(result)).hasSize(4);
        assertThat(RefinementNumbers.headline(result)).contains("100.00%", "of 12");
        assertThat(RefinementClaims.of(result, "unused")).hasSize(3);
        assertThat(result.courses()).extracting(Course::start).contains("pure noise");
    }

    @Test
    void asksForImagesThatAreThere() {
        assertThatThrownBy(() -> RefinementStudy.run(
                        CONFIG, 1, 1, Toys.bars(20), Toys.bars(40), new Dl4jDenoiserTraining(), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--refine-images");
        assertThatThrownBy(() -> RefinementStudy.run(
                        CONFIG, 1, 1, Toys.bars(80), Toys.bars(3), new Dl4jDenoiserTraining(), Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--refine-cases");
    }
}
