package org.basinlab.knowledge.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.knowledge.setting.Responses;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.network.Parameters;
import org.basinlab.stats.Pearson;
import org.junit.jupiter.api.Test;

class LearnedTest {
    private final Setting setting = Toys.setting(6, 1);
    private final Lesson lesson = Lesson.of(Toys.world(6, 6, "0,1:2,3", 200, 80), setting, 90);
    private final Learned one = learned(setting.start(lesson.world(), 1));
    private final Learned other = learned(setting.start(lesson.world(), 2));

    private Learned learned(Parameters start) {
        return Learned.of(start, Toys.trainer().train(lesson.job(start, setting), Progress.NONE), lesson, Ablate.MEAN);
    }

    @Test
    void updatesAreWhatEachStepAloneChanges() {
        var whole = Lesson.of(lesson.world(), setting, null);
        var all = Toys.trainer().train(whole.job(setting.start(lesson.world(), 1), setting), Progress.NONE);
        var steps = all.stepSizes().layers().get(0).biases();
        assertThat(steps).hasSize(200 * 6);
        for (var k = 0; k < one.steps().length; k++) {
            assertThat(one.steps()[k]).isEqualTo(steps[110 * 6 + k]);
        }
        var sum = 0.0;
        var start = setting.start(lesson.world(), 1);
        var bias = start.spec().biasOffset(0);
        for (var t = 0; t < 200; t++) {
            sum += steps[t * 6];
        }
        assertThat(Math.abs(all.parameters().values()[bias] - start.values()[bias]))
                .isLessThanOrEqualTo(sum + 1e-6);
    }

    @Test
    void sharesAddUpToOneBeforeTheyAreStandardised() {
        var rows = IntStream.range(0, 90).toArray();
        var total = new double[90];
        for (var k = 0; k < 540; k++) {
            total[k / 6] += one.steps()[k];
        }
        var alike = one.shares().with(one.updates());
        for (var i = 0; i < 6; i++) {
            for (var j = 0; j < 6; j++) {
                assertThat(alike.at(i, j)).isCloseTo(Pearson.r(share(i, total), step(j), rows), within(1e-5));
            }
        }
    }

    private double[] share(int unit, double... total) {
        return IntStream.range(0, 90)
                .mapToDouble(t -> one.steps()[t * 6 + unit] / total[t])
                .toArray();
    }

    private double[] step(int unit) {
        return IntStream.range(0, 90)
                .mapToDouble(t -> one.steps()[t * 6 + unit])
                .toArray();
    }

    @Test
    void likingIsTheClassOfGreatestMeanActivation() {
        var test = lesson.test();
        var responses = Responses.of(
                one.parameters(), test, IntStream.range(0, test.count()).toArray());
        var classes = lesson.classes().all();
        for (var j = 0; j < 6; j++) {
            var unit = j;
            var best = one.liking()[j];
            for (var k = 0; k < 4; k++) {
                assertThat(mean(responses, unit, classes.get(k)))
                        .isLessThanOrEqualTo(mean(responses, unit, classes.get(best)));
            }
        }
    }

    private double mean(Responses responses, int unit, int label) {
        return IntStream.range(0, responses.count())
                .filter(i -> lesson.test().label(i) == label)
                .mapToDouble(i -> responses.hidden(i, unit))
                .average()
                .orElseThrow();
    }

    @Test
    void randomMatchingsComeNearTheirExpectation() {
        var measure = new Scores.Measure(one, other);
        var exact = one.unseen().with(other.unseen()).mean();
        var drawn = measure.random(Toys.RANDOM);
        var all = Permutations.of(6).stream()
                .mapToDouble(p -> measure.of(new Matching(p)).activations())
                .toArray();
        assertThat(IntStream.range(0, all.length)
                        .mapToDouble(i -> all[i])
                        .average()
                        .orElseThrow())
                .isCloseTo(exact, within(1e-9));
        var spread = Math.sqrt(IntStream.range(0, all.length)
                .mapToDouble(i -> (all[i] - exact) * (all[i] - exact))
                .average()
                .orElseThrow());
        assertThat(drawn.activations()).isCloseTo(exact, within(4 * spread / Math.sqrt(Scores.DRAWS)));
        assertThat(measure.ceiling().activations())
                .isCloseTo(
                        IntStream.range(0, all.length)
                                .mapToDouble(i -> all[i])
                                .max()
                                .orElseThrow(),
                        within(1e-6));
    }

    @Test
    void anotherOrderOfUnitsIsTheSameFunction() {
        var order = new int[] {3, 0, 5, 1, 4, 2};
        var moved = Checks.reordered(one.parameters(), order);
        var which = new int[] {0, 3, 8};
        var before = Responses.of(one.parameters(), lesson.test(), which);
        var after = Responses.of(moved, lesson.test(), which);
        for (var i = 0; i < which.length; i++) {
            for (var o = 0; o < 2; o++) {
                assertThat(after.preactivation(i, o)).isCloseTo(before.preactivation(i, o), within(1e-12));
            }
            for (var j = 0; j < 6; j++) {
                assertThat(after.hidden(i, order[j])).isEqualTo(before.hidden(i, j));
            }
        }
    }

    @Test
    void blocksOfANetworkAndItselfAreTheSame() {
        var inOrder = IntStream.range(0, 90).toArray();
        var same = new Matching(0, 1, 2, 3, 4, 5);
        var found = Blocks.of(lesson, one, one, inOrder, same, 6, Toys.RANDOM);
        assertThat(found.weights()).isCloseTo(1, within(1e-5));
        assertThat(found.changes()).isCloseTo(1, within(1e-5));
        assertThat(found.asUnits()).isCloseTo(1, within(1e-12));
        assertThat(found.samePlace()).isEqualTo(1);
        assertThat(found.asUnitsRandom()).isEqualTo(1 / 6.0);
        assertThat(found.samePlaceRandom()).isEqualTo(1 / 12.0);
        assertThat(Blocks.of(lesson, one, one, inOrder, same, 0, Toys.RANDOM).samePlace())
                .isNaN();
    }

    @Test
    void randomBlocksAgreeAsAllPairsDo() {
        var inOrder = IntStream.range(0, 90).toArray();
        var found = Blocks.of(lesson, one, other, inOrder, new Matching(0, 1, 2, 3, 4, 5), 0, Toys.RANDOM);
        var sum = 0.0;
        for (var block : lesson.blocks()) {
            var pixels = IntStream.range(0, block.length).toArray();
            for (var i = 0; i < 6; i++) {
                for (var j = 0; j < 6; j++) {
                    var x = IntStream.of(block).mapToDouble(weight(one, i)).toArray();
                    var y = IntStream.of(block).mapToDouble(weight(other, j)).toArray();
                    var r = Pearson.r(x, y, pixels);
                    sum += Double.isNaN(r) ? 0 : r;
                }
            }
        }
        assertThat(found.random()).isCloseTo(sum / (12 * 36), within(1e-6));
    }

    private static IntToDoubleFunction weight(Learned network, int unit) {
        return p -> network.weight(unit, p);
    }
}
