package org.basinlab.detection.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basinlab.detection.ReluTrainer;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Parameters;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class Dl4jReluTrainerTest {
    private static final int POINTS = 32;
    private static final double RATE = 0.01;

    private final ReluTrainer trainer = new Dl4jReluTrainer();

    private static ReluTrainer.Task task(long seed, int steps) {
        var random = new RandomStream(seed, RandomStream.PLANTED, 0);
        var inputs = new double[2 * POINTS];
        var targets = new double[POINTS];
        for (var p = 0; p < POINTS; p++) {
            inputs[2 * p] = 2 * random.uniform(2L * p) - 1;
            inputs[2 * p + 1] = 2 * random.uniform(2L * p + 1) - 1;
            targets[p] = Math.max(inputs[2 * p], inputs[2 * p + 1]);
        }
        return new ReluTrainer.Task(inputs, 2, targets, List.of(5, 4), steps, RATE, seed);
    }

    @Test
    void networksSideBySideAreThoseTrainedAlone() {
        var tasks = List.of(task(1, 30), task(2, 30), task(3, 30));
        var together = trainer.train(tasks);
        for (var n = 0; n < tasks.size(); n++) {
            var alone = trainer.train(List.of(tasks.get(n))).get(0);
            // Products of matrices round in another order; Adam divides by the root of squares and so keeps relative
            // errors.
            assertThat(together.get(n).values()).containsExactly(alone.values(), within(1e-9));
        }
        assertThat(together.get(0).values()).isNotEqualTo(together.get(1).values());
        assertThat(trainer.train(tasks).get(2).values())
                .isEqualTo(together.get(2).values());
    }

    @Test
    void firstStepIsAdams() {
        var task = task(5, 1);
        var trained = trainer.train(List.of(task)).get(0);
        var start = Parameters.initial(trained.spec(), Initialization.HE, BiasInitialization.ZERO, 5);
        for (var k = 0; k < start.values().length; k++) {
            var gradient = difference(start, k, task);
            // Adam's first step is rate g / (|g| + 1e-8), nearly the sign; a kink within the step of 1e-6 would spoil
            // the
            // difference, so its error of about 1e-9 bounds what can be told.
            var expected = Math.abs(gradient) < 1e-7 ? 0 : -RATE * Math.signum(gradient);
            assertThat(trained.values()[k] - start.values()[k]).isCloseTo(expected, within(0.15 * RATE));
        }
    }

    private static double difference(Parameters at, int k, ReluTrainer.Task task) {
        var above = at.values().clone();
        var below = at.values().clone();
        above[k] += 1e-6;
        below[k] -= 1e-6;
        return (loss(new Parameters(at.spec(), above), task) - loss(new Parameters(at.spec(), below), task)) / 2e-6;
    }

    /** Half the squared error, the mean over points. */
    private static double loss(Parameters network, ReluTrainer.Task task) {
        var spec = network.spec();
        var sum = 0.0;
        for (var p = 0; p < POINTS; p++) {
            var a = new double[] {task.inputs()[2 * p], task.inputs()[2 * p + 1]};
            for (var l = 0; l < spec.depth(); l++) {
                var z = new double[spec.units(l)];
                for (var u = 0; u < z.length; u++) {
                    z[u] = network.values()[spec.biasOffset(l) + u];
                    for (var i = 0; i < a.length; i++) {
                        z[u] += network.values()[spec.weightOffset(l) + u * a.length + i] * a[i];
                    }
                    z[u] = spec.layers().get(l).activation().value(z[u]);
                }
                a = z;
            }
            sum += (a[0] - task.targets()[p]) * (a[0] - task.targets()[p]) / 2;
        }
        return sum / POINTS;
    }

    @Test
    void networksOfDifferentShapesAreRefused() {
        assertThatThrownBy(() -> trainer.train(List.of(task(1, 2), task(1, 3))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
