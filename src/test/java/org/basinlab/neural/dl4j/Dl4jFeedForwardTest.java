package org.basinlab.neural.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.network.BiasInitialization;
import org.basinlab.network.Initialization;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.Precision;
import org.basinlab.network.StandardActivation;
import org.basinlab.neural.ClampedNetwork;
import org.basinlab.neural.DenseNetwork;
import org.basinlab.neural.NetworkOp;
import org.basinlab.neural.OpSummary;
import org.basinlab.neural.Outcome;
import org.basinlab.neural.UnitSet;
import org.basinlab.training.dl4j.Dl4jNetworks;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class Dl4jFeedForwardTest {
    private static final int POINTS = 4;

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    private static MultiLayerNetwork network(DataType type, InputType input, Layer... layers) {
        var list = new NeuralNetConfiguration.Builder().seed(5).dataType(type).list();
        for (var layer : layers) {
            list.layer(layer);
        }
        var network = new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        return network;
    }

    private static double[] oneHot(int width) {
        var y = new double[POINTS * width];
        for (var p = 0; p < POINTS; p++) {
            y[p * width + p % width] = 1;
        }
        return y;
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void isThePlainNetwork(StandardActivation activation) {
        for (var loss : Loss.values()) {
            var spec = NetworkSpec.dense(List.of(4, 6, 3), activation, activation, loss);
            var parameters = Parameters.initial(spec, Initialization.HE, BiasInitialization.HE, 8);
            var theirs = Dl4jFeedForward.of(Dl4jNetworks.build(parameters, Precision.FLOAT64, 0));
            var x = ClampedNetwork.drawn(POINTS * 4, 0);
            for (var m : List.of(new Outcome.Output(2), new Outcome.OfLoss(oneHot(3)))) {
                var ours = new NetworkOp(new DenseNetwork(parameters), x, m).from(1);
                var found = new NetworkOp(theirs, x, m).from(1);
                for (var l = 0; l < 2; l++) {
                    for (var p = 0; p < POINTS; p++) {
                        for (var u = 0; u < spec.units(l); u++) {
                            // The same sums in another order; ND4J's own tanh and erf are good to some ulps.
                            assertThat(ClampedNetwork.frozen(found.units(l, p).get(u)))
                                    .as("%s %s", activation, m)
                                    .isCloseTo(
                                            ClampedNetwork.frozen(
                                                    ours.units(l, p).get(u)),
                                            within(1e-12));
                        }
                    }
                }
            }
        }
    }

    /** Every layer's forward tangent and gradient against differences of the whole network's output. */
    private static void differs(MultiLayerNetwork network, int width, double tolerance) {
        var form = Dl4jFeedForward.of(network);
        var x = ClampedNetwork.drawn(POINTS * form.inputs(), 2);
        var direction = ClampedNetwork.drawn(form.inputs(), 3);
        var flow = new NetworkOp(form, x, new Outcome.Output(width - 1)).from(direction);
        var h = 1e-6;
        var whole = network.clone().convertDataType(DataType.DOUBLE);
        var shape = new long[] {POINTS, form.inputs()};
        var along = Nd4j.createFromArray(direction).reshape(1, form.inputs()).mul(h);
        var at = Nd4j.createFromArray(x).reshape(shape);
        var slope = whole.output(at.addRowVector(along))
                .sub(whole.output(at.subRowVector(along)))
                .divi(2 * h);
        for (var p = 0; p < POINTS; p++) {
            var expected = slope.getDouble(p, width - 1);
            assertThat(flow.derivative()[p]).isCloseTo(expected, within(tolerance));
            for (var l = 0; l < form.layers().size(); l++) {
                // Each layer cuts every path, so its terms sum to the same derivative.
                assertThat(ClampedNetwork.free(flow.units(l, p).get(0))).isCloseTo(expected, within(tolerance));
            }
        }
        // Sets by their own pass and by the terms of the one pass are the same.
        for (var l = 0; l < form.layers().size() - 1; l++) {
            var clamped = flow.of(UnitSet.of(l, 1));
            for (var p = 0; p < POINTS; p++) {
                assertThat(ClampedNetwork.frozen(clamped.get(p)))
                        .as("layer %s", form.layers().get(l))
                        .isCloseTo(ClampedNetwork.frozen(flow.units(l, p).get(1)), within(tolerance));
            }
        }
    }

    @Test
    void imagesThroughFiltersPoolsAndSoftmax() {
        var network = network(
                DataType.FLOAT,
                InputType.convolutionalFlat(8, 8, 1),
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build(),
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                        .build(),
                new DenseLayer.Builder()
                        .nOut(7)
                        .activation(Activation.LEAKYRELU)
                        .hasBias(false)
                        .build(),
                new DropoutLayer(0.5),
                new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build());
        var form = Dl4jFeedForward.of(network);
        assertThat(form.layers().get(0).units()).isEqualTo(4);
        assertThat(form.layers().get(0).perUnit()).isEqualTo(36);
        // Differences of layers and of the network are good to about 1e-9 here.
        differs(network, 3, 1e-7);
    }

    @Test
    void activationAndLossLayersOnTheirOwn() {
        differs(
                network(
                        DataType.DOUBLE,
                        InputType.feedForward(5),
                        new DenseLayer.Builder()
                                .nOut(4)
                                .activation(Activation.IDENTITY)
                                .build(),
                        new ActivationLayer.Builder()
                                .activation(Activation.SOFTPLUS)
                                .build(),
                        new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                                .nOut(2)
                                .activation(Activation.SIGMOID)
                                .build()),
                2,
                1e-8);
    }

    @Test
    void softmaxCrossEntropyInTheOutputs() {
        var network = network(
                DataType.DOUBLE,
                InputType.feedForward(5),
                new DenseLayer.Builder().nOut(4).activation(Activation.TANH).build(),
                new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build());
        var form = Dl4jFeedForward.of(network);
        var x = ClampedNetwork.drawn(POINTS * 5, 2);
        var flow = new NetworkOp(form, x, new Outcome.OfLoss(oneHot(3))).from(2);
        var pass = form.pass(x);
        for (var p = 0; p < POINTS; p++) {
            // By hand: the loss is -log of the target's share, so its slope is -p'/p.
            var shares = Arrays.copyOfRange(pass.outputs(1), p * 3, p * 3 + 3);
            var shift =
                    new NetworkOp(form, x, new Outcome.Output(p % 3)).from(2).derivative()[p];
            // To rounding; DL4J clips shares at 1e-10, far from these.
            assertThat(flow.derivative()[p]).isCloseTo(-shift / shares[p % 3], within(1e-13));
        }
    }

    @Test
    void normalizationAsItPredictsOrNotAtAll() {
        var network = network(
                DataType.DOUBLE,
                InputType.feedForward(5),
                new DenseLayer.Builder().nOut(4).activation(Activation.TANH).build(),
                new BatchNormalization(),
                new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build());
        assertThatThrownBy(() -> Dl4jFeedForward.of(network))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 (BatchNormalization)");
    }

    @Test
    void recurrentLayersAreRefusedByName() {
        var network = network(
                DataType.DOUBLE,
                InputType.recurrent(3, 4),
                new LSTM.Builder().nOut(4).build(),
                new RnnOutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build());
        assertThatThrownBy(() -> new Dl4jFeedForward(network, 3, 4))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("0 (LSTM)")
                .hasMessageContaining("recurrent");
    }

    @Test
    void aFilterIsAUnit() {
        var network = network(
                DataType.DOUBLE,
                InputType.convolutionalFlat(5, 5, 1),
                new ConvolutionLayer.Builder(3, 3)
                        .nOut(3)
                        .activation(Activation.TANH)
                        .build(),
                new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build());
        var form = Dl4jFeedForward.of(network);
        var flow = new NetworkOp(form, ClampedNetwork.drawn(POINTS * 25, 2), new Outcome.Output(0)).from(12);
        assertThat(flow.units(0)).hasSize(3);
        assertThat(OpSummary.of(flow.of(UnitSet.layer(form, 0))).infinite()).isEqualTo(POINTS);
    }
}
