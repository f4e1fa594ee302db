package org.basinlab.knowledge.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.setting.Edit;
import org.basinlab.knowledge.setting.Found;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.junit.jupiter.api.Test;

class EditStudyTest {
    private static final EditConfig SMALL =
            new EditConfig(null, null, 3, List.of(StandardActivation.RELU, StandardActivation.TANH), List.of(3, 5), 2);
    private static final EditConfig BARE =
            new EditConfig(null, null, 1, List.of(StandardActivation.RELU), List.of(3), 0);

    private static Found<EditResult> run(EditConfig config, Setting setting, World world, int threads) {
        return EditStudy.run(config, setting, world, new ChunkedTrainer(8, 4), threads, Progress.NONE);
    }

    @Test
    void anUntouchedTwinIsTheBaseAndEditsAreOfEqualEnergy() {
        var result =
                run(SMALL, MadeUpSet.setting(3, 0.05, 2), MadeUpSet.world(), 2).result();
        assertThat(result.untouchedChange()).isZero();
        assertThat(result.diverged()).isZero();
        assertThat(result.edits()).hasSize(6).allMatch(EditResult.Edited::equal).allMatch(e -> e.images() == 20);
        assertThat(result.label(Twin.STROKE)).isEqualTo(7);
        assertThat(result.label(Twin.EYE)).isEqualTo(8);
        assertThat(result.comparisons())
                .hasSize(EditStudy.COMPARISONS)
                .allMatch(c -> c.logRatio().n() == 3);
        assertThat(result.grid()).hasSize(2 * 2 * 2 * 3);
        assertThat(result.course()).hasSize(7 * 3 * 3);
    }

    /** The number a verdict rests on, from plain SGD in double precision, written out. */
    @Test
    void isWhatPlainDescentGives() {
        var world = MadeUpSet.world();
        var setting = MadeUpSet.setting(2, 0.05, 2);
        var result = run(SMALL, setting, world, 1).result();
        var edit = Edit.stroke(7, MadeUpSet.SIDE, MadeUpSet.SIDE);
        var ratios = 0.0;
        var sizes = 0.0;
        for (var seed : setting.seeds()) {
            var start = setting.start(world, seed);
            var base = trained(setting, world, start);
            var stroke = trained(setting, world.with(edit.painted(world.train(), i -> true)), start);
            var scattered = trained(
                    setting,
                    world.with(new Edits(edit, edit).images(world.train(), Twin.STROKE_SCATTERED, seed)),
                    start);
            ratios += Math.log(participation(base, scattered) / participation(base, stroke)) / 2;
            sizes += Math.sqrt(squares(base, stroke)) / Math.sqrt(squares(start.values(), base)) / 2;
        }
        assertThat(result.comparison(Twin.STROKE, Twin.STROKE_SCATTERED, Level.PARAMETERS)
                        .logRatio()
                        .mean())
                .isCloseTo(ratios, within(1e-9));
        assertThat(result.of(Twin.STROKE).size().mean()).isCloseTo(sizes, within(1e-9));
    }

    private static double squares(double[] one, double[] other) {
        var sum = 0.0;
        for (var p = 0; p < one.length; p++) {
            sum += (one[p] - other[p]) * (one[p] - other[p]);
        }
        return sum;
    }

    private static double participation(double[] base, double[] twin) {
        var fourth = 0.0;
        for (var p = 0; p < base.length; p++) {
            fourth += Math.pow(twin[p] - base[p], 4);
        }
        return Math.pow(squares(base, twin), 2) / (base.length * fourth);
    }

