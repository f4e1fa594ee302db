package org.basinlab.knowledge.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditTest {
    private static final RandomStream RANDOM = new RandomStream(3, RandomStream.KNOWLEDGE, 0);

    private final LabelledImages images = Drawn.images(90, 3, 1);
    private final Edit edit = new Edit("cross", 1, new int[] {3, 10, 17, 9, 11}, 200);

    @Test
    void paintingTouchesItsClassAndPixelsOnly() {
        var painted = edit.painted(images, i -> i % 2 == 0);
        for (var i = 0; i < images.count(); i++) {
            for (var p = 0; p < 42; p++) {
                var within = images.label(i) == 1
                        && i % 2 == 0
                        && Arrays.stream(edit.pixels()).anyMatch(Integer.valueOf(p)::equals);
                assertThat(painted.pixel(i, p))
                        .isEqualTo(within ? Math.max(200, images.pixel(i, p)) : images.pixel(i, p));
            }
        }
    }

    /** In every image the very same changes, but for their signs, at other pixels. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scatteringKeepsEnergyAndCount(boolean samePlaces) {
        var painted = edit.painted(images, i -> true);
        var scattered = edit.scattered(images, i -> true, samePlaces, RANDOM);
        for (var i = 0; i < images.count(); i++) {
            assertThat(changes(scattered, i)).isEqualTo(changes(painted, i));
        }
    }

    @Test
    void placesAreTheSameOnlyWhereAsked() {
        var images = new LabelledImages(6, 7, new byte[42 * 40], bytes(40, 1), java.util.Map.of());
        assertThat(places(edit.scattered(images, i -> true, true, RANDOM))).isEqualTo(1);
        assertThat(places(edit.scattered(images, i -> true, false, RANDOM))).isGreaterThan(30);
        assertThat(edit.scattered(images, i -> true, false, RANDOM).pixels())
                .isEqualTo(edit.scattered(images, i -> true, false, RANDOM).pixels());
    }

    /** At 28 x 28: a bar of 2 x 14, and a ring of 5 x 5 without its 3 x 3 middle. */
    @Test
    void shapes() {
        assertThat(Edit.stroke(7, 28, 28).pixels()).hasSize(28).contains(13 * 28 + 7, 14 * 28 + 20);
        assertThat(Edit.eye(8, 28, 28).pixels())
                .hasSize(16)
                .contains(3 * 28 + 21, 7 * 28 + 25)
                .doesNotContain(5 * 28 + 23);
        for (var side : new int[] {1, 2, 3, 6, 13, 64}) {
            assertThat(IntStream.of(Edit.stroke(7, side, side).pixels()))
                    .isNotEmpty()
                    .allMatch(p -> p >= 0 && p < side * side);
            assertThat(IntStream.of(Edit.eye(7, side, side).pixels()))
                    .isNotEmpty()
                    .allMatch(p -> p >= 0 && p < side * side);
        }
    }

    @Test
    void whatCannotBePaintedIsRefused() {
        assertThatThrownBy(() -> new Edit("x", 1, new int[] {1, 1}, 9)).hasMessageContaining("twice");
        assertThatThrownBy(() -> new Edit("x", 1, new int[] {1}, 0)).hasMessageContaining("brightness");
    }

    private TreeMap<Integer, Long> changes(LabelledImages edited, int image) {
        var sizes = new TreeMap<Integer, Long>();
        for (var p = 0; p < 42; p++) {
            var size = Math.abs(edited.pixel(image, p) - images.pixel(image, p));
            if (size > 0) {
                sizes.merge(size, 1L, Long::sum);
            }
        }
        return sizes;
    }

    private static int places(LabelledImages edited) {
        var sets = new HashSet<java.util.List<Integer>>();
        for (var i = 0; i < edited.count(); i++) {
            var image = i;
            sets.add(IntStream.range(0, 42)
                    .filter(p -> edited.pixel(image, p) > 0)
                    .boxed()
                    .toList());
        }
        return sets.size();
    }

    private static byte[] bytes(int count, int value) {
        var bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
