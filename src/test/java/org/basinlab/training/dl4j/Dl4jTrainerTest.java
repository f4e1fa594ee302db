package org.basinlab.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.data.ImageFolder;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Progress;
import org.basinlab.network.Activation;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Convolution;
import org.basinlab.network.Dense;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.DatapointStream;
import org.basinlab.training.StepSizes;
import org.basinlab.training.Trained;
import org.basinlab.training.TrainingJob;
import org.basinlab.training.TrainingJob.Watch;
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
    void doublePrecisionFollowsTheOracle(StandardActivation hidden, StandardActivation output, Loss loss, double rate) {
        var start = start(hidden, output, loss, 20);
        var trained = train(start, Precision.FLOAT64, rate);
        // Both round every operation to 1.1e-16; 400 steps of sums over 784 inputs, no chaos at these rates.
        compare(start, rate, trained, 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"SOFTPLUS, MSE, 0.001", "RELU, MSE, 0.001", "SIGMOID, MSE, 0.001", "SOFTPLUS, CROSS_ENTROPY, 0.01"})
    void singlePrecisionFollowsTheOracle(StandardActivation activation, Loss loss, double rate) {
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
    void deepNetworksFollowTheOracle() {
        var f = StandardActivation.SOFTPLUS;
        deep(NetworkSpec.dense(List.of(784, 20, 15, 10, 2), f, f, Loss.MSE), 0.01);
        deep(NetworkSpec.dense(List.of(784, 20, 15, 2), StandardActivation.ELU, f, Loss.CROSS_ENTROPY), 0.01);
    }

    @Test
    void convolutionsFollowTheOracle() {
        var f = StandardActivation.SOFTPLUS;
        var first = new Convolution(28, 28, 1, 4, 5, 2, f);
        var second = new Convolution(12, 12, 4, 3, 4, 3, StandardActivation.TANH);
        deep(new NetworkSpec(List.of(first, new Dense(576, 12, f), new Dense(12, 2, f)), Loss.MSE), 0.003);
        deep(new NetworkSpec(List.of(first, second, new Dense(27, 12, f), new Dense(12, 2, f)), Loss.MSE), 0.003);
    }

    private void deep(NetworkSpec spec, double rate) {
        var start = Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 5);
        // As for one hidden layer; a filter's update is a sum over 144 places.
        compare(start, rate, train(start, Precision.FLOAT64, rate), 1e-10);
    }

    @Test
    void anActivationOfOnesOwnIsComputedAsGiven() {
        var own = new Activation() {
            @Override
            public double value(double z) {
                return StandardActivation.SOFTPLUS.value(z);
            }

            @Override
            public double derivative(double z) {
                return StandardActivation.SOFTPLUS.derivative(z);
            }
        };
        var f = StandardActivation.SOFTPLUS;
        var standard = Parameters.initial(
                NetworkSpec.dense(List.of(784, 8, 2), f, f, Loss.MSE), Initialization.HE, BiasInitialization.HE, 5);
        var ours = new Parameters(NetworkSpec.dense(List.of(784, 8, 2), own, own, Loss.MSE), standard.values());
        assertThat(worst(
                        train(ours, Precision.FLOAT64, 0.01).parameters().values(),
                        train(standard, Precision.FLOAT64, 0.01).parameters().values()))
                .isLessThan(1e-12);
    }

    @Test
    void divergenceIsReportedWithItsStep() {
        var start = start(StandardActivation.IDENTITY, StandardActivation.IDENTITY, Loss.MSE, 20);
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
        var start = start(StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.MSE, 20);
        var alone = train(start, Precision.FLOAT32, 0.01);
        var together = IntStream.range(0, 3)
                .parallel()
                .mapToObj(i -> train(start, Precision.FLOAT32, 0.01))
                .toList();
        for (var trained : together) {
            assertThat(trained.parameters().values())
                    .isEqualTo(alone.parameters().values());
            assertThat(trained.late().byGroup()).isDeepEqualTo(alone.late().byGroup());
        }
    }

    @Test
    void theGlobalGeneratorDecidesNothing() {
        var start = start(StandardActivation.SOFTPLUS, StandardActivation.SOFTPLUS, Loss.MSE, 20);
        Nd4j.getRandom().setSeed(1);
        var one = train(start, Precision.FLOAT32, 0.01);
        Nd4j.getRandom().setSeed(2);
        assertThat(train(start, Precision.FLOAT32, 0.01).parameters().values())
                .isEqualTo(one.parameters().values());
    }

    private Trained train(Parameters start, Precision precision, double rate) {
        return trainer.train(
                new TrainingJob(start, precision, rate, stream(), new Watch(true, true, STEPS / 2, true)),
                Progress.NONE);
    }

    private void compare(Parameters start, double rate, Trained trained, double tolerance) {
        var stream = stream();
        var early = new HandWrittenNetwork(start, 2);
        var oracle = new HandWrittenNetwork(start, 2);
        var right = 0;
        assertThat(trained.diverged()).isFalse();
        assertThat(trained.stepSizes().groups()).isEqualTo(Arrays.copyOfRange(stream.groups(), STEPS / 2, STEPS));
        for (var s = 0; s < STEPS; s++) {
            var x = HandWrittenNetwork.input(stream, s);
            var late = s >= STEPS / 2;
            var out = oracle.forward(x);
            right += (out[1] > out[0] ? 1 : 0) == trained.guesses()[s] ? 1 : 0;
            early.step(x, stream.groups()[s], rate, !late);
            oracle.step(x, stream.groups()[s], rate, late);
            assertThat(trained.losses()[s]).isCloseTo(oracle.lastLoss, within(tolerance));
            if (late) {
                assertThat(worst(sizes(start.spec(), trained.stepSizes(), s - STEPS / 2), oracle.lastUpdate))
                        .isLessThan(Math.max(tolerance, 1e-7));
            }
        }
        assertThat(worst(trained.parameters().values(), oracle.theta)).isLessThan(tolerance);
        for (var g = 0; g < 2; g++) {
            assertThat(worst(trained.early().byGroup()[g], early.tally[g])).isLessThan(tolerance);
            assertThat(worst(trained.late().byGroup()[g], oracle.tally[g])).isLessThan(tolerance);
        }
        // One datapoint in 200 may sit so near the line that rounding decides.
        assertThat(STEPS - right).isLessThanOrEqualTo(2);

        var guesses = trainer.classify(trained.parameters(), Precision.FLOAT64, stream);
        for (var s = 0; s < STEPS; s++) {
            var out = oracle.forward(HandWrittenNetwork.input(stream, s));
            if (Math.abs(out[0] - out[1]) > 1e-3) {
                assertThat(guesses[s]).isEqualTo(out[1] > out[0] ? 1 : 0);
            }
        }
    }

    /** The update sizes of every parameter at a kept step. */
    private static double[] sizes(NetworkSpec spec, StepSizes kept, int step) {
        var sizes = new double[spec.parameterCount()];
        for (var l = 0; l < spec.depth(); l++) {
            var layer = spec.layers().get(l);
            var weights = layer.units() * layer.fanIn();
            var of = kept.layers().get(l);
            for (var j = 0; j < layer.units(); j++) {
                sizes[spec.biasOffset(l) + j] = of.biases()[step * layer.units() + j];
            }
            for (var w = 0; w < weights; w++) {
                sizes[spec.weightOffset(l) + w] = of instanceof StepSizes.Factors factors
                        ? (double) of.biases()[step * layer.units() + w / layer.fanIn()]
                                * factors.inputs()[step * layer.fanIn() + w % layer.fanIn()]
                        : ((StepSizes.Each) of).weights()[step * weights + w];
            }
        }
        return sizes;
    }

    private static double worst(double[] ours, double[] theirs) {
        return IntStream.range(0, theirs.length)
                .mapToDouble(p -> Math.abs(ours[p] - theirs[p]))
                .max()
                .orElseThrow();
    }

    private static Parameters start(StandardActivation hidden, StandardActivation output, Loss loss, int units) {
        var spec = NetworkSpec.dense(List.of(TRAIN.pixelsPerImage(), units, 2), hidden, output, loss);
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