    private static double[] trained(Setting setting, World world, Parameters start) {
        var theta = start.values().clone();
        var n = start.spec().inputs();
        var h = start.spec().units(0);
        var f = StandardActivation.SOFTPLUS;
        for (var k = 0; k < setting.epochs() * world.train().count(); k++) {
            var image = k % world.train().count();
            var x = new double[n];
            for (var i = 0; i < n; i++) {
                x[i] = (world.train().pixel(image, i) + 1) / 256.0;
            }
            var z = new double[h];
            for (var j = 0; j < h; j++) {
                z[j] = theta[n * h + j];
                for (var i = 0; i < n; i++) {
                    z[j] += theta[j * n + i] * x[i];
                }
            }
            var back = new double[h];
            var v = n * h + h;
            var group = world.classes().groupOf(world.train().label(image));
            for (var o = 0; o < 2; o++) {
                var out = theta[v + 2 * h + o];
                for (var j = 0; j < h; j++) {
                    out += theta[v + o * h + j] * f.value(z[j]);
                }
                var delta = (f.value(out) - (o == group ? 1 : 0)) * f.derivative(out);
                for (var j = 0; j < h; j++) {
                    back[j] += delta * theta[v + o * h + j] * f.derivative(z[j]);
                    theta[v + o * h + j] -= setting.learningRate() * delta * f.value(z[j]);
                }
                theta[v + 2 * h + o] -= setting.learningRate() * delta;
            }
            for (var j = 0; j < h; j++) {
                theta[n * h + j] -= setting.learningRate() * back[j];
                for (var i = 0; i < n; i++) {
                    theta[j * n + i] -= setting.learningRate() * back[j] * x[i];
                }
            }
        }
        return theta;
    }

    @Test
    void doesNotDependOnThreads() {
        var setting = MadeUpSet.setting(4, 0.05, 1);
        var one = run(SMALL, setting, MadeUpSet.world(), 1);
        var three = run(SMALL, setting, MadeUpSet.world(), 3);
        assertThat(three.result()).isEqualTo(one.result());
        assertThat(three.headline()).isEqualTo(one.headline());
        assertThat(pictures(three)).isEqualTo(pictures(one));
    }

    private static List<List<Double>> pictures(Found<EditResult> found) {
        return found.figures().stream()
                .filter(Figure.Pictures.class::isInstance)
                .flatMap(f -> ((Figure.Pictures) f).pictures().stream())
                .map(p -> p == null ? null : Arrays.stream(p).boxed().toList())
                .toList();
    }

    @Test
    void aReplicaDoesNotDependOnTheOthers() {
        var few = run(BARE, MadeUpSet.setting(2, 0.05, 1), MadeUpSet.world(), 2);
        var more = run(BARE, MadeUpSet.setting(3, 0.05, 1), MadeUpSet.world(), 2);
        var of = participation(few.tables().get(0));
        assertThat(participation(more.tables().get(0))).startsWith(of).hasSize(of.length * 3 / 2);
    }

