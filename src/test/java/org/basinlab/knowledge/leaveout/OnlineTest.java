package org.basinlab.knowledge.leaveout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Parameters;
import org.basinlab.training.TrainingJob;
import org.junit.jupiter.api.Test;

/** Held against trainings cut short after every datapoint: the difference of two is an update. */
class OnlineTest {
    @Test
    void talliesAndSquaresAreSumsOverUpdates() {
        var world = SmallWorld.of("0,1:2", 24, 4, 5);
        var setting = SmallWorld.setting(1).withReplicas(1, 1);
        var elements = List.of(
                new Element("class 0", world.images(l -> l == 0)), new Element("class 2", world.images(l -> l == 2)));
        var lesson = Lesson.dropping(world, elements, 1);
        var start = setting.start(world, 4);
        var learnt = Learnt.from(lesson, setting, start, List.of(), SmallWorld.TRAINER, Progress.NONE);
        var tallies = new double[2][start.values().length];
        var squares = new double[2][start.values().length];
        var total = new double[start.values().length];
        var inputs = new double[2][20];
        var before = start;
        for (var t = 0; t < world.train().count(); t++) {
            var after = after(world.order(), t + 1, lesson, start);
            var e = world.train().label(t) == 0 ? 0 : world.train().label(t) == 2 ? 1 : -1;
            for (var p = 0; p < total.length; p++) {
                var update = after.values()[p] - before.values()[p];
                total[p] += Math.abs(update);
                if (e >= 0) {
                    tallies[e][p] += Math.abs(update);
                    squares[e][p] += update * update;
                }
            }
            for (var i = 0; i < 20 && e >= 0; i++) {
                inputs[e][i] += (world.train().pixel(t, i) + 1)
                        / 256.0
                        / elements.get(e).images().length;
            }
            before = after;
        }
        var online = learnt.online();
        same(online.total(), total, 1e-6);
        for (var e = 0; e < 2; e++) {
            same(online.tallies().get(e), tallies[e], 1e-6);
            same(online.squares().get(e), squares[e], 1e-8);
            var each = e;
            assertThat(online.meanInputs().get(e).sizes(7, 2).weights())
                    .satisfies(w -> IntStream.range(0, w.length)
                            .forEach(p -> assertThat(w[p]).isCloseTo(inputs[each][p % 20], within(1e-6))));
        }
        assertThat(learnt.base().values()).containsExactly(before.values(), within(1e-12));
    }

    private static Parameters after(int[] order, int count, Lesson lesson, Parameters start) {
        var stream = lesson.world().stream(IntStream.of(order).limit(count).toArray(), 1);
        return SmallWorld.TRAINER
                .train(
                        new TrainingJob(
                                start,
                                SmallWorld.setting(1).dtype(),
                                SmallWorld.setting(1).learningRate(),
                                stream,
                                TrainingJob.Watch.NONE),
                        Progress.NONE)
                .parameters();
    }

    private static void same(Sizes sizes, double[] all, double error) {
        var weights = sizes.weights().length;
        var biases = sizes.biases().length;
        for (var p = 0; p < weights + biases + sizes.outputs().length; p++) {
            var found = p < weights
                    ? sizes.weights()[p]
                    : p < weights + biases ? sizes.biases()[p - weights] : sizes.outputs()[p - weights - biases];
            assertThat(found).as("parameter %s", p).isCloseTo(all[p], within(error));
        }
    }

    @Test
    void leavingOutDropsAndKeepsTheOrder() {
        var world = SmallWorld.of("0,1:2", 24, 4, 5);
        var lesson = Lesson.dropping(world, List.of(new Element("class 1", world.images(l -> l == 1))), 2);
        var left =
                IntStream.range(0, 24).filter(i -> world.train().label(i) != 1).toArray();
        assertThat(lesson.without().get(0).order())
                .containsExactly(
                        IntStream.concat(IntStream.of(left), IntStream.of(left)).toArray());
        assertThat(lesson.elementOf())
                .containsExactly(IntStream.range(0, 48)
                        .map(t -> world.train().label(t % 24) == 1 ? 0 : 1)
                        .toArray());
    }

    @Test
    void tooManyDatapointsAreRefused() {
        var spec = SmallWorld.setting(1).withHidden(100_000).spec(SmallWorld.of("0:2", 24, 4, 5));
        assertThatThrownBy(() -> Online.requireRoom(spec, 30_000))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--epochs")
                .hasMessageNotContaining("\n");
    }
}
