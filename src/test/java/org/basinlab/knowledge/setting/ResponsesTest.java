package org.basinlab.knowledge.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.chunked.ChunkedTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResponsesTest {
    private final World world =
            World.of(Drawn.images(120, 4, 1), Drawn.images(60, 4, 2), Classes.parse("0,1:2:3"), null);

    private Parameters network(StandardActivation activation, Loss loss) {
        var setting = new Setting(
                9,
                activation,
                StandardActivation.IDENTITY,
                loss,
                Initialization.HE,
                BiasInitialization.HE,
                Precision.FLOAT64,
                0.01,
                1,
                1,
                1);
        return setting.start(world, 5);
    }

    /** Against the plainest arithmetic there is. */
    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void outputsAreTheNetworks(StandardActivation activation) {
        var parameters = network(activation, Loss.MSE);
        var which = new int[] {7, 0, 33};
        var responses = Responses.of(parameters, world.test(), which);
        for (var k = 0; k < which.length; k++) {
            var plain = plain(parameters, which[k]);
            for (var o = 0; o < 3; o++) {
                assertThat(responses.outputs(k)[o]).isCloseTo(plain[o], within(1e-12));
            }
        }
    }

    private double[] plain(Parameters parameters, int image) {
        var spec = parameters.spec();
        var values = parameters.values();
        var out = new double[3];
        for (var o = 0; o < 3; o++) {
            out[o] = values[spec.biasOffset(1) + o];
            for (var j = 0; j < 9; j++) {
                var z = values[spec.biasOffset(0) + j];
                for (var i = 0; i < 42; i++) {
                    z += values[j * 42 + i] * (world.test().pixel(image, i) + 1) / 256.0;
                }
                out[o] += values[spec.weightOffset(1) + o * 9 + j]
                        * spec.layers().get(0).activation().value(z);
            }
        }
        return out;
    }

    /** The engine's guesses, and the loss it reports before its first step. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void theEngineSaysTheSame(Loss loss) {
        var parameters = network(StandardActivation.SOFTPLUS, loss);
        var stream = world.testStream();
        var engine = new ChunkedTrainer(16, 4);
        var guesses = engine.classify(parameters, Precision.FLOAT64, stream);
        var responses = Responses.of(parameters, world.test(), stream.order());
        for (var s = 0; s < stream.length(); s++) {
            assertThat(responses.right(s, guesses[s])).isTrue();
        }
        var job = new org.basinlab.training.TrainingJob(
                parameters, Precision.FLOAT64, 1e-300, stream, org.basinlab.training.TrainingJob.Watch.NONE);
        var losses = engine.train(job, org.basinlab.experiment.Progress.NONE).losses();
        for (var s = 0; s < stream.length(); s++) {
            assertThat(responses.loss(s, stream.groups()[s])).isCloseTo(losses[s], within(1e-9));
        }
    }

    @Test
    void productsAreSumsOverRows() {
        var random = new org.basinlab.random.RandomStream(2, org.basinlab.random.RandomStream.KNOWLEDGE, 1);
        for (var rows : new int[][] {
            {}, {4}, {0, 2, 9}, {1, 1, 5, 7}, IntStream.range(0, 11).toArray()
        }) {
            var a = new float[11 * 3];
            var b = new float[11 * 5];
            IntStream.range(0, a.length).forEach(k -> a[k] = (float) random.normal(k));
            IntStream.range(0, b.length).forEach(k -> b[k] = (float) random.normal(1000 + k));
            var product = Products.transposed(a, 3, b, 5, rows);
            for (var i = 0; i < 3; i++) {
                for (var j = 0; j < 5; j++) {
                    var one = i;
                    var other = j;
                    var sum = IntStream.of(rows)
                            .mapToDouble(r -> (double) a[r * 3 + one] * b[r * 5 + other])
                            .sum();
                    assertThat(product[i * 5 + j]).isCloseTo(sum, within(1e-12));
                }
            }
        }
    }

    @Test
    void crossEntropyOfLargeOutputs() {
        assertThat(Responses.loss(Loss.CROSS_ENTROPY, new double[] {1000, 0}, 1))
                .isEqualTo(1000);
        assertThat(Responses.loss(Loss.CROSS_ENTROPY, new double[] {0, 0}, 1)).isCloseTo(Math.log(2), within(1e-15));
        assertThat(Responses.loss(Loss.MSE, new double[] {1, 0}, 1)).isEqualTo(1);
    }

    @Test
    void aSpecHasAnOutputAGroup() {
        assertThat(network(StandardActivation.RELU, Loss.MSE).spec())
                .isEqualTo(NetworkSpec.dense(
                        java.util.List.of(42, 9, 3), StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE));
    }
}
