package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.training.Trained;
import org.junit.jupiter.api.Test;

class LearningCurveTest {
    @Test
    void windowsAreEighthsOfPhase1AndTheRestIsLeftOut() {
        // 35 datapoints: eight windows of four, three over.
        var phase1 = phase1(IntStream.range(0, 35).mapToDouble(s -> s).toArray());
        var curve = curve(phase1, turns(35), forks(new double[9], new double[8]));
        assertThat(curve.stages()).hasSize(3);
        var first = curve.stages().get(0);
        assertThat(first.name()).isEqualTo("phase 1");
        assertThat(first.loss()).containsExactly(1.5, 5.5, 9.5, 13.5, 17.5, 21.5, 25.5, 29.5);
        assertThat(first.datapoints()).containsExactly(2, 6, 10, 14, 18, 22, 26, 30);
        var second = curve.stages().get(1);
        assertThat(second.name()).isEqualTo("without 1");
        assertThat(second.datapoints()).containsExactly(37, 41);
        assertThat(second.accuracy()).isNull();
        assertThat(curve.stages().get(2).name()).isEqualTo("without 7");
    }

    @Test
    void accuracyIsTheShareOfRightGuesses() {
        // Guesses 0, 1, 0, 1, ...; every datapoint is of group 1, but the last two of each four of group 0.
        var phase1 = phase1(new double[32]);
        var groups = IntStream.range(0, 32).map(s -> s % 4 < 2 ? 1 : 0).toArray();
        assertThat(curve(phase1, groups, forks(new double[4])).stages().get(0).accuracy())
                .containsOnly(0.5);
        var ones = IntStream.range(0, 32).map(s -> s % 2).toArray();
        assertThat(curve(phase1, ones, forks(new double[4])).stages().get(0).accuracy())
                .containsOnly(1);
    }

    @Test
    void theMinimumMayLieInPhase1() {
        var loss =
                IntStream.range(0, 16).mapToDouble(s -> s / 2 == 5 ? 0.1 : 0.5).toArray();
        var minimum = curve(phase1(loss), turns(16), forks(constant(24, 0.2), constant(40, 0.2)))
                .minimum();
        // The epoch is 16 and, on average, 32 more; window 5 has its middle at 11.
        assertThat(minimum.minimumAt()).isCloseTo(11.0 / 48, within(1e-15));
        assertThat(minimum.minimumLoss()).isEqualTo(0.1);
        assertThat(minimum.phase1Loss()).isEqualTo(0.5);
        assertThat(minimum.phase1End()).isCloseTo(16.0 / 48, within(1e-15));
    }

    @Test
    void theMinimumMayLieInTheForksMean() {
        // One fork is least in its window 1, the other in its window 2: their mean is least in 2.
        var one = new double[] {0.4, 0.4, 0.1, 0.1, 0.2, 0.2, 0, 0};
        var other = new double[] {0.4, 0.4, 0.4, 0.4, 0.1, 0.1};
        var minimum =
                curve(phase1(constant(16, 0.5)), turns(16), forks(one, other)).minimum();
        assertThat(minimum.minimumLoss()).isCloseTo(0.15, within(1e-15));
        assertThat(minimum.minimumAt())
                .as("where only one fork still goes on there is no mean")
                .isCloseTo((16 + 5) / 23.0, within(1e-15));
    }

    @Test
    void theFirstOfEqualLossesIsTheMinimum() {
        var minimum = curve(phase1(constant(16, 0.5)), turns(16), forks(constant(16, 0.5)))
                .minimum();
        assertThat(minimum.minimumAt()).isCloseTo(1.0 / 32, within(1e-15));
    }

    @Test
    void forksShorterThanAWindowHaveNoCurve() {
        var curve = curve(phase1(constant(80, 0.5)), turns(80), forks(constant(9, 0), constant(30, 0)));
        assertThat(curve.stages().get(1).loss()).isEmpty();
        assertThat(curve.stages().get(2).loss()).hasSize(3);
        assertThat(curve.minimum().minimumLoss()).isEqualTo(0.5);
    }

    @Test
    void groupsWeighTheSameHoweverManyTheyAre() {
        // Windows of four: losses 0, 1, 2, 3 of which the first alone is of group 0.
        var groups = IntStream.range(0, 32).map(s -> s % 4 == 0 ? 0 : 1).toArray();
        var losses = IntStream.range(0, 32).mapToDouble(s -> s % 4).toArray();
        assertThat(curve(phase1(losses), groups, forks(new double[4]))
                        .stages()
                        .get(0)
                        .loss())
                .containsOnly((0 + 2) / 2.0);
    }

    @Test
    void aWindowOfOneGroupHasNoLoss() {
        // As where the larger group was cut: the last window is all of group 1, and falls to nothing.
        var groups = IntStream.range(0, 32).map(s -> s < 28 ? s % 2 : 1).toArray();
        var losses = IntStream.range(0, 32)
                .mapToDouble(s -> s < 28 ? 0.5 - s / 100.0 : 0)
                .toArray();
        var curve = curve(phase1(losses), groups, forks(constant(8, 0.4)));
        assertThat(curve.stages().get(0).loss()[7]).isNaN();
        assertThat(curve.minimum().minimumLoss()).isCloseTo(0.5 - 0.255, within(1e-15));
        assertThat(curve.minimum().phase1Loss()).isEqualTo(curve.minimum().minimumLoss());
    }

    private static LearningCurve curve(Trained phase1, int[] groups, Map<Integer, Trained> forks) {
        return LearningCurve.of(phase1, groups, forks, digit -> turns(100));
    }

    private static int[] turns(int length) {
        return IntStream.range(0, length).map(s -> s % 2).toArray();
    }

    private static double[] constant(int length, double loss) {
        return IntStream.range(0, length).mapToDouble(s -> loss).toArray();
    }

    /** Guesses 0, 1, 0, 1 and so on. */
    private static Trained phase1(double... losses) {
        var guesses = IntStream.range(0, losses.length).map(s -> s % 2).toArray();
        return new Trained(null, losses, guesses, null, null, null, 0);
    }

    private static Map<Integer, Trained> forks(double[]... losses) {
        var forks = new LinkedHashMap<Integer, Trained>();
        for (var i = 0; i < losses.length; i++) {
            forks.put(new int[] {1, 7}[i], new Trained(null, losses[i], null, null, null, null, 0));
        }
        return forks;
    }
}
