package org.basinlab.knowledge.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.knowledge.setting.Found;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.knowledge.split.SplitResult.FamilyResult;
import org.basinlab.knowledge.split.SplitResult.LevelSplit;
import org.basinlab.knowledge.split.SplitResult.Moment;
import org.basinlab.network.Precision;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.Interval;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitStudyTest {
    private static final class Counted implements Progress {
        final AtomicLong done = new AtomicLong();
        long units;

        @Override
        public void begin(String what, long count) {
            units = count;
        }

        @Override
        public void advance(long count) {
            done.addAndGet(count);
        }

        @Override
        public void note(String stage) {}
    }

    private static Found<SplitResult> run(SplitConfig config, Setting setting, World world, Progress progress) {
        return SplitStudy.run(config, setting, world, new ChunkedTrainer(64, 16), 2, progress);
    }

    private static Setting setting(int replicas) {
        return CrossingTest.setting(Precision.FLOAT32, 0.05, replicas);
    }

    @Test
    void findsJudgesAndDrawsAll() {
        var progress = new Counted();
        var found = run(new SplitConfig(3, 2, 2), setting(4), MadeUpWorld.of(1), progress);
        assertThat(progress.done.get()).isEqualTo(progress.units);
        var result = found.result();
        assertThat(result.families().stream().map(FamilyResult::family))
                .containsExactly("samples", "edits", "labels", "orders", "longer");
        assertThat(result.controls()).hasSize(6).allMatch(Control::passed);
        assertThat(result.diverged()).isZero();
        var claims = SplitClaims.of(result);
        assertThat(claims).hasSize(11);
        assertThat(claims.get(0).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claims).noneMatch(c -> c.because().contains("NaN"));
        assertThat(found.figures()).hasSize(5);
        assertThat(found.headline()).doesNotContain("NaN");
        assertThat(found.tables().get(0).rows()).isEqualTo(5 * 3 * Level.values().length);
        assertThat(found.tables().get(1).rows()).isEqualTo(4 * (3 + 5 + 3 + 4 + 3));
    }

    @Test
    void oneReplicaIsNotJudged() {
        var found = run(new SplitConfig(2, 1, 0), setting(1), MadeUpWorld.of(1), Progress.NONE);
        assertThat(SplitClaims.of(found.result()))
                .hasSize(11)
                .allMatch(c -> c.verdict() == Verdict.NOT_TESTED)
                .anyMatch(c -> c.because().contains("give more --replicas"));
        assertThat(found.result().families()).hasSize(4);
        assertThat(found.headline()).contains("--replicas");
    }

    @Test
    void divergedTrainingIsCounted() {
        var found = run(new SplitConfig(2, 2, 2), CrossingTest.diverging(), MadeUpWorld.of(1), Progress.NONE);
        assertThat(found.result().diverged()).isEqualTo(3 * (2 + 5 + 3 + 4 + 2));
        var claims = SplitClaims.of(found.result());
        assertThat(claims.subList(1, 11)).allMatch(c -> c.verdict() == Verdict.NOT_TESTED);
        assertThat(claims.get(1).because()).contains("diverged");
        assertThat(found.headline()).contains("diverged");
    }

    @Test
    void takesTenClassesInTenGroups() {
        var random = new RandomStream(6, RandomStream.KNOWLEDGE, 497);
        var pixels = new byte[120 * 64];
        var labels = new byte[120];
        for (var i = 0; i < 120; i++) {
            labels[i] = (byte) (i % 10);
            for (var k = 0; k < 6; k++) {
                pixels[i * 64 + (labels[i] * 6 + k) % 64] = (byte) (100 + random.below(150, i * 6L + k));
            }
        }
        var images = new LabelledImages(8, 8, pixels, labels, Map.of());
        var world = World.of(images, images, Classes.parse("0:1:2:3:4:5:6:7:8:9"), null);
        var found = run(new SplitConfig(2, 1, 0), setting(3), world, Progress.NONE);
        assertThat(found.result().family(Family.EDITS).dataSets()).hasSize(5);
        assertThat(found.result().family(Family.LABELS).dataSets()).hasSize(3);
        assertThat(found.result().families())
                .allMatch(f -> Double.isFinite(f.end().at(Level.MATCHED).dataOfBoth()));
    }

    @ParameterizedTest
    @CsvSource({"2", "77", "9223372036854775000"})
    void controlsComeOutAsBuiltWithAnySeed(long seed) {
        var given = CrossingTest.setting(Precision.FLOAT64, 0.05, 2);
        var setting = new Setting(
                7,
                given.activation(),
                null,
                given.loss(),
                given.init(),
                given.biasInit(),
                given.dtype(),
                0.05,
                1,
                2,
                seed);
        var means = new Crossing.Means(new ChunkedTrainer(64, 16), 2, Progress.NONE, 10);
        assertThat(SplitControls.of(setting, means)).hasSize(6).allMatch(Control::passed);
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, 0.8, 0.95, REPRODUCED",
        "0.6, 0.55, 0.65, DIFFERS",
        "0.1, 0.05, 0.2, NOT_REPRODUCED",
        "0.6, 0.45, 0.74, NOT_REPRODUCED",
        "0.7, 0.4, 0.9, NOT_TESTED"
    })
    void judgesByTheInterval(double share, double low, double high, Verdict verdict) {
        var interval = new Interval(low, high);
        var result = result(new Estimate(share, interval, interval, 9), 1.0);
        var claims = SplitClaims.of(result);
        assertThat(claims).hasSize(11);
        assertThat(claims.get(0).verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(claims.subList(1, 8)).allMatch(c -> c.verdict() == verdict && c.ours() == share);
        assertThat(claims.subList(8, 11)).allMatch(c -> c.verdict() == Verdict.NOT_TESTED);
    }

    @Test
    void whereNothingVariesNothingIsJudged() {
        var nothing = Estimate.of(new double[] {Double.NaN, Double.NaN, Double.NaN}, 10);
        assertThat(SplitClaims.of(result(nothing, 1.0)).subList(1, 8))
                .allMatch(c -> c.verdict() == Verdict.NOT_TESTED)
                .allMatch(c -> c.because().startsWith("Neither the data nor the start"));
    }

    @Test
    void aStartThatIsNotAllIsNotReproduced() {
        var interval = new Interval(0.8, 0.9);
        assertThat(SplitClaims.of(result(new Estimate(0.85, interval, interval, 9), 0.99))
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new SplitConfig(1, 5, 8))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--split-samples");
        assertThatThrownBy(() -> new SplitConfig(4, 0, 8))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--split-checkpoints");
        assertThatThrownBy(() -> new SplitConfig(4, 5, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--split-passes");
    }

    private static SplitResult result(Estimate share, double startShare) {
        var families = new ArrayList<FamilyResult>();
        for (var name : List.of("samples", "edits", "labels", "orders")) {
            var levels = IntStream.range(0, Level.values().length)
                    .mapToObj(l -> new LevelSplit(
                            Level.values()[l].toString(), 1, 1, 1, startShare, 0.3, 0.3, 0.5, share, 1, 1, 1, 1))
                    .toList();
            families.add(new FamilyResult(
                    name,
                    "",
                    List.of("one", "two"),
                    5,
                    1,
                    9,
                    0,
                    1,
                    1,
                    1,
                    List.of(new Moment(0, 9, 1, levels), new Moment(5, 9, 1, levels))));
        }
        return new SplitResult(10, 0, 100, families, List.of());
    }
}
