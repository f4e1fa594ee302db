package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Activation;
import org.basinlab.network.Convolution;
import org.basinlab.network.Dense;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.NullDistribution;
import org.basinlab.training.StepSizes;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.dl4j.Dl4jTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelShuffleTest {
    /** Sums of a few hundred positive singles, and what LabelShuffle says of itself. */
    private static final double SINGLES = 1e-5;

    private static final Activation F = StandardActivation.RELU;
    private static final int DATAPOINTS = 40;

    static Stream<NetworkSpec> networks() {
        return Stream.of(
                NetworkSpec.dense(List.of(9, 5, 2), F, F, Loss.MSE),
                NetworkSpec.dense(List.of(9, 4, 6, 2), F, F, Loss.MSE),
                new NetworkSpec(
                        List.of(new Convolution(5, 5, 1, 3, 3, 2, F), new Dense(12, 4, F), new Dense(4, 2, F)),
                        Loss.MSE));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theObservedCorrelationsAreThoseOfTheTallies(NetworkSpec spec) {
        var steps = steps(spec, new Drawn(1), DATAPOINTS, 0);
        var q = new Drawn(2).uniforms(spec.parameterCount());
        var parameters = new ParameterMap(spec);
        var observed = new LabelShuffle(parameters, steps, q).observed();
        check(observed, parameters, relative(spec, steps, steps.groups()), q);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyDrawIsATallyOfDatapointsThatSwappedTheirGroups(NetworkSpec spec) {
        var steps = steps(spec, new Drawn(3), DATAPOINTS, 0);
        var q = new Drawn(4).uniforms(spec.parameterCount());
        var parameters = new ParameterMap(spec);
        var draws = draws(new LabelShuffle(parameters, steps, q), 20, 7, 1);
        for (var d = 0; d < 20; d++) {
            var order = new RandomStream(7, RandomStream.LABELS, 0).permutation(DATAPOINTS, d);
            var groups = IntStream.of(order).map(s -> steps.groups()[s]).toArray();
            assertThat(IntStream.of(groups).sum())
                    .isEqualTo(IntStream.of(steps.groups()).sum());
            var draw = d;
            var ofDraw = new EnumMap<ParameterSet, Double>(ParameterSet.class);
            draws.forEach((set, values) -> ofDraw.put(set, values[draw]));
            check(ofDraw, parameters, relative(spec, steps, groups), q);
        }
    }

    /** What the trainer keeps of each step adds up to what it tallies. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "4x3"})
    void theTrainersUpdateSizesGiveTheTrainersTallies(String convolutions) {
        var images = SmallSet.images(200, 1);
        var choice = NetworkChoice.P4
                .withHidden(8)
                .withConvolutions(Filters.parse(convolutions).toArray(Filters[]::new));
        var spec = choice.spec(SmallSet.SIDE, SmallSet.SIDE, StandardActivation.SOFTPLUS);
        var stream = Streams.phase1(
                images, new Schedule(0.01, 150, Balance.CAP, 0.5, null, ForkBalance.NONE), DigitGroups.P4);
        var trained = new Dl4jTrainer()
                .train(
                        new TrainingJob(
                                Parameters.initial(spec, choice.init(), choice.biasInit(), 1),
                                choice.dtype(),
                                0.01,
                                stream,
                                new TrainingJob.Watch(true, true, 20, true)),
                        Progress.NONE);
        assertThat(trained.stepSizes().length()).isEqualTo(stream.length() - 20);
        var q = new Drawn(11).uniforms(spec.parameterCount());
        var parameters = new ParameterMap(spec);
        var tally = trained.late().byGroup();
        var r = IntStream.range(0, q.length)
                .mapToDouble(p -> tally[0][p] / (tally[0][p] + tally[1][p]))
                .toArray();
        check(new LabelShuffle(parameters, trained.stepSizes(), q).observed(), parameters, r, q);
    }

    @Test
    void drawsDependOnTheSeedAndNotOnThreads() {
        var spec = NetworkSpec.dense(List.of(9, 5, 2), F, F, Loss.MSE);
        var shuffle = new LabelShuffle(
                new ParameterMap(spec), steps(spec, new Drawn(5), DATAPOINTS, 0), new Drawn(6).uniforms(62));
        var one = draws(shuffle, 50, 1, 1);
        var four = draws(shuffle, 50, 1, 4);
        var fewer = draws(shuffle, 33, 1, 4);
        var other = draws(shuffle, 50, 2, 1);
        for (var set : ParameterSet.values()) {
            assertThat(four.get(set)).isEqualTo(one.get(set)).hasSize(50);
            assertThat(fewer.get(set)).isEqualTo(Arrays.copyOf(one.get(set), 33));
        }
        assertThat(other.get(ParameterSet.WEIGHTS)).isNotEqualTo(one.get(ParameterSet.WEIGHTS));
    }

    @Test
    void deadUnitsAndWhatHasNoQAreLeftOut() {
        var spec = NetworkSpec.dense(List.of(9, 5, 2), F, F, Loss.MSE);
        var steps = steps(spec, new Drawn(8), DATAPOINTS, 0);
        var hidden = ((StepSizes.Factors) steps.layers().get(0)).biases();
        for (var s = 0; s < DATAPOINTS; s++) {
            hidden[s * 5 + 2] = 0;
        }
        var q = new Drawn(9).uniforms(spec.parameterCount());
        q[0] = Double.NaN;
        q[spec.biasOffset(1)] = Double.NaN;
        var parameters = new ParameterMap(spec);
        var observed = new LabelShuffle(parameters, steps, q).observed();
        var r = relative(spec, steps, steps.groups());
        assertThat(r[2 * 9]).isNaN();
        check(observed, parameters, r, q);
        assertThat(observed.get(ParameterSet.OUTPUT_BIASES)).as("of one point").isNaN();
    }

    @Test
    void whereGroupsDoNotMatterPIsUniform() {
        var spec = NetworkSpec.dense(List.of(4, 3, 2), F, F, Loss.MSE);
        var parameters = new ParameterMap(spec);
        var drawn = new Drawn(10);
        var weights = new double[300];
        var biases = new double[300];
        try (var workers = new Workers(1)) {
            for (var repeat = 0; repeat < 300; repeat++) {
                var shuffle =
                        new LabelShuffle(parameters, steps(spec, drawn, 16, 0), drawn.uniforms(spec.parameterCount()));
                var observed = shuffle.observed();
                var draws = shuffle.draws(99, repeat, workers, Progress.NONE);
                weights[repeat] = p(ParameterSet.WEIGHTS, observed, draws);
                biases[repeat] = p(ParameterSet.BIASES, observed, draws);
            }
        }
        Drawn.assertUniform(weights);
        Drawn.assertUniform(biases);
    }

    @Test
    void whereGroupsMatterPIsSmall() {
        var spec = NetworkSpec.dense(List.of(9, 10, 2), F, F, Loss.MSE);
        var parameters = new ParameterMap(spec);
        for (var seed = 20; seed < 25; seed++) {
            // Even units move three times as much in the first group: r is 0.75, not 0.5. Their q is larger.
            var steps = steps(spec, new Drawn(seed), DATAPOINTS, 2);
            var noise = new Drawn(seed + 100).uniforms(spec.parameterCount());
            var q = IntStream.range(0, noise.length)
                    .mapToDouble(p -> (parameters.unit(p) % 2 == 0 ? 0.5 : 0) + 0.5 * noise[p])
                    .toArray();
            var shuffle = new LabelShuffle(parameters, steps, q);
            var draws = draws(shuffle, 99, seed, 1);
            assertThat(p(ParameterSet.WEIGHTS, shuffle.observed(), draws)).isLessThanOrEqualTo(0.02);
        }
    }

    private static double p(ParameterSet set, Map<ParameterSet, Double> observed, Map<ParameterSet, double[]> draws) {
        return NullDistribution.of(observed.get(set), draws.get(set)).p();
    }

    private static Map<ParameterSet, double[]> draws(LabelShuffle shuffle, int draws, long seed, int threads) {
        try (var workers = new Workers(threads)) {
            return shuffle.draws(draws, seed, workers, Progress.NONE);
        }
    }

    private static void check(Map<ParameterSet, Double> found, ParameterMap parameters, double[] r, double[] q) {
        for (var set : ParameterSet.values()) {
            var members = IntStream.of(parameters.members(set))
                    .filter(p -> !Double.isNaN(r[p] + q[p]))
                    .toArray();
            if (members.length > 2) {
                assertThat(found.get(set)).as("%s", set).isCloseTo(Drawn.correlation(r, q, members), within(SINGLES));
            }
        }
    }

    /** r = a / (a + b) for these groups, datapoint by datapoint in double precision. */
    private static double[] relative(NetworkSpec spec, StepSizes steps, int... groups) {
        var tally = new double[2][spec.parameterCount()];
        for (var s = 0; s < groups.length; s++) {
            for (var l = 0; l < spec.depth(); l++) {
                var fanIn = spec.fanIn(l);
                var units = spec.units(l);
                for (var j = 0; j < units; j++) {
                    var bias = (double) steps.layers().get(l).biases()[s * units + j];
                    tally[groups[s]][spec.biasOffset(l) + j] += bias;
                    for (var i = 0; i < fanIn; i++) {
                        tally[groups[s]][spec.weightOffset(l) + j * fanIn + i] += steps.layers()
                                                .get(l)
                                        instanceof StepSizes.Each each
                                ? each.weights()[(s * units + j) * fanIn + i]
                                : bias * ((StepSizes.Factors) steps.layers().get(l)).inputs()[s * fanIn + i];
                    }
                }
            }
        }
        return IntStream.range(0, tally[0].length)
                .mapToDouble(p -> tally[0][p] / (tally[0][p] + tally[1][p]))
                .toArray();
    }

    /**
     * Update sizes of datapoints whose groups take turns at random; most inputs are background.
     *
     * @param effect how much larger those of even units are in the first group
     */
    private static StepSizes steps(NetworkSpec spec, Drawn drawn, int datapoints, double effect) {
        var groups = IntStream.range(0, datapoints)
                .map(s -> s * 7 % datapoints < datapoints / 2 ? 0 : 1)
                .toArray();
        var layers = spec.layers().stream()
                .map(layer -> {
                    var biases = new float[datapoints * layer.units()];
                    for (var k = 0; k < biases.length; k++) {
                        var strong = k % layer.units() % 2 == 0 && groups[k / layer.units()] == 0;
                        biases[k] = (float) (drawn.uniform() * (strong ? 1 + effect : 1));
                    }
                    var dense = layer instanceof Dense;
                    var rest = new float[datapoints * (dense ? layer.inputs() : layer.units() * layer.fanIn())];
                    for (var k = 0; k < rest.length; k++) {
                        rest[k] = dense && drawn.uniform() < 0.6 ? 1 / 256f : (float) drawn.uniform();
                    }
                    return dense
                            ? new StepSizes.Factors(biases, rest)
                            : (StepSizes.OfLayer) new StepSizes.Each(biases, rest);
                })
                .toList();
        return new StepSizes(groups, layers);
    }
}
