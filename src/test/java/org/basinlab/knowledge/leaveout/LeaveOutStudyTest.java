package org.basinlab.knowledge.leaveout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.setting.Edit;
import org.basinlab.knowledge.setting.Found;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.run.Json;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.TrainingJob;
import org.junit.jupiter.api.Test;

/** The whole part, small. */
class LeaveOutStudyTest {
    private static final World SMALL = SmallWorld.of("1,7:6,8", 80, 6, 6);
    private static final Found<LeaveOutResult> ONE = run(SMALL, SmallWorld.setting(1), 1);
    private static final Found<LeaveOutResult> THREE = run(SMALL, SmallWorld.setting(3), 3);

    @Test
    void theCorrelationIsThatOfTalliesAndTrainingsMadeByHand() {
        var setting = SmallWorld.setting(1);
        var found = ONE.result();
        var start = setting.start(SMALL, setting.seed());
        var sum = 0.0;
        var mine = SMALL.stream(SMALL.order(), 2);
        var base = trained(mine, start, TrainingJob.Watch.NONE);
        var tallies = tallies(mine, start);
        for (var label : SMALL.classes().all()) {
            var tally = tallies[label];
            var without = trained(SMALL.stream(SMALL.images(l -> l != label), 2), start, TrainingJob.Watch.NONE);
            var weights = 7 * 36;
            var change = IntStream.range(0, weights)
                    .mapToDouble(p -> Math.abs(base.values()[p] - without.values()[p]))
                    .toArray();
            var spearman = new SpearmansCorrelation().correlation(tally, change);
            assertThat(found.score("class " + label, Predictor.TALLY, Level.HIDDEN_WEIGHTS)
                            .spearman()
                            .mean())
                    .isCloseTo(spearman, within(1e-4));
            sum += spearman / 4;
        }
        assertThat(found.classes().mean()).isCloseTo(sum, within(1e-4));
    }

    /** From trainings cut short. */
    private static double[][] tallies(DatapointStream stream, Parameters start) {
        var tallies = new double[10][7 * 36];
        var before = start;
        for (var t = 1; t <= stream.length(); t++) {
            var cut = new DatapointStream(
                    stream.images(),
                    IntStream.of(stream.order()).limit(t).toArray(),
                    IntStream.of(stream.groups()).limit(t).toArray());
            var after = trained(cut, start, TrainingJob.Watch.NONE);
            var tally = tallies[stream.images().label(stream.order()[t - 1])];
            for (var p = 0; p < tally.length; p++) {
                tally[p] += Math.abs(after.values()[p] - before.values()[p]);
            }
            before = after;
        }
        // Pixels dark in every image are tied, but for the rounding of differences.
        return Arrays.stream(tallies)
                .map(tally ->
                        Arrays.stream(tally).map(t -> Math.rint(t * 1e9) / 1e9).toArray())
                .toArray(double[][]::new);
    }

    private static Parameters trained(DatapointStream stream, Parameters start, TrainingJob.Watch watch) {
        var setting = SmallWorld.setting(1);
        return SmallWorld.TRAINER
                .train(new TrainingJob(start, setting.dtype(), setting.learningRate(), stream, watch), Progress.NONE)
                .parameters();
    }

