package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.training.StepSizes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonTest {
    @ParameterizedTest
    @CsvSource({"28,28,16", "8,8,16", "9,11,16", "8,2,8"})
    void blocksAreAllPixelsOnce(int height, int width, int blocks) {
        var lesson = Lesson.of(Toys.world(height, width, "0:1", 9, 5), Toys.setting(3, 1), null);
        assertThat(lesson.blocks()).hasNumberOfRows(blocks);
        assertThat(Arrays.stream(lesson.blocks()).flatMapToInt(IntStream::of).sorted())
                .containsExactly(IntStream.range(0, height * width).boxed().toArray(Integer[]::new));
    }

    /** |dW_ji| = |db_j| x_i, summed over the block's pixels, by the trainer's own inputs. */
    @Test
    void inkTimesTheBiasIsTheUpdateOfTheBlock() {
        var setting = Toys.setting(3, 1).withReplicas(1, 2);
        var lesson = Lesson.of(Toys.world(6, 6, "0:1", 20, 5), setting, 13);
        var layer = (StepSizes.Factors) Toys.trainer()
                .train(Toys.job(lesson, setting, 1), Progress.NONE)
                .stepSizes()
                .layers()
                .get(0);
        assertThat(lesson.rows()).isEqualTo(13);
        assertThat(lesson.stream().length()).isEqualTo(40);
        assertThat(layer.biases()).hasSize(3 * 13);
        for (var t = 0; t < 13; t++) {
            for (var b = 0; b < 12; b++) {
                var sum = 0.0;
                for (var p : lesson.blocks()[b]) {
                    sum += layer.inputs()[t * 36 + p];
                }
                assertThat(lesson.ink()[b][t]).isCloseTo(sum, within(1e-6));
            }
        }
        assertThat(lesson.seen()).isEqualTo(Arrays.copyOfRange(lesson.stream().order(), 27, 40));
    }

    @Test
    void blocksOfOnePixelAreLeftOut() {
        assertThat(Lesson.of(Toys.world(6, 6, "0:1", 9, 5), Toys.setting(3, 1), null)
                        .blocks())
                .hasNumberOfRows(12);
        assertThat(Lesson.of(Toys.world(2, 2, "0:1", 9, 5), Toys.setting(3, 1), null)
                        .blocks())
                .isEmpty();
    }
}
