package org.basinlab.knowledge.split;

import java.util.List;
import java.util.Map;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.World;
import org.basinlab.random.RandomStream;

/** A small world for controls: four classes in two groups, each with a bright row of its own and a few bright specks. */
final class MadeUpWorld {
    private static final int SIDE = 6;
    private static final int CLASSES = 4;
    private static final int TRAIN = 400;
    private static final int TEST = 100;
    private static final int SPECKS = 3;
    private static final int BRIGHT = 100;
    private static final int DRAWS = 402;

    private MadeUpWorld() {}

    static World of(long seed) {
        return new World(
                images(TRAIN, new RandomStream(seed, RandomStream.KNOWLEDGE, DRAWS)),
                images(TEST, new RandomStream(seed, RandomStream.KNOWLEDGE, DRAWS + 1)),
                new Classes(List.of(List.of(0, 1), List.of(2, 3))));
    }

    private static LabelledImages images(int count, RandomStream random) {
        var each = SIDE * SIDE;
        var pixels = new byte[count * each];
        var labels = new byte[count];
        var k = 0L;
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) random.below(CLASSES, k++);
            for (var c = 0; c < SIDE; c++) {
                pixels[i * each + (labels[i] + 1) * SIDE + c] = (byte) (BRIGHT + random.below(256 - BRIGHT, k++));
            }
            for (var n = 0; n < SPECKS; n++) {
                pixels[i * each + random.below(each, k++)] = (byte) (BRIGHT + random.below(256 - BRIGHT, k++));
            }
        }
        return new LabelledImages(SIDE, SIDE, pixels, labels, Map.of());
    }
}
