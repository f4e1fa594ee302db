package org.basinlab.knowledge.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class WorldTest {
    @Test
    void imagesOfClassesInPlayAreKept() {
        var world = World.of(Drawn.images(100, 5, 1), Drawn.images(50, 5, 2), Classes.parse("4:1"), 60);
        assertThat(world.train().count()).isEqualTo(24);
        assertThat(world.test().count()).isEqualTo(20);
        assertThat(world.images(l -> l == 4)).hasSize(12).startsWith(1, 3);
        assertThat(world.train().pixel(1, 7)).isEqualTo(Drawn.images(100, 5, 1).pixel(4, 7));
        var stream = world.stream(new int[] {3, 0}, 2);
        assertThat(stream.order()).containsExactly(3, 0, 3, 0);
        assertThat(stream.groups()).containsExactly(0, 1, 0, 1);
        assertThat(world.testStream().length()).isEqualTo(20);
    }

    @Test
    void whatCannotBeLearnedIsRefused() {
        var train = Drawn.images(100, 5, 1);
        assertThatThrownBy(() -> World.of(train, train, Classes.parse("1:7"), null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("class 7 has no image");
        assertThatThrownBy(() -> World.of(train, Drawn.images(1, 5, 1), Classes.parse("0:1"), null))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("class 1 has no test image");
        assertThatThrownBy(() -> World.of(train, train, Classes.parse("0:1"), 101))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--images 101: the training set has 100");
    }
}
