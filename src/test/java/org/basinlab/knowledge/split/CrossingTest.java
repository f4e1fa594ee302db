package org.basinlab.knowledge.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.basinlab.experiment.Progress;
import org.basinlab.knowledge.setting.Responses;
import org.basinlab.knowledge.setting.Setting;
import org.basinlab.knowledge.setting.World;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.basinlab.training.OnlineTrainer;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrossingTest {
    private static final OnlineTrainer TRAINER = new ChunkedTrainer(64, 16);
    private final World world = MadeUpWorld.of(4);

    static Setting setting(Precision precision, double rate, int replicas) {
        return new Setting(
                7,
                StandardActivation.SOFTPLUS,
                null,
                Loss.MSE,
                Initialization.HE,
                BiasInitialization.HE,
                precision,
                rate,
                2,
                replicas,
                10);
    }

    /** Leaky units are never off, so errors grow and grow. */
    static Setting diverging() {
        return setting(Precision.FLOAT32, 100, 3).withActivation(StandardActivation.LEAKYRELU);
    }

    private Crossing.Crossed crossed(Setting setting, int looks, int threads) {
        var family = new Families(world, 1).labels();
        return Crossing.run(
                family,
                Schedule.halvings(family.datapoints(), setting.epochs(), looks),
                Starts.of(setting, world, setting.replicas()),
                setting,
                Matching.THROUGHOUT,
                new Crossing.Means(TRAINER, threads, Progress.NONE, 3));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "FLOAT64"})
    void splitsWhatPlainTrainingComesTo(Precision precision) {
        var setting = setting(precision, 0.05, 4);
        var end = crossed(setting, 3, 2).result().end();
        var family = new Families(world, 1).labels();
        var tested = Crossing.tested(world.test().count());
        var parameters = new double[4][3][];
        var outputs = new double[4][3][];
        var change = new double[4][3][];
        for (var s = 0; s < 4; s++) {
            for (var d = 0; d < 3; d++) {
                var set = family.sets().get(d);
                var start = setting.start(world, 10 + s);
                var job = new TrainingJob(
                        start, precision, 0.05, set.world().stream(set.order(), 2), TrainingJob.Watch.NONE);
                var trained = TRAINER.train(job, Progress.NONE).parameters();
                parameters[s][d] = trained.values();
                change[s][d] = IntStream.range(0, trained.values().length)
                        .mapToDouble(p -> trained.values()[p] - start.values()[p])
                        .toArray();
                var responses = Responses.of(trained, world.test(), tested);
                outputs[s][d] = IntStream.range(0, tested.length)
                        .boxed()
                        .flatMapToDouble(k -> Arrays.stream(responses.outputs(k)))
                        .map(o -> o / Math.sqrt(tested.length))
                        .toArray();
            }
        }
        var precise = precision == Precision.FLOAT64 ? 1e-9 : 1e-3;
        same(end.at(Level.PARAMETERS), VarianceSplitTest.table(parameters), precise);
        same(end.at(Level.FUNCTION), VarianceSplitTest.table(outputs), precise);
        same(end.at(Level.CHANGE), VarianceSplitTest.table(change), precise);
        var moved = 0.0;
        for (var s = 0; s < 4; s++) {
            for (var d = 0; d < 3; d++) {
                moved += Arrays.stream(change[s][d]).map(x -> x * x).sum() / 12;
            }
        }
        assertThat(end.at(Level.PARAMETERS).moved()).isCloseTo(Math.sqrt(moved), within(precise));
    }

    private static void same(SplitResult.LevelSplit split, double[] table, double precise) {
        var total = table[0] + table[1] + table[2];
        assertThat(split.startVariance()).isCloseTo(table[0], within(precise * total));
        assertThat(split.dataVariance()).isCloseTo(table[1], within(precise * total));
        assertThat(split.restVariance()).isCloseTo(table[2], within(precise * total));
    }

    @Test
    void beginsWithTheStartAlone() {
        var first = crossed(setting(Precision.FLOAT32, 0.05, 3), 2, 2)
                .result()
                .moments()
                .get(0);
        assertThat(first.datapoints()).isZero();
        assertThat(first.kept()).isCloseTo(1, within(1e-12));
        for (var level : new Level[] {Level.PARAMETERS, Level.MATCHED, Level.FUNCTION}) {
            assertThat(first.at(level).startShare()).isEqualTo(1);
        }
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() {
        var setting = setting(Precision.FLOAT32, 0.05, 3);
        assertThat(crossed(setting, 2, 1)).isEqualTo(crossed(setting, 2, 5));
    }

    @Test
    void leavesStartsOutOnceANetworkDiverges() {
        var result = crossed(diverging(), 2, 2);
        assertThat(result.result().diverged()).isEqualTo(9);
        assertThat(result.result().end().starts()).isZero();
        assertThat(result.result().end().at(Level.PARAMETERS).neither()).isNaN();
        assertThat(result.result().accuracy()).isNaN();
        assertThat(result.result().moments().get(0).starts()).isEqualTo(3);
        assertThat(result.cells()).hasSize(9).allMatch(c -> Double.isNaN(c.accuracy()));
    }

    @Test
    void distancesAreOfEveryPair() {
        var setting = setting(Precision.FLOAT32, 0.05, 3);
        var spec = setting.spec(world);
        var random = new RandomStream(1, RandomStream.KNOWLEDGE, 495);
        var looks = new Look[3][4];
        for (var s = 0; s < 3; s++) {
            for (var d = 0; d < 4; d++) {
                var cell = s * 4 + d;
                var values = setting.start(world, cell).values();
                looks[s][d] = new Look(
                        Held.of(new Parameters(spec, values), Precision.FLOAT64),
                        Held.of(setting.start(world, 50 + s), Precision.FLOAT64),
                        IntStream.range(0, 10)
                                .mapToDouble(k -> random.normal(cell * 100L + k))
                                .toArray(),
                        random.permutation(7, cell));
            }
        }
        var found = Distances.of(looks, spec, 2);
        assertThat(found.get(Level.PARAMETERS.ordinal()).split().data())
                .isCloseTo(
                        VarianceSplitTest.distances(values(looks, Look::held))
                                .split()
                                .data(),
                        within(1e-10));
        var matched = new double[3][4][];
        for (var s = 0; s < 3; s++) {
            for (var d = 0; d < 4; d++) {
                matched[s][d] = reordered(looks[s][d], spec.fanIn(0));
            }
        }
        var expected = VarianceSplitTest.distances(matched).split();
        var split = found.get(Level.MATCHED.ordinal()).split();
        assertThat(split.start()).isCloseTo(expected.start(), within(1e-10));
        assertThat(split.data()).isCloseTo(expected.data(), within(1e-10));
        assertThat(split.rest()).isCloseTo(expected.rest(), within(1e-10));
    }

    private static double[][][] values(Look[][] looks, java.util.function.Function<Look, Held> of) {
        return Arrays.stream(looks)
                .map(row -> Arrays.stream(row)
                        .map(look -> IntStream.range(0, 7 * 36 + 7 + 14 + 2)
                                .mapToDouble(p -> of.apply(look).get(p))
                                .toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static double[] reordered(Look look, int fan) {
        var values = new double[7 * fan + 7 + 14 + 2];
        for (var u = 0; u < 7; u++) {
            for (var i = 0; i < fan; i++) {
                values[u * fan + i] = look.held().get(look.units()[u] * fan + i);
            }
            values[7 * fan + u] = look.held().get(7 * fan + look.units()[u]);
            for (var o = 0; o < 2; o++) {
                values[7 * fan + 7 + o * 7 + u] = look.held().get(7 * fan + 7 + o * 7 + look.units()[u]);
            }
        }
        for (var o = 0; o < 2; o++) {
            values[7 * fan + 21 + o] = look.held().get(7 * fan + 21 + o);
        }
        return values;
    }

    @Test
    void matchingUndoesAShuffleOfHiddenUnits() {
        var setting = setting(Precision.FLOAT64, 0.05, 3);
        var network = setting.start(world, 1);
        var order = new RandomStream(2, RandomStream.KNOWLEDGE, 496).permutation(7, 3);
        var shuffled = network.values().clone();
        for (var u = 0; u < 7; u++) {
            System.arraycopy(network.values(), order[u] * 36, shuffled, u * 36, 36);
            shuffled[7 * 36 + u] = network.values()[7 * 36 + order[u]];
        }
        var tested = Crossing.tested(world.test().count());
        var alignment = new Alignment(Responses.of(network, world.test(), tested), 7);
        var units = alignment.units(Responses.of(new Parameters(network.spec(), shuffled), world.test(), tested));
        for (var u = 0; u < 7; u++) {
            assertThat(order[units[u]]).isEqualTo(u);
        }
    }

    @Test
    void matchingTakesUnitsThatNeverVary() {
        var setting = setting(Precision.FLOAT64, 0.05, 3);
        var silent = setting.start(world, 1).values().clone();
        Arrays.fill(silent, 0, 2 * 36, 0);
        var tested = Crossing.tested(world.test().count());
        var responses = Responses.of(new Parameters(setting.spec(world), silent), world.test(), tested);
        assertThat(new Alignment(responses, 7).units(responses)).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void testImagesAreSpread() {
        assertThat(Crossing.tested(3)).containsExactly(0, 1, 2);
        assertThat(Crossing.tested(4000)).hasSize(1000).contains(0, 4, 3996).isSorted();
    }
}
