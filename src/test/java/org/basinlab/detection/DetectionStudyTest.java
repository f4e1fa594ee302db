package org.basinlab.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Verdict;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;

class DetectionStudyTest {
    private static final DetectionConfig SMALL = new DetectionConfig(
            128,
            List.of(3.0, 9.0),
            List.of(0.1),
            new DetectionConfig.Plantings(2, List.of(2, 4), List.of(0.0, 0.02, 0.5), 1, 4, 0.3),
            new DetectionConfig.Wild(List.of(2, 3), List.of(4), 2, 1, 0.01, 64, 0.02));

    /** Hands out max of two of its inputs where it was asked for a maximum of two, random networks elsewhere. */
    private static final class Knowing implements ReluTrainer {
        @Override
        public String name() {
            return "knowing";
        }

        @Override
        public List<Parameters> train(List<Task> tasks) {
            return tasks.stream().map(Knowing::one).toList();
        }

        private static Parameters one(Task task) {
            var widths = new ArrayList<>(List.of(task.width()));
            widths.addAll(task.hidden());
            widths.add(1);
            var spec = NetworkSpec.dense(widths, StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE);
            var isMaximum = true;
            for (var p = 0; p < task.points(); p++) {
                var best = Double.NEGATIVE_INFINITY;
                for (var i = 0; i < task.width(); i++) {
                    best = Math.max(best, task.inputs()[p * task.width() + i]);
                }
                isMaximum &= Math.abs(best - task.targets()[p]) < 1e-15;
            }
            return isMaximum && task.width() == 2
                    ? new Parameters(spec, new double[] {1, -1, 0, 1, 0, -1, 0, 0, 0, 0, 0, 0, 1, 1, -1, 0, 0})
                    : Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, task.seed());
        }
    }

    private static DetectionResult run(int threads) {
        return DetectionStudy.run(SMALL, 3, threads, new Knowing(), Progress.NONE);
    }

    @Test
    void countsWhatIsThereWhateverTheThreads() {
        var result = run(2);
        assertThat(run(1)).isEqualTo(result);

        var clean = result.noise().get(0);
        // Three kinds, two seeds, 1 comparator in max of two and 3 in max of four.
        assertThat(clean.counts().planted()).isEqualTo(3 * 2 * (1 + 3));
        assertThat(clean.counts().right()).isEqualTo(clean.counts().planted());
        assertThat(clean.whole()).isEqualTo(clean.circuits()).isEqualTo(12);
        // Weights with noise of half their size are no circuit any more.
        assertThat(result.noise().get(2).counts().recall()).isLessThan(0.5);
        assertThat(result.wild()).hasSize(2 * 4 * 2);
        assertThat(result.selecting()).hasSize(2).allSatisfy(n -> {
            assertThat(n.comparators()).containsExactly("0: max(x0, x1)");
            assertThat(n.whole()).isTrue();
            // To rounding of a least-squares fit.
            assertThat(n.explained()).isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void drawsAndTellsWhatItFound() {
        var result = run(2);
        assertThat(DetectionFigures.of(result).stream().map(Figure::name))
                .containsExactly("detection-noise", "detection-bending", "detection-loss");
        assertThat(DetectionNumbers.of(result))
                .allSatisfy(n -> assertThat(n.rows()).isNotEmpty());
        assertThat(DetectionTables.of(result).get(0).rows()).isEqualTo(16);
        assertThat(DetectionWords.headline(result)).contains("in 2 of 2 small networks", "24 of 24");
    }

    private static DetectionResult.WildNetwork network(WildTarget target, boolean found) {
        return new DetectionResult.WildNetwork(
                target,
                2,
                4,
                0,
                0.001,
                true,
                found ? List.of("0: max(x0, x1)") : List.of(),
                found ? 1 : 0,
                0.75,
                found ? 1 : 0.75,
                found ? 1 : 0,
                found ? "max(x0, x1)" : null,
                found ? 1 : Double.NaN,
                found);
    }

    private static Claim claim(int found, int selecting, int wrong, int controls) {
        var wild = new ArrayList<DetectionResult.WildNetwork>();
        for (var n = 0; n < selecting; n++) {
            wild.add(network(WildTarget.MAXIMUM, n < found));
        }
        for (var n = 0; n < controls; n++) {
            wild.add(network(WildTarget.ROTATED, n < wrong));
        }
        var result = new DetectionResult(
                new DetectionResult.Calibration(6, 0.1, 1, List.of()),
                List.of(),
                List.of(),
                wild,
                List.of(),
                List.of());
        return DetectionClaims.of(result, "").get(0);
    }

    @Test
    void claimsFollowTheirRule() {
        assertThat(claim(18, 20, 0, 40).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claim(8, 20, 0, 100).verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(claim(0, 20, 0, 40).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(claim(12, 20, 30, 40).verdict()).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(claim(0, 0, 0, 40).verdict()).isEqualTo(Verdict.NOT_TESTED);
        assertThat(DetectionClaims.of(null, "asked for something else"))
                .allSatisfy(c -> assertThat(c.verdict()).isEqualTo(Verdict.NOT_TESTED));
    }

    @Test
    void rotatedTargetsBendElsewhere() {
        for (var seed = 0L; seed < 20; seed++) {
            var function = WildTarget.ROTATED.of(2, seed);
            // On the circle it is least, at -1/sqrt 2, opposite to the middle of its rows: the bend runs through there.
            var least = 1.0;
            var at = 0;
            for (var degree = 0; degree < 360; degree++) {
                var x = new double[] {Math.cos(Math.toRadians(degree)), Math.sin(Math.toRadians(degree))};
                if (function.applyAsDouble(x) < least) {
                    least = function.applyAsDouble(x);
                    at = degree;
                }
            }
            // Half a degree from the least, at a slope of 1/sqrt 2 a radian.
            assertThat(least).isCloseTo(-Math.sqrt(0.5), within(0.01));
            var off = Math.abs(at % 180 - 45);
            // 20 degrees but for half a degree of the grid.
            assertThat(Math.min(off, 180 - off)).isGreaterThanOrEqualTo(19);
        }
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new DetectionConfig(3, List.of(3.0), List.of(0.1), SMALL.planting(), SMALL.wild()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--detection-points");
        assertThatThrownBy(() -> new DetectionConfig.Plantings(2, List.of(2), List.of(0.1, 0.0), 1, 4, 0.3))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--planted-noise");
        assertThatThrownBy(() -> new DetectionConfig.Wild(List.of(1), List.of(4), 2, 1, 0.01, 64, 0.02))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--wild-options");
    }
}
