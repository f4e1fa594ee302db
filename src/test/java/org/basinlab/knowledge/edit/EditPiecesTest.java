package org.basinlab.knowledge.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;
import org.basinlab.knowledge.setting.Edit;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.junit.jupiter.api.Test;

class EditPiecesTest {
    /** Two inputs, two units, two outputs, the change of each parameter named by its place. */
    @Test
    void energyIsWhereTheChangeIs() {
        var spec = NetworkSpec.dense(List.of(2, 2, 2), StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE);
        var w00 = 1;
        var w01 = 2;
        var w10 = 3;
        var w11 = 4;
        var b0 = 5;
        var b1 = 6;
        var v00 = 7;
        var v01 = 8;
        var v10 = 9;
        var v11 = 10;
        var from = new Parameters(spec, new double[12]);
        var to = new Parameters(spec, new double[] {w00, w01, -w10, w11, b0, -b1, v00, v01, -v10, v11, 11, 12});
        var energy = ChangeEnergy.of(from, to);
        assertThat(energy.units())
                .containsExactly(
                        w00 * w00 + w01 * w01 + b0 * b0 + v00 * v00 + v10 * v10,
                        w10 * w10 + w11 * w11 + b1 * b1 + v01 * v01 + v11 * v11);
        assertThat(energy.pixels()).containsExactly(w00 * w00 + w10 * w10, w01 * w01 + w11 * w11);
        assertThat(energy.total())
                .isEqualTo(IntStream.rangeClosed(1, 12).map(i -> i * i).sum());
        assertThat(Arrays.stream(energy.units()).sum()).isEqualTo(energy.total() - 11 * 11 - 12 * 12);
        assertThat(energy.shareIn(new int[] {1})).isCloseTo(20 / 30.0, within(1e-15));
        assertThat(energy.shareIn(new int[0])).isZero();
        assertThat(ChangeEnergy.of(from, from).shareIn(new int[] {1})).isNaN();
    }

    @Test
    void legsTogetherAreTheWholeStream() {
        var world = MadeUpSet.world();
        var ends = Lesson.ends(3 * world.train().count(), 4);
        assertThat(ends).containsExactly(30, 60, 120, 240);
        var order = Edits.order(world, Twin.ORDER, 9);
        assertThat(order).doesNotHaveDuplicates().hasSize(world.train().count()).isNotEqualTo(world.order());
        var legs = new Lesson(world.train(), world.classes(), order).legs(ends);
        var whole = world.stream(order, 3);
        assertThat(legs.stream().flatMapToInt(l -> Arrays.stream(l.order())).toArray())
                .isEqualTo(whole.order());
        assertThat(legs.stream().flatMapToInt(l -> Arrays.stream(l.groups())).toArray())
                .isEqualTo(whole.groups());
        assertThat(Lesson.ends(1, 5)).containsExactly(1);
    }

    @Test
    void amountsAreCountedPixelByPixel() {
        var world = MadeUpSet.world();
        var edits = Edits.of(EditConfig.DEFAULT, world);
        var painted = Amount.between(world.train(), edits.images(world.train(), Twin.STROKE, 1));
        var energy = 0.0;
        var pixels = 0;
        for (var i : world.images(label -> label == 7)) {
            for (var p : edits.stroke().pixels()) {
                var change = (255 - world.train().pixel(i, p)) / 255.0;
                energy += change * change;
                pixels += change > 0 ? 1 : 0;
            }
        }
        assertThat(painted.energy()).isCloseTo(energy, within(1e-9));
        assertThat(painted.pixels()).isEqualTo(pixels);
        assertThat(painted.images()).isEqualTo(20);
        assertThat(Amount.between(world.train(), edits.images(world.train(), Twin.STROKE_SCATTERED, 1)))
                .isEqualTo(painted);
        assertThat(Amount.between(world.train(), edits.images(world.train(), Twin.ORDER, 1)))
                .isEqualTo(new Amount(0, 0, 0));
    }

    @Test
    void unstructuredEditsDifferFromSeedToSeedAndAlone() {
        var world = MadeUpSet.world();
        var edits = Edits.of(EditConfig.DEFAULT, world);
        for (var twin : List.of(Twin.STROKE_SCATTERED, Twin.STROKE_SAME_PLACES, Twin.EYE_SCATTERED)) {
            var one = edits.images(world.train(), twin, 1).pixels();
            assertThat(edits.images(world.train(), twin, 1).pixels()).isEqualTo(one);
            assertThat(edits.images(world.train(), twin, 2).pixels()).isNotEqualTo(one);
        }
    }

    /** A ring needs three pixels each way; in small images there is still something to see. */
    @Test
    void anEyePaintsSomethingAtEverySize() {
        for (var side = 1; side <= 40; side++) {
            for (var edit : List.of(Edit.eye(8, side, side), Edit.stroke(7, side, side))) {
                assertThat(edit.pixels()).isNotEmpty();
                assertThat(Arrays.stream(edit.pixels()).min().orElseThrow()).isNotNegative();
                assertThat(Arrays.stream(edit.pixels()).max().orElseThrow()).isLessThan(side * side);
            }
        }
        assertThat(Edit.eye(8, 28, 28).pixels()).hasSize(16);
    }

    @Test
    void optionsAreChecked() {
        var relu = List.of(StandardActivation.RELU);
        assertThatThrownBy(() -> new EditConfig(null, null, 0, relu, List.of(3), 1))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--edit-checkpoints");
        assertThatThrownBy(() -> new EditConfig(null, null, 1, List.of(), List.of(3), 1))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--edit-activations");
        assertThatThrownBy(() -> new EditConfig(
                        null, null, 1, List.of(StandardActivation.RELU, StandardActivation.RELU), List.of(3), 1))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--edit-activations");
        for (var hidden : List.of(List.<Integer>of(), List.of(0), List.of(3, 3), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9))) {
            assertThatThrownBy(() -> new EditConfig(null, null, 1, relu, hidden, 1))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith("--edit-hidden");
        }
        assertThatThrownBy(() -> new EditConfig(null, null, 1, relu, List.of(3), -1))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--edit-grid-replicas");
    }
}
