package org.basinlab.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class DigitsTest {
    private static final Digits BARS = Digits.of(Toys.bars(40), new int[] {0, 3, 4, 7, 8, 11, 12, 15});

    @Test
    void areSharesOfWhite() {
        assertThat(BARS.labels()).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
        assertThat(Arrays.stream(BARS.pixels()).max().orElseThrow()).isBetween(0.5, 1.0);
        assertThat(BARS.image(1)).containsExactly(Arrays.copyOfRange(BARS.pixels(), 36, 72));
    }

    @Test
    void startsAreWhatTheirNamesSay() {
        var config = RefinementConfig.DEFAULT;
        var hidden = Start.LOWER_HALF_HIDDEN.of(BARS, config, 1);
        for (var k = 0; k < hidden.length; k++) {
            assertThat(hidden[k]).isEqualTo(k % 36 < 18 ? BARS.pixels()[k] : 0);
        }
        var noise = Rows.sum(Start.NOISY_DIGIT.of(BARS, config, 1), -1, BARS.pixels());
        var pure = Start.PURE_NOISE.of(BARS, config, 1);
        // 288 normal numbers: their root mean square is within 1 / sqrt(2 x 288) = 4%, five of those.
        assertThat(Math.sqrt(Rows.dot(noise, noise, noise.length)[0] / noise.length))
                .isCloseTo(0.5, within(0.1));
        assertThat(Math.sqrt(Rows.dot(pure, pure, pure.length)[0] / pure.length))
                .isCloseTo(1, within(0.2));
        assertThat(Start.PURE_NOISE.of(BARS, config, 2)).isNotEqualTo(pure);
    }

    @Test
    void directionsAreOfLengthOneAndLeadWithinAClass() {
        var others = Digits.of(Toys.bars(200), all(200));
        var within = Directions.within(BARS, others);
        for (var norm : Rows.norms(within, 36)) {
            // Rounding of a root and 36 quotients.
            assertThat(norm).isCloseTo(1, within(1e-14));
        }
        for (var norm : Rows.norms(Directions.random(BARS, 1), 36)) {
            assertThat(norm).isCloseTo(1, within(1e-14));
        }
        // A difference of two lines down has the same sum in every row.
        for (var row = 1; row < 6; row++) {
            assertThat(sumOfRow(within, 1, row)).isCloseTo(sumOfRow(within, 1, 0), within(1e-14));
        }
        var alone = new Digits(1, 2, new double[] {1, 0}, new int[] {0});
        assertThatThrownBy(() -> Directions.within(alone, alone))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("class 0");
    }

    private static int[] all(int count) {
        var all = new int[count];
        Arrays.setAll(all, k -> k);
        return all;
    }

    private static double sumOfRow(double[] batch, int image, int row) {
        return Arrays.stream(batch, image * 36 + row * 6, image * 36 + row * 6 + 6)
                .sum();
    }

    @Test
    void theNearestMeanIsTheClass() {
        var classes = new ClassMeans(new Digits(1, 2, new double[] {0, 0, 2, 0, 0, 3}, new int[] {4, 4, 9}));
        // Means (1, 0) and (0, 3).
        assertThat(classes.of(new double[] {1, 1, 0, 2, 5, 1})).containsExactly(4, 9, 4);
        assertThat(classes.right(new double[] {1, 1, 0, 2}, new int[] {4, 4})).isEqualTo(0.5);
    }

    @Test
    void trainingNoiseIsOfTheLevelsAsked() {
        var config = new RefinementConfig(
                40, 4, 1, 30, 0.01, RefinementConfig.DEFAULT.levels().subList(1, 2), 0.5, 2, 3, 0.5, 1);
        var task = new DenoisingTask(Digits.of(Toys.bars(40), all(40)), config, 1);
        var batch = task.at(5);
        var square = 0.0;
        for (var k = 0; k < batch.noisy().length; k++) {
            var noise = batch.noisy()[k] - batch.clean()[k];
            square += noise * noise / batch.noisy().length;
        }
        // 1080 normal numbers, of which some come twice: 2% to 3%, five of those.
        assertThat(Math.sqrt(square)).isCloseTo(0.5, within(0.075));
        assertThat(task.at(5).noisy()).containsExactly(batch.noisy());
        assertThat(task.at(6).noisy()).isNotEqualTo(batch.noisy());
        assertThat(task.tiedStart().isTied()).isTrue();
        assertThat(task.freeStart().isTied()).isFalse();
    }
}
