package org.basinlab.knowledge.setting;

import java.util.Map;
import org.basinlab.data.LabelledImages;
import org.basinlab.random.RandomStream;

/** Images made up for tests. */
public final class Drawn {
    private Drawn() {}

    /** Images of 6 x 7 pixels, a third of them ink, labels 0 to {@code classes - 1} in turn. */
    public static LabelledImages images(int count, int classes, long seed) {
        var random = new RandomStream(seed, RandomStream.BOOTSTRAP, 31);
        var pixels = new byte[count * 42];
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) (i % classes);
            for (var p = 0; p < 42; p++) {
                var draw = random.uniform((long) i * 42 + p);
                pixels[i * 42 + p] =
                        (byte) (draw < 1 / 3.0 || p == labels[i] ? 30 + random.below(226, 1_000_000L + i * 42 + p) : 0);
            }
        }
        return new LabelledImages(6, 7, pixels, labels, Map.of());
    }
}
