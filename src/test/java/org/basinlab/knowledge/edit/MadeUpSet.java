package org.basinlab.knowledge.edit;

import java.util.Map;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;

/** Small images made up for tests: classes 0 to 9 in turn, each with a bar of its own. */
final class MadeUpSet {
    static final int SIDE = 6;

    private MadeUpSet() {}

    static LabelledImages images(int count, int side, long seed) {
        var random = new RandomStream(seed, RandomStream.BOOTSTRAP, 9);
        var pixels = new byte[count * side * side];
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
            for (var p = 0; p < side * side; p++) {
                var lit = p % 10 == labels[i] && p / side % 2 == 0;
                pixels[i * side * side + p] = (byte) (lit ? 20 + random.below(130, (long) i * side * side + p) : 0);
            }
        }
        return new LabelledImages(side, side, pixels, labels, Map.of("made", "up"));
    }

    static World world(String classes, int count, int side) {
        return World.of(images(count, side, 1), images(40, side, 2), Classes.parse(classes), null);
    }

    static World world() {
        return world("1,7:6,8", 200, SIDE);
    }

    static Setting setting(int replicas, double learningRate, int epochs) {
        return new Setting(
                7,
                StandardActivation.SOFTPLUS,
                null,
                Loss.MSE,
                Initialization.HE,
                BiasInitialization.HE,
                Precision.FLOAT64,
                learningRate,
                epochs,
                replicas,
                3);
    }
}
