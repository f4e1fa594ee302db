package org.basinlab.searching.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.basinlab.experiment.InputException;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;
import org.basinlab.searching.Proposals;
import org.basinlab.searching.SearchNeuron;
import org.basinlab.searching.Shape;
import org.basinlab.searching.Subnetwork;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class SearchLayerTest {
    private static final int ROWS = 5;
    private static final int INPUTS = 3;
    private static final int NEURONS = 2;
    private static final int HIDDEN = 6;
    private static final RandomStream STREAM = new RandomStream(11, RandomStream.PROPOSALS, 9);

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    private static Stream<Arguments> layers() {
        var cases = new ArrayList<Arguments>();
        for (var d : new int[] {1, 2}) {
            for (var curve : List.of(StandardActivation.TANH, StandardActivation.SOFTPLUS)) {
                for (var proposals : List.of(
                        Proposals.grid(d == 1 ? 17 : 5),
                        Proposals.random(20, 3),
                        Proposals.gradient(d == 1 ? 3 : 2, 32))) {
                    cases.add(Arguments.of(d, curve, proposals));
                }
            }
        }
        return cases.stream();
    }

    /** Gradient steps once with each activation and each dimension: their differences cost two searches a number. */
    private static Stream<Arguments> checked() {
        return layers().filter(a -> {
            var steps = ((Proposals) a.get()[2]).steps() > 0;
            return !steps || a.get()[0].equals(1) == (a.get()[1] == StandardActivation.TANH);
        });
    }

    private static SearchLayer.Builder layer(int d, StandardActivation curve, Proposals proposals) {
        return new SearchLayer.Builder()
                .nOut(NEURONS)
                .hidden(HIDDEN)
                .dimensions(d)
                .curve(curve)
                .proposals(proposals);
    }

    /** One search layer and nothing else that computes: what it takes in, it gives out. */
    private static MultiLayerNetwork alone(DataType type, SearchLayer layer) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(type)
                .seed(1)
                .list()
                .layer(layer)
                .setInputType(InputType.feedForward(INPUTS))
                .build());
        network.init();
        network.setParams(parameters(layer).castTo(type));
        return network;
    }

    /** Drawn so that there are several maxima: Z has columns far from 0. */
    private static INDArray parameters(SearchLayer layer) {
        var shape = new Shape(
                INPUTS, layer.shape().dimensions(), HIDDEN, layer.shape().curve());
        var flat = new double[NEURONS * shape.parameters()];
        var fromZ = NEURONS * HIDDEN * INPUTS;
        var toZ = fromZ + NEURONS * HIDDEN * shape.dimensions();
        for (var k = 0; k < flat.length; k++) {
            flat[k] = (k >= fromZ && k < toZ ? 3 : 1) * STREAM.normal(k);
        }
        return Nd4j.createFromArray(flat).reshape(1, flat.length);
    }

    private static INDArray inputs(DataType type) {
        return Nd4j.createFromArray(STREAM_INPUTS).reshape('c', ROWS, INPUTS).castTo(type);
    }

    private static final double[] STREAM_INPUTS = drawn(ROWS * INPUTS);

    private static double[] drawn(int count) {
        var numbers = new double[count];
        for (var k = 0; k < count; k++) {
            numbers[k] = new RandomStream(11, RandomStream.PROPOSALS, 8).normal(k);
        }
        return numbers;
    }

    private static MultiLayerNetwork among(DataType type, SearchLayer layer, double dropOut) {
        var network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .dataType(type)
                .seed(4)
                .updater(new Adam(0.01))
                .l2(1e-3)
                .list()
                .layer(new DenseLayer.Builder()
                        .nOut(4)
                        .activation(Activation.TANH)
                        .build())
                .layer(layer)
                .layer(new DenseLayer.Builder()
                        .nOut(3)
                        .activation(Activation.TANH)
                        .dropOut(dropOut)
                        .build())
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.feedForward(INPUTS))
                .build());
        network.init();
        return network;
    }

    @ParameterizedTest
    @MethodSource("layers")
    void isTheReference(int d, StandardActivation curve, Proposals proposals) {
        var conf = layer(d, curve, proposals).build();
        var network = alone(DataType.DOUBLE, conf);
        var neurons = (SearchNeurons) network.getLayer(0);
        conf = neurons.layerConf();
        var x = inputs(DataType.DOUBLE);
        var y = neurons.activate(x, false, LayerWorkspaceMgr.noWorkspaces());
        var e = Nd4j.createFromArray(drawn(ROWS * NEURONS)).reshape('c', ROWS, NEURONS);
        network.initGradientsView();
        var back = neurons.backpropGradient(e, LayerWorkspaceMgr.noWorkspaces());
        var all = Subnetwork.ofLayer(
                conf.shape(), NEURONS, network.params().dup().data().asDouble());
        var gradients = Subnetwork.ofLayer(
                conf.shape(),
                NEURONS,
                neurons.getGradientsViewArray().dup().data().asDouble());
        // Ascents stop where rounding hides growth, so z* is known to the root of 2^-53 only; else it is rounding.
        var near = proposals.steps() > 0 ? 1e-6 : 1e-12;
        var sums = new double[NEURONS][conf.shape().parameters()];
        for (var r = 0; r < ROWS; r++) {
            var c = x.getRow(r).toDoubleVector();
            var slope = new double[INPUTS];
            for (var j = 0; j < NEURONS; j++) {
                var g = all.get(j);
                var choice = new SearchNeuron(g, proposals).search(c);
                assertThat(y.getDouble(r, j)).isCloseTo(choice.value(), within(1e-12));
                for (var k = 0; k < d; k++) {
                    assertThat(neurons.choices().getDouble(r, j * d + k)).isCloseTo(choice.z()[k], within(near));
                }
                for (var i = 0; i < INPUTS; i++) {
                    slope[i] += e.getDouble(r, j) * g.contextSlope(c, choice.z())[i];
                }
                var theta = g.parameterSlope(c, choice.z());
                for (var k = 0; k < theta.length; k++) {
                    sums[j][k] += e.getDouble(r, j) * theta[k];
                }
            }
            for (var i = 0; i < INPUTS; i++) {
                assertThat(back.getSecond().getDouble(r, i)).isCloseTo(slope[i], within(20 * near));
            }
        }
        for (var j = 0; j < NEURONS; j++) {
            assertThat(gradients.get(j).theta()).containsExactly(sums[j], within(20 * near));
        }
    }

    @ParameterizedTest
    @MethodSource("checked")
    void gradientsAreThoseOfTheOutput(int d, StandardActivation curve, Proposals proposals) {
        var network = among(DataType.DOUBLE, layer(d, curve, proposals).build(), 0);
        // Initial weights are so small that maxima lie on the border; these put them inside.
        var params = network.getLayer(1).params();
        for (var k = 0; k < params.length(); k++) {
            params.putScalar(k, params.getDouble(k) + STREAM.normal(k));
        }
        for (var layer : network.getLayers()) {
            ((org.deeplearning4j.nn.conf.layers.BaseLayer) layer.conf().getLayer()).setIUpdater(new NoOp());
        }
        var y = Nd4j.createFromArray(drawn(ROWS * 2)).reshape('c', ROWS, 2);
        // The checker asks for it.
        var usual = Nd4j.dataType();
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            assertGradients(network, y);
        } finally {
            Nd4j.setDefaultDataTypes(usual, usual);
        }
    }

    private static void assertGradients(MultiLayerNetwork network, INDArray y) {
        // Central differences of step 1e-6 are good to about 1e-10 absolute, by rounding; 32 steps leave a projected
        // gradient of 1e-7, so that gradient proposals are no worse.
        assertThat(GradientCheckUtil.checkGradients(new GradientCheckUtil.MLNConfig()
                        .net(network)
                        .epsilon(1e-6)
                        .maxRelError(1e-5)
                        .minAbsoluteError(1e-8)
                        .print(GradientCheckUtil.PrintMode.FAILURES_ONLY)
                        .exitOnFirstError(true)
                        .subset(true)
                        .maxPerParam(3)
                        .input(inputs(DataType.DOUBLE))
                        .labels(y)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void isSavedLoadedAndClonedLikeAnyLayer(int d, StandardActivation curve, Proposals proposals) throws IOException {
        // Both precisions with all proposals: single with tanh, double with softplus.
        var type = curve == StandardActivation.TANH ? DataType.FLOAT : DataType.DOUBLE;
        var network = among(type, layer(d, curve, proposals).build(), 0.5);
        var x = inputs(type);
        network.fit(x, Nd4j.ones(type, ROWS, 2));
        var out = network.output(x);
        var file = new ByteArrayOutputStream();
        ModelSerializer.writeModel(network, file, true);
        var loaded = ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file.toByteArray()), true);
        assertThat(loaded.getLayer(1).conf().getLayer())
                .isEqualTo(network.getLayer(1).conf().getLayer());
        assertThat(loaded.output(x).data().asDouble())
                .containsExactly(out.data().asDouble());
        assertThat(network.clone().output(x).data().asDouble())
                .containsExactly(out.data().asDouble());
        var json = network.getLayerWiseConfigurations().toJson();
        assertThat(MultiLayerConfiguration.fromJson(json))
                .isEqualTo(network.getLayerWiseConfigurations())
                .extracting(MultiLayerConfiguration::toJson)
                .isEqualTo(json);
    }

    @ParameterizedTest
    @EnumSource(WorkspaceMode.class)
    void trainsWithAndWithoutWorkspaces(WorkspaceMode mode) {
        for (var proposals : List.of(Proposals.grid(9), Proposals.gradient(2, 5))) {
            var network = among(
                    DataType.FLOAT, layer(1, StandardActivation.TANH, proposals).build(), 0);
            network.getLayerWiseConfigurations().setTrainingWorkspaceMode(mode);
            network.getLayerWiseConfigurations().setInferenceWorkspaceMode(mode);
            var x = inputs(DataType.FLOAT);
            var y = Nd4j.createFromArray(drawn(ROWS * 2)).castTo(DataType.FLOAT).reshape('c', ROWS, 2);
            network.fit(x, y);
            var before = network.score();
            for (var s = 0; s < 25; s++) {
                network.fit(x, y);
            }
            // Ten numbers and hundreds of parameters: it can learn them by heart.
            assertThat(network.score()).isLessThan(0.9 * before);
            var all = network.feedForward(x, false);
            assertThat(all.get(all.size() - 1).equalsWithEps(network.output(x), 0))
                    .isTrue();
            // Rows do not know of each other; another batch size may only round differently.
            assertThat(network.output(x.getRows(1, 3))
                            .equalsWithEps(network.output(x).getRows(1, 3), 1e-5))
                    .isTrue();
        }
    }

    @Test
    void singleAndDoublePrecisionAgree() {
        for (var proposals : List.of(Proposals.grid(9), Proposals.random(9, 2), Proposals.gradient(3, 20))) {
            var layer = layer(2, StandardActivation.SOFTPLUS, proposals);
            var single = alone(DataType.FLOAT, layer.build()).output(inputs(DataType.FLOAT));
            var twice = alone(DataType.DOUBLE, layer.build()).output(inputs(DataType.DOUBLE));
            assertThat(single.dataType()).isEqualTo(DataType.FLOAT);
            // Sums of some twenty numbers of order ten: some units of 2^-23.
            assertThat(single.castTo(DataType.DOUBLE).equalsWithEps(twice, 5e-5))
                    .isTrue();
        }
    }

    @Test
    void anotherSeedIsAnotherFunction() {
        var one = layer(1, StandardActivation.TANH, Proposals.random(4, 1)).build();
        var other = layer(1, StandardActivation.TANH, Proposals.random(4, 2)).build();
        assertThat(one).isNotEqualTo(other).isEqualTo(one.clone()).hasSameHashCodeAs(one.clone());
        var x = inputs(DataType.DOUBLE);
        assertThat(alone(DataType.DOUBLE, one).output(x))
                .isNotEqualTo(alone(DataType.DOUBLE, other).output(x));
    }

    @Test
    void refusesWhatItCannotBe() {
        assertThatThrownBy(() ->
                        layer(1, StandardActivation.RELU, Proposals.grid(3)).build())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("tanh or softplus");
        assertThatThrownBy(() -> layer(1, StandardActivation.TANH, Proposals.grid(3))
                        .activation(Activation.RELU)
                        .build())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("activation layer after it");
        assertThatThrownBy(() ->
                        layer(9, StandardActivation.TANH, Proposals.grid(9)).build())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2^20");
    }
}
