package org.basinlab.localize;

import java.util.Map;
import org.basinlab.data.ImageSource;
import org.basinlab.data.LabelledImages;
import org.basinlab.random.RandomStream;

/** Images made up for tests: classes 0 to 9 in turn, each with a bright bar of its own. */
final class SmallSet {
    static final int SIDE = 6;

    private SmallSet() {}

    static LabelledImages images(int count, long seed) {
        var random = new RandomStream(seed, RandomStream.BOOTSTRAP, 9);
        var pixels = new byte[count * SIDE * SIDE];
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) random.below(10, 1_000_000L + i);
            for (var p = 0; p < SIDE * SIDE; p++) {
                var lit = p % 10 == labels[i] || p / SIDE == labels[i] % SIDE;
                pixels[i * SIDE * SIDE + p] = (byte) (lit ? 120 + random.below(130, (long) i * SIDE * SIDE + p) : 0);
            }
        }
        return new LabelledImages(SIDE, SIDE, pixels, labels, Map.of("made", "up"));
    }

    static ImageSource source(int train, int test) {
        return new ImageSource() {
            @Override
            public LabelledImages train(String data) {
                return images(train, 1);
            }

            @Override
            public LabelledImages test(String data) {
                return images(test, 2);
            }
        };
    }
}