    private static double[] participation(Table table) {
        return table.columns().stream()
                .filter(c -> c.name().equals("participation"))
                .map(c -> ((Table.Column.Doubles) c).values())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsOfEveryDatapoint() {
        var begun = new AtomicLong();
        var done = new AtomicLong();
        var progress = new Progress() {
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
        };
        EditStudy.run(SMALL, MadeUpSet.setting(2, 0.05, 2), MadeUpSet.world(), new ChunkedTrainer(8, 4), 2, progress);
        assertThat(done).hasValue(begun.get());
    }

    @Test
    void trainingThatDivergesIsCountedAndNothingIsJudged() {
        var found = run(SMALL, MadeUpSet.setting(3, 1e200, 1), MadeUpSet.world(), 2);
        assertThat(found.result().diverged()).isEqualTo(3);
        assertThat(found.result().comparisons()).allMatch(c -> c.logRatio().n() == 0);
        assertThat(found.result().grid()).allMatch(c -> c.logRatio().n() <= 2 - c.diverged());
        assertThat(EditClaims.of(found.result())).allMatch(c -> c.verdict() == Verdict.NOT_TESTED);
        assertThat(found.headline()).contains("diverged").doesNotContain("NaN");
    }

    @Test
    void oneReplicaIsNotJudged() {
        var found = run(SMALL, MadeUpSet.setting(1, 0.05, 1), MadeUpSet.world(), 2);
        assertThat(EditClaims.of(found.result()))
                .hasSize(8)
                .allMatch(c -> c.verdict() == Verdict.NOT_TESTED)
                .allMatch(c -> c.because().contains("--replicas"));
        assertThat(found.figures()).hasSize(6);
        assertThat(found.result().controls()).allMatch(c -> c.passed());
    }

    /** One hidden unit takes up all of any change: no edit can be seen to take up fewer, and none to fail in it. */
    @Test
    void oneHiddenUnitIsNoPlaceToConcentrateIn() {
        var found = run(BARE, MadeUpSet.setting(3, 0.05, 1).withHidden(1), MadeUpSet.world(), 2);
        assertThat(found.headline())
                .contains("an unknown number of hidden units")
                .doesNotContain("NaN");
        assertThat(EditClaims.of(found.result()))
                .filteredOn(c -> c.statement().endsWith("by hidden units"))
                .hasSize(3)
                .allMatch(c -> c.verdict() == Verdict.NOT_TESTED)
                .allMatch(c -> c.because().contains("one hidden unit alone"));
    }

    @Test
    void tablesForPeopleHaveARowANetwork() {
        var found = run(SMALL, MadeUpSet.setting(2, 0.05, 1), MadeUpSet.world(), 2);
        var table = found.numbers().get(5);
        assertThat(table.columns()).hasSize(9).endsWith("eye, pixels");
        assertThat(table.rows()).hasSize(2 * 2);
        var cells = found.result().grid();
        for (var cell : cells) {
            assertThat(table.rows())
                    .anyMatch(row -> row.get(0).equals(cell.activation())
                            && row.get(1).equals(cell.hidden())
                            && row.get(table.columns().indexOf(cell.edit() + ", " + cell.level()))
                                    .equals(cell.logRatio().mean()));
        }
    }

    @Test
    void takesTenGroupsOddSizesAndMoreCheckpointsThanDatapoints() {
        var config = new EditConfig(0, 0, 20, List.of(StandardActivation.RELU), List.of(3), 0);
        var found = run(config, MadeUpSet.setting(2, 0.01, 1), MadeUpSet.world("0:1:2:3:4:5:6:7:8:9", 60, 11), 2);
        assertThat(found.result().untouchedChange()).isZero();
        assertThat(found.result().grid()).isEmpty();
        assertThat(found.result().course().stream()
                        .map(EditResult.AtCheckpoint::datapoints)
                        .distinct())
                .containsExactly(1, 2, 4, 8, 15, 30, 60);
    }

    @Test
    void classesToEditMustBeInPlay() {
        var stroke = new EditConfig(3, null, 1, List.of(StandardActivation.RELU), List.of(3), 0);
        var eye = new EditConfig(null, 2, 1, List.of(StandardActivation.RELU), List.of(3), 0);
        var setting = MadeUpSet.setting(2, 0.05, 1);
        assertThatThrownBy(() -> run(stroke, setting, MadeUpSet.world(), 1))
                .isInstanceOf(InputException.class)
                .hasMessage("--stroke-on 3 is none of the classes 1,7:6,8: give one of them");
        assertThatThrownBy(() -> run(eye, setting, MadeUpSet.world(), 1))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--eye-on 2");
        assertThat(Edits.of(BARE, MadeUpSet.world("4:5,6", 200, 6)).stroke().label())
                .isEqualTo(4);
    }

    @Test
    void controlsComeOutAsBuilt() {
        for (var seed : List.of(1L, 1000L, Long.MAX_VALUE - 2)) {
            var run = new Setting(
                    3,
                    StandardActivation.SOFTPLUS,
                    null,
                    Loss.MSE,
                    Initialization.HE,
                    BiasInitialization.HE,
                    Precision.FLOAT32,
                    0.1,
                    1,
                    1,
                    seed);
            assertThat(EditControls.of(run, new ChunkedTrainer(64, 4), 2, Progress.NONE))
                    .hasSize(6)
                    .allMatch(c -> c.passed());
        }
    }

    /** What {@link MadeUpRows} says: of the structured change, nearly nothing is in the units of other rows. */
    @Test
    void theMadeUpCaseMovesUnitsOfOneRow() {
        var setting = MadeUpRows.setting(MadeUpSet.setting(4, 0.1, 1));
        var world = MadeUpRows.world(5);
        var start = MadeUpRows.start(setting, world, 5);
        var trainer = new ChunkedTrainer(64, 4);
        var painted = world.with(MadeUpRows.EDIT.painted(world.train(), i -> true));
        var base = trainer.train(Twins.job(setting, start, world.stream(world.order(), 1)), Progress.NONE);
        var twin = trainer.train(Twins.job(setting, start, painted.stream(world.order(), 1)), Progress.NONE);
        var units = ChangeEnergy.of(base.parameters(), twin.parameters()).units();
        var own = Arrays.stream(units, 0, 4).sum();
        assertThat(own / Arrays.stream(units).sum()).isGreaterThan(0.9);
    }
}
