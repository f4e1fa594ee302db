package org.basinlab.knowledge.match;

import java.util.Map;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.chunked.ChunkedTrainer;

/** Images made up for tests, each class with a bright row and bright spots of its own, and small networks for them. */
final class Toys {
    static final RandomStream RANDOM = new RandomStream(4, RandomStream.BOOTSTRAP, 12);

    private Toys() {}

    static LabelledImages images(int height, int width, int classes, int count, long seed) {
        var random = new RandomStream(seed, RandomStream.BOOTSTRAP, 11);
        var each = height * width;
        var pixels = new byte[count * each];
        var labels = new byte[count];
        for (var i = 0; i < count; i++) {
            labels[i] = (byte) (i < classes ? i : random.below(classes, 10_000_000L + i));
            for (var p = 0; p < each; p++) {
                var lit = p % classes == labels[i] || p / width == labels[i] % height;
                pixels[i * each + p] = (byte) (lit ? 100 + random.below(150, (long) i * each + p) : 0);
            }
        }
        return new LabelledImages(height, width, pixels, labels, Map.of());
    }

    static World world(int height, int width, String digits, int train, int test) {
        var classes = Classes.parse(digits);
        var most = classes.all().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
        return World.of(images(height, width, most, train, 1), images(height, width, most, test, 2), classes, null);
    }

    static Setting setting(int hidden, int replicas) {
        return new Setting(
                hidden,
                StandardActivation.SOFTPLUS,
                null,
                Loss.MSE,
                Initialization.HE,
                BiasInitialization.HE,
                Precision.FLOAT32,
                0.01,
                1,
                replicas,
                5);
    }

    static MatchConfig config() {
        return new MatchConfig(14, StandardActivation.RELU, 200, 4, 24, Ablate.MEAN, 2, 5);
    }

    static ChunkedTrainer trainer() {
        return new ChunkedTrainer(16, 4);
    }

    static TrainingJob job(Lesson lesson, Setting setting, long seed) {
        return lesson.job(setting.start(lesson.world(), seed), setting);
    }

    /** A network with random parameters, output biases too. */
    static Parameters network(World world, Setting setting) {
        var parameters = setting.start(world, 77);
        var values = parameters.values().clone();
        for (var p = 0; p < values.length; p++) {
            values[p] += 0.1 * RANDOM.normal(p);
        }
        return new Parameters(parameters.spec(), values);
    }

    static double[] normals(int count, long from) {
        var normals = new double[count];
        for (var k = 0; k < count; k++) {
            normals[k] = RANDOM.normal(from + k);
        }
        return normals;
    }

    static double[][] cells(int rows, int columns, long from) {
        var cells = new double[rows][];
        for (var i = 0; i < rows; i++) {
            cells[i] = normals(columns, from + (long) i * columns);
        }
        return cells;
    }

    static Similarity similarity(int rows, int columns, long from) {
        return new Similarity(rows, columns, normals(rows * columns, from));
    }
}
