package org.basinlab.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

/** The reference engine against the oracle, on real images. */
class Dl4jTrainerTest {
    private static final int STEPS = 400;
    private static final LabelledImages TRAIN = ImageFolder.train(Path.of("data/mnist"));
    private final Dl4jTrainer trainer = new Dl4jTrainer();

    @ParameterizedTest
    @CsvSource({
        "SOFTPLUS, SOFTPLUS, MSE, 0.001",
        "SOFTPLUS, SOFTPLUS, MSE, 0.1",
        "RELU, RELU, MSE, 0.01",
        "SIGMOID, SIGMOID, MSE, 0.1",
        "GELU, SWISH, CROSS_ENTROPY, 0.01",
        "ELU, IDENTITY, CROSS_ENTROPY, 0.01",
        "TANH, LEAKYRELU, MSE, 0.01",
    })
    void doublePrecisionFollowsTheOracle(Activation hidden, Activation output, Loss loss, double rate) {
        var start = start(hidden, output, loss, 20);
        var trained = train(start, Precision.FLOAT64, rate);
        // Both round every operation to 1.1e-16; 400 steps of sums over 784 inputs, no chaos at these rates.
        compare(start, rate, trained, 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"SOFTPLUS, MSE, 0.001", "RELU, MSE, 0.001", "SIGMOID, MSE, 0.001", "SOFTPLUS, CROSS_ENTROPY, 0.01"})
    void singlePrecisionFollowsTheOracle(Activation activation, Loss loss, double rate) {
        var drawn = start(activation, activation, loss, 20);
        // The engine rounds the start to single precision; the oracle begins from the same numbers.
        var start = new Parameters(
                drawn.spec(),
                IntStream.range(0, drawn.values().length)
                        .mapToDouble(p -> (float) drawn.values()[p])
                        .toArray());
        var trained = train(start, Precision.FLOAT32, rate);
        // Each step rounds a parameter by at most 2^-24 of it (0.1 or so): 400 of them add up to 400 x 6e-9 at
        // the worst and 20 x 6e-9 at random; tallies are of order 0.1 to 1 and round the same way.
        compare(start, rate, trained, 2e-6);
    }

    @Test
    void divergenceIsReportedWithItsStep() {
        var start = start(Activation.IDENTITY, Activation.IDENTITY, Loss.MSE, 20);
        var trained = train(start, Precision.FLOAT32, 1);
        var oracle = new HandWrittenNetwork(start, 2);
        var stream = stream();
        var step = 0;
        // Where single precision overflows the loss, double precision shows one above its largest number.
        do {
            oracle.step(HandWrittenNetwork.input(stream, step), stream.groups()[step], 1, false);
            step++;
        } while (oracle.lastLoss <= Float.MAX_VALUE);
        assertThat(trained.divergedAt()).isEqualTo(step);
    }

    @Test
    void aRunIsRepeatableAndThreadsDoNotMix() {
        var start = start(Activation.SOFTPLUS, Activation.SOFTPLUS, Loss.MSE, 20);
        var alone = train(start, Precision.FLOAT32, 0.01);
        var together = IntStream.range(0, 3)
                .parallel()
                .mapToObj(i -> train(start, Precision.FLOAT32, 0.01))
                .toList();
        for (var trained : together) {
            assertThat(trained.parameters().values())
                    .isEqualTo(alone.parameters().values());
            assertThat(trained.tally().byGroup()).isDeepEqualTo(alone.tally().byGroup());
        }
    }

    @Test
    void theGlobalGeneratorDecidesNothing() {
        var start = start(Activation.SOFTPLUS, Activation.SOFTPLUS, Loss.MSE, 20);
        Nd4j.getRandom().setSeed(1);
        var one = train(start, Precision.FLOAT32, 0.01);
        Nd4j.getRandom().setSeed(2);
        assertThat(train(start, Precision.FLOAT32, 0.01).parameters().values())
                .isEqualTo(one.parameters().values());
    }

    private Trained train(Parameters start, Precision precision, double rate) {
        return trainer.train(new TrainingJob(start, precision, rate, stream(), STEPS / 2, STEPS / 2), Progress.NONE);
    }

    private void compare(Parameters start, double rate, Trained trained, double tolerance) {
        var stream = stream();
        var oracle = new HandWrittenNetwork(start, 2);
        var loss = 0.0;
        var right = 0;
        for (var s = 0; s < STEPS; s++) {
            var x = HandWrittenNetwork.input(stream, s);
            var watched = s >= STEPS / 2;
            var out = oracle.forward(x);
            right += watched && (out[1] > out[0] ? 1 : 0) == stream.groups()[s] ? 1 : 0;
            oracle.step(x, stream.groups()[s], rate, watched);
            loss += watched ? oracle.lastLoss : 0;
        }
        assertThat(trained.diverged()).isFalse();
        assertThat(worst(trained.parameters().values(), oracle.theta)).isLessThan(tolerance);
        for (var g = 0; g < 2; g++) {
            assertThat(worst(trained.tally().byGroup()[g], oracle.tally[g])).isLessThan(tolerance);
        }
        assertThat(trained.loss()).isCloseTo(loss / (STEPS - STEPS / 2), within(tolerance));
        // One datapoint in 200 may sit so near the line that rounding decides.
        assertThat(trained.accuracy()).isCloseTo((double) right / (STEPS - STEPS / 2), within(0.006));

        var guesses = trainer.classify(trained.parameters(), Precision.FLOAT64, stream);
        for (var s = 0; s < STEPS; s++) {
            var out = oracle.forward(HandWrittenNetwork.input(stream, s));
            if (Math.abs(out[0] - out[1]) > 1e-3) {
                assertThat(guesses[s]).isEqualTo(out[1] > out[0] ? 1 : 0);
            }
        }
    }

    private static double worst(double[] ours, double[] theirs) {
        return IntStream.range(0, theirs.length)
                .mapToDouble(p -> Math.abs(ours[p] - theirs[p]))
                .max()
                .orElseThrow();
    }

    private static Parameters start(Activation hidden, Activation output, Loss loss, int units) {
        var spec = new NetworkSpec(List.of(TRAIN.pixelsPerImage(), units, 2), hidden, output, loss);
        return Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 5);
    }

    private static DatapointStream stream() {
        var order = IntStream.range(0, TRAIN.count())
                .filter(i -> List.of(1, 7, 6, 8).contains(TRAIN.label(i)))
                .limit(STEPS)
                .toArray();
        var groups = IntStream.of(order)
                .map(i -> List.of(1, 7).contains(TRAIN.label(i)) ? 0 : 1)
                .toArray();
        return new DatapointStream(TRAIN, order, groups);
    }
}
