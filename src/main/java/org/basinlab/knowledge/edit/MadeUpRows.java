package org.basinlab.knowledge.edit;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Edit;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;

/**
 * A case in which the hypothesis must hold, in parameters, units and pixels.
 *
 * <p>Images of 8 x 8 pixels in eight classes: an image of class c has faint ink in row c, columns 0 to 4, and none
 * elsewhere. Four ReLU units look at each row: weights from 0.8 to 1.2 there, 0 elsewhere, and a bias of -0.2, so that the
 * background of 1/256 (8 x 1.2 / 256 = 0.04 at most) leaves a unit dead, with a gradient of exactly 0, on all classes
 * but its own, where the ink (5 x 0.15 x 0.8 = 0.6 at least) wakes it. Output weights are 1 and -1 in turn, the same for
 * every row, so that rows differ in nothing but what is in them, and so large that the first layer learns too. The
 * structured edit paints class 0 white at columns 5 to 7 of its own row.
 *
 * <p>What it can change: units of row 0 alone see class 0, painted or not, so 4 units of 32 move, an eighth, and in them the
 * weights of pixels with light, which are those of row 0, an eighth too. All else, such as other units by way of the output
 * biases they share, is of second order. The scattered rival lights three random pixels of each image of class 0, seven of
 * eight in other rows; one white pixel (0.8 - 0.2 at least) wakes the four units of its row, so that by symmetry all rows'
 * units move alike, at all pixels. The structured change then takes up about an eighth of the units and pixels that the
 * rival's takes up, and less of the parameters.
 */
final class MadeUpRows {
    private static final int SIDE = 8;
    private static final int INKED = 5;
    private static final int UNITS_EACH = 4;
    private static final int IMAGES_EACH = 800;
    private static final int REPLICAS = 10;
    private static final int INK = 40;
    private static final int INK_STEP = 3;
    private static final double BIAS = -0.2;
    private static final double OUTPUT_WEIGHT = 1;
    private static final double RATE = 0.001;
    private static final int MADE_IMAGES = 105;
    private static final int MADE_WEIGHTS = 106;
    private static final int TEST = 80;

    /** What the edit paints. */
    static final Edit EDIT = new Edit("rows", 0, IntStream.range(INKED, SIDE).toArray(), 255);

    private MadeUpRows() {}

    /** Its images; of {@code seed}, the faint ink. */
    static World world(long seed) {
        var classes = new Classes(List.of(List.of(0, 1, 2, 3), List.of(4, 5, 6, 7)));
        return new World(images(IMAGES_EACH * SIDE, seed), images(TEST, seed), classes);
    }

    private static LabelledImages images(int count, long seed) {
        var random = new RandomStream(seed, RandomStream.KNOWLEDGE, MADE_IMAGES);
        var each = SIDE * SIDE;
        var pixels = new byte[count * each];
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            var row = i % SIDE;
            labels[i] = (byte) row;
            for (var c = 0; c < INKED; c++) {
                var p = i * each + row * SIDE + c;
                pixels[p] = (byte) (INK + INK_STEP * random.below(11, p));
            }
        }
        return new LabelledImages(SIDE, SIDE, pixels, labels, Map.of());
    }

    /** Ten replicas, which take a second, so that controls do not hang on a run's number. */
    static Setting setting(Setting run) {
        return new Setting(
                UNITS_EACH * SIDE,
                StandardActivation.RELU,
                StandardActivation.IDENTITY,
                Loss.MSE,
                Initialization.HE,
                BiasInitialization.ZERO,
                run.dtype(),
                RATE,
                1,
                REPLICAS,
                Math.min(run.seed(), Long.MAX_VALUE - 2L * REPLICAS));
    }

    /** The network before training; output biases are 0. */
    static Parameters start(Setting setting, World world, long seed) {
        var start = setting.start(world, seed);
        var spec = start.spec();
        var random = new RandomStream(seed, RandomStream.KNOWLEDGE, MADE_WEIGHTS);
        for (var j = 0; j < spec.units(0); j++) {
            for (var i = 0; i < spec.inputs(); i++) {
                var seen = i / SIDE == j / UNITS_EACH;
                // Singles, as the start of a single-precision network is.
                start.values()[j * spec.inputs() + i] =
                        seen ? (float) (0.8 + 0.4 * random.uniform((long) j * spec.inputs() + i)) : 0;
            }
            start.values()[spec.biasOffset(0) + j] = (float) BIAS;
            for (var o = 0; o < spec.outputs(); o++) {
                start.values()[spec.weightOffset(1) + o * spec.units(0) + j] =
                        (float) ((j + o) % 2 == 0 ? OUTPUT_WEIGHT : -OUTPUT_WEIGHT);
            }
        }
        return start;
    }
}
