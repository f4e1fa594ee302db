package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.network.Activation;
import org.basinlab.network.Convolution;
import org.basinlab.network.Dense;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.StandardActivation;
import org.basinlab.stats.NullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The null in which tallies are dealt out among neurons. */
class NeuronShuffleTest {
    private static final Activation F = StandardActivation.RELU;

    static Stream<NetworkSpec> networks() {
        return Stream.of(
                NetworkSpec.dense(List.of(6, 12, 2), F, F, Loss.MSE),
                NetworkSpec.dense(List.of(6, 8, 9, 2), F, F, Loss.MSE),
                new NetworkSpec(
                        List.of(new Convolution(5, 5, 1, 8, 3, 2, F), new Dense(32, 9, F), new Dense(9, 2, F)),
                        Loss.MSE));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void withNothingShuffledItIsTheCorrelation(NetworkSpec spec) {
        var parameters = new ParameterMap(spec);
        var drawn = new Drawn(1);
        var sizes = Drawn.sizes(drawn.uniforms(parameters.count()), drawn.uniforms(parameters.count()));
        var observed = new NeuronShuffle(parameters, sizes).observed();
        for (var set : ParameterSet.values()) {
            // Rounding of sums of a few hundred numbers.
            assertThat(observed.get(set))
                    .isCloseTo(Drawn.correlation(sizes.r(), sizes.q(), parameters.members(set)), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whereNeuronsAreExchangeablePIsUniform(NetworkSpec spec) {
        var parameters = new ParameterMap(spec);
        var drawn = new Drawn(2);
        var weights = new double[300];
        var biases = new double[300];
        for (var repeat = 0; repeat < weights.length; repeat++) {
            // Neurons have levels of their own in r and in q, one nothing to do with the other; both follow the pixel.
            var sizes = Drawn.sizes(
                    values(parameters, levels(parameters, drawn), 0.5, drawn),
                    values(parameters, levels(parameters, drawn), 0.5, drawn));
            var observed = new NeuronShuffle(parameters, sizes).observed();
            var draws = new NeuronShuffle(parameters, sizes).draws(99, repeat);
            weights[repeat] = p(ParameterSet.HIDDEN_WEIGHTS, observed, draws);
            biases[repeat] = p(ParameterSet.HIDDEN_BIASES, observed, draws);
        }
        Drawn.assertUniform(weights);
        Drawn.assertUniform(biases);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void whereANeuronsOwnTallyMattersPIsSmall(NetworkSpec spec) {
        var parameters = new ParameterMap(spec);
        for (var seed = 30; seed < 35; seed++) {
            var drawn = new Drawn(seed);
            var levels = levels(parameters, drawn);
            var sizes = Drawn.sizes(values(parameters, levels, 0.1, drawn), values(parameters, levels, 0.1, drawn));
            var observed = new NeuronShuffle(parameters, sizes).observed();
            var draws = new NeuronShuffle(parameters, sizes).draws(99, seed);
            for (var set : List.of(ParameterSet.WEIGHTS, ParameterSet.BIASES, ParameterSet.HIDDEN_WEIGHTS)) {
                assertThat(p(set, observed, draws)).as("%s", set).isLessThanOrEqualTo(0.02);
            }
        }
    }

    @Test
    void whatThePixelsCarrySurvivesTheShuffle() {
        var parameters = new ParameterMap(NetworkSpec.dense(List.of(50, 40, 2), F, F, Loss.MSE));
        var drawn = new Drawn(3);
        var none = new double[parameters.clusters()];
        var sizes = Drawn.sizes(values(parameters, none, 1, drawn), values(parameters, none, 1, drawn));
        var observed = new NeuronShuffle(parameters, sizes).observed();
        var draws = new NeuronShuffle(parameters, sizes).draws(199, 4);
        var r = observed.get(ParameterSet.HIDDEN_WEIGHTS);
        assertThat(r).isGreaterThan(0.4);
        // Draws of r over 2000 weights scatter by 1/sqrt(2000) = 0.022 at most.
        assertThat(StatUtils.mean(draws.get(ParameterSet.HIDDEN_WEIGHTS))).isCloseTo(r, within(0.04));
        assertThat(p(ParameterSet.HIDDEN_WEIGHTS, observed, draws)).isGreaterThan(0.05);

        // A neuron's own tally does not survive it.
        var levels = levels(parameters, drawn);
        var own = Drawn.sizes(values(parameters, levels, 0, drawn), values(parameters, levels, 0, drawn));
        assertThat(new NeuronShuffle(parameters, own).observed().get(ParameterSet.HIDDEN_WEIGHTS))
                .isGreaterThan(0.4);
        // 40 neurons: draws scatter by 0.5 / sqrt(39) = 0.08, their mean of 199 by 0.006.
        assertThat(StatUtils.mean(
                        new NeuronShuffle(parameters, own).draws(199, 4).get(ParameterSet.HIDDEN_WEIGHTS)))
                .isCloseTo(0, within(0.03));
    }

    @Test
    void outputBiasesNeverMove() {
        var parameters = new ParameterMap(NetworkSpec.dense(List.of(6, 5, 3), F, F, Loss.MSE));
        var drawn = new Drawn(5);
        var sizes = Drawn.sizes(drawn.uniforms(parameters.count()), drawn.uniforms(parameters.count()));
        var observed = new NeuronShuffle(parameters, sizes).observed().get(ParameterSet.OUTPUT_BIASES);
        for (var draw : new NeuronShuffle(parameters, sizes).draws(20, 1).get(ParameterSet.OUTPUT_BIASES)) {
            assertThat(draw).isCloseTo(observed, within(1e-12));
        }
    }

    @Test
    void everySetIsDealtAlike() {
        // r is one number a neuron, so the output weights and the hidden biases shuffle to the same r.
        var parameters = new ParameterMap(NetworkSpec.dense(List.of(6, 9, 1), F, F, Loss.MSE));
        var drawn = new Drawn(6);
        var r = levels(parameters, drawn);
        var q = levels(parameters, drawn);
        var sizes = Drawn.sizes(
                IntStream.range(0, parameters.count())
                        .mapToDouble(p -> r[parameters.cluster(p)])
                        .toArray(),
                IntStream.range(0, parameters.count())
                        .mapToDouble(p -> q[parameters.cluster(p)])
                        .toArray());
        var draws = new NeuronShuffle(parameters, sizes).draws(30, 1);
        for (var d = 0; d < 30; d++) {
            assertThat(draws.get(ParameterSet.OUTPUT_WEIGHTS)[d])
                    .isCloseTo(draws.get(ParameterSet.HIDDEN_BIASES)[d], within(1e-12));
        }
    }

    private static double p(ParameterSet set, Map<ParameterSet, Double> observed, Map<ParameterSet, double[]> draws) {
        return NullDistribution.of(observed.get(set), draws.get(set)).p();
    }

    /** One number a cluster. */
    private static double[] levels(ParameterMap parameters, Drawn drawn) {
        return drawn.uniforms(parameters.clusters());
    }

    /** A cluster's level, something of the input's (the same for every neuron), and noise. */
    private static double[] values(ParameterMap parameters, double[] levels, double ofInput, Drawn drawn) {
        return IntStream.range(0, parameters.count())
                .mapToDouble(p -> levels[parameters.cluster(p)]
                        + ofInput * (parameters.input(p) * 7 % 10) / 10.0
                        + 0.3 * drawn.uniform())
                .toArray();
    }
}
