package org.basinlab.knowledge.leaveout;

import java.util.Map;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.basinlab.training.chunked.ChunkedTrainer;

/** Images made up for tests, each class with a bright pattern of its own, and a network for them. */
final class SmallWorld {
    static final ChunkedTrainer TRAINER = new ChunkedTrainer(8, 4);
    static final LeaveOutConfig FEW = new LeaveOutConfig(null, 12);

    private SmallWorld() {}

    static World of(String groups, int count, int rows, int columns) {
        var classes = Classes.parse(groups);
        var all = classes.all();
        var random = new RandomStream(5, RandomStream.BOOTSTRAP, 9);
        var each = rows * columns;
        var pixels = new byte[count * each];
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) (int) all.get(random.below(all.size(), 1_000_000L + i));
            for (var p = 0; p < each; p++) {
                var lit = p % 5 == labels[i] % 5 || p / columns == labels[i] % rows;
                pixels[i * each + p] = (byte) (lit ? 100 + random.below(150, (long) i * each + p) : 0);
            }
        }
        var images = new LabelledImages(rows, columns, pixels, labels, Map.of());
        return World.of(images, images, classes, null);
    }

    static Setting setting(Activation activation, Loss loss, int replicas) {
        return new Setting(
                7,
                activation,
                loss == Loss.CROSS_ENTROPY ? StandardActivation.IDENTITY : null,
                loss,
                Initialization.HE,
                BiasInitialization.HE,
                Precision.FLOAT64,
                0.02,
                2,
                replicas,
                3);
    }

    static Setting setting(int replicas) {
        return setting(StandardActivation.SOFTPLUS, Loss.MSE, replicas);
    }
}