    @Test
    void withoutTheEditIsTheNetworkOfUnpaintedImages() {
        var found = ONE;
        var edit = found.result().elements().get(4);
        assertThat(edit.name()).isEqualTo("stroke on 7");
        assertThat(edit.kind()).isEqualTo("edit");
        assertThat(edit.images()).isEqualTo(SMALL.images(l -> l == 7).length / 2);
        assertThat(found.result().edit().mean()).isBetween(-1.0, 1.0);
        var stroke = Edit.stroke(7, 6, 6);
        var map = (Figure.SignedMap) figure(found, "leave-out-pixels");
        assertThat(IntStream.range(0, 36).filter(p -> map.outlines().get(0).inside()[p]))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.of(stroke.pixels()).boxed().toList());
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        var one = run(SMALL, SmallWorld.setting(3), 1);
        assertThat(Json.text(THREE.result())).isEqualTo(Json.text(one.result()));
        assertThat(THREE.headline()).isEqualTo(one.headline());
    }

    @Test
    void aReplicaIsTheLoneRunWithItsSeed() {
        var base = SmallWorld.setting(1);
        var last = run(
                SMALL,
                new Setting(
                        base.hidden(),
                        base.activation(),
                        base.outputActivation(),
                        base.loss(),
                        base.init(),
                        base.biasInit(),
                        base.dtype(),
                        base.learningRate(),
                        base.epochs(),
                        1,
                        base.seed() + 2),
                1);
        var strips = (Figure.Strips) figure(THREE, "leave-out-predictors");
        assertThat(strips.strips().get(0).values()[2])
                .isEqualTo(last.result().classes().mean());
    }

    @Test
    void tenClassesInTenGroupsAndAnotherLossGoThrough() {
        var world = SmallWorld.of("0:1:2:3:4:5:6:7:8:9", 120, 5, 7);
        var found = run(world, SmallWorld.setting(StandardActivation.RELU, Loss.CROSS_ENTROPY, 2), 2);
        assertThat(found.result().editLabel()).isZero();
        assertThat(found.result().elements()).hasSize(11);
        assertThat(found.result().matrix()).hasSize(100);
        var map = (Figure.HeatMap) figure(found, "leave-out-matrix");
        assertThat(map.columns()).containsExactly("own", "others");
        var own = map.panels().get(0).values();
        assertThat(IntStream.range(0, 10)
                        .mapToDouble(l -> (own[2 * l] - own[2 * l + 1]) / 10)
                        .sum())
                .isCloseTo(found.result().specificity().mean(), within(1e-12));
    }

    @Test
    void twoClassesOfTwoGroupsGoThrough() {
        var found = run(SmallWorld.of("3:5", 40, 6, 6), SmallWorld.setting(2), 1);
        assertThat(found.result().matrix()).hasSize(4);
        assertThat(found.result().specificity().n()).isEqualTo(2);
    }

    @Test
    void aTrainingThatRunsAwayIsCountedAndSaysNothing() {
        var setting =
                SmallWorld.setting(StandardActivation.IDENTITY, Loss.MSE, 2).withLearningRate(1e6);
        var found = run(SMALL, setting, 2);
        assertThat(found.result().diverged()).isEqualTo(2);
        assertThat(found.result().classes().mean()).isNaN();
        assertThat(found.result().classes().n()).isZero();
        assertThat(found.headline()).contains("ran away");
        assertThat(found.figures()).isEmpty();
        assertThat(found.numbers()).isNotEmpty();
        assertThat(LeaveOutClaims.of(found.result())).allMatch(c -> c.verdict() == Verdict.NOT_TESTED);
    }

    @Test
    void oneReplicaIsNotJudgedAndSaysWhatWouldBe() {
        assertThat(LeaveOutClaims.of(ONE.result()))
                .hasSize(6)
                .allMatch(c -> c.verdict() == Verdict.NOT_TESTED)
                .allMatch(c -> c.because().contains("give more --replicas"));
    }

    @Test
    void everyFigureAndTableIsThereAndProgressComesToItsEnd() {
        var begun = new AtomicLong();
        var done = new AtomicLong();
        var found =
                LeaveOutStudy.run(SmallWorld.FEW, SmallWorld.setting(2), SMALL, SmallWorld.TRAINER, 2, new Progress() {
                    @Override
                    public void begin(String what, long units) {
                        begun.addAndGet(units);
                    }

                    @Override
                    public void advance(long units) {
                        done.addAndGet(units);
                    }

                    @Override
                    public void note(String stage) {}
                });
        assertThat(done.get()).isEqualTo(begun.get());
        assertThat(found.figures().stream().map(Figure::name))
                .containsExactly(
                        "leave-out-predictors",
                        "leave-out-concentration",
                        "leave-out-matrix",
                        "leave-out-weights",
                        "leave-out-pixels");
        assertThat(found.tables().get(0).rows()).isEqualTo(2 * 5 * 8 * 5);
        assertThat(found.tables().get(1).rows()).isEqualTo(2 * 5);
        assertThat(found.tables().get(2).rows()).isEqualTo(2 * 16);
        assertThat(found.headline())
                .contains(String.format(
                        Locale.ROOT, "%.2f", found.result().classes().mean()));
    }

    @Test
    void aClassOfOneImageCannotBeHalfPainted() {
        var world = SmallWorld.of("1,7:6,8", 80, 6, 6);
        var images = world.train();
        var first = world.images(l -> l == 7)[0];
        var kept = IntStream.range(0, images.count())
                .filter(i -> images.label(i) != 7 || i == first)
                .toArray();
        var lone = new World(World.some(images, kept), world.test(), world.classes());
        assertThatThrownBy(() -> run(lone, SmallWorld.setting(1), 1))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--leave-out-edit 7");
    }

    private static Figure figure(Found<LeaveOutResult> found, String name) {
        return found.figures().stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Found<LeaveOutResult> run(World world, Setting setting, int threads) {
        return LeaveOutStudy.run(SmallWorld.FEW, setting, world, SmallWorld.TRAINER, threads, Progress.NONE);
    }
}
