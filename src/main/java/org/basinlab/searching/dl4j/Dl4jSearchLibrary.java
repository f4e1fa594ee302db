package org.basinlab.searching.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.basinlab.random.RandomStream;
import org.basinlab.searching.Lesson;
import org.basinlab.searching.NetworkPlan;
import org.basinlab.searching.Proposals;
import org.basinlab.searching.SearchLibrary;
import org.basinlab.searching.Shape;
import org.basinlab.searching.Subnetwork;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** Search neurons by DL4J: {@link SearchLayer} in networks of its own. */
public final class Dl4jSearchLibrary implements SearchLibrary {
    private static final int INITIAL = 1;
    /** As networks are usually trained; tanh costs half of what it does in double precision. */
    private static final DataType LEARNING = DataType.FLOAT;

    private final Nd4jRuntime runtime = Nd4jRuntime.start();

    @Override
    public String name() {
        return "dl4j on " + runtime.backend();
    }

    @Override
    public SearchModule module(Subnetwork g, Proposals proposals) {
        return new Module(g, proposals);
    }

    private static SearchLayer layer(Shape shape, int neurons, Proposals proposals) {
        return new SearchLayer.Builder()
                .nIn(shape.inputs())
                .nOut(neurons)
                .hidden(shape.hidden())
                .dimensions(shape.dimensions())
                .curve(shape.curve())
                .proposals(proposals)
                .build();
    }

    @Override
    public double[] learn(Lesson lesson) {
        var plan = lesson.plan();
        var list = new NeuralNetConfiguration.Builder()
                .dataType(LEARNING)
                .updater(new Adam(new PolySchedule(ScheduleType.ITERATION, lesson.rate(), 1, lesson.steps())))
                .list();
        int before;
        if (plan instanceof NetworkPlan.Searching searching) {
            list.layer(layer(searching.shape(), searching.neurons(), searching.proposals()));
            before = searching.neurons();
        } else {
            before = plan.inputs();
            for (var units : ((NetworkPlan.Dense) plan).units()) {
                list.layer(new DenseLayer.Builder()
                        .nIn(before)
                        .nOut(units)
                        .activation(Activation.TANH)
                        .build());
                before = units;
            }
        }
        var network = new MultiLayerNetwork(list.layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(before)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
        network.init();
        draw(network, lesson.seed());
        var x = rows(lesson.inputs(), plan.inputs()).castTo(LEARNING);
        var y = rows(lesson.targets(), 1).castTo(LEARNING);
        for (var s = 0; s < lesson.steps(); s++) {
            network.fit(x, y);
        }
        return numbers(network.output(rows(lesson.tests(), plan.inputs()).castTo(LEARNING)));
    }

    /** Every number N(0, 1 / numbers into its unit), biases too, by the house's own generator. */
    private static void draw(MultiLayerNetwork network, long seed) {
        var stream = new RandomStream(seed, RandomStream.PROPOSALS, INITIAL);
        var k = 0L;
        for (var layer : network.getLayers()) {
            for (var entry : layer.paramTable().entrySet()) {
                var fanIn = fanIn(layer.conf().getLayer(), entry.getKey());
                var part = entry.getValue();
                var drawn = new double[Math.toIntExact(part.length())];
                for (var i = 0; i < drawn.length; i++) {
                    drawn[i] = stream.normal(k++) / Math.sqrt(fanIn);
                }
                part.assign(Nd4j.createFromArray(drawn).reshape('f', part.shape()));
            }
        }
    }

    private static long fanIn(Layer layer, String key) {
        if (layer instanceof SearchLayer search) {
            var shape = search.shape();
            return key.equals(SearchParameters.OUT) || key.equals(SearchParameters.BIAS)
                    ? shape.hidden()
                    : shape.inputs() + shape.dimensions();
        }
        return ((FeedForwardLayer) layer).getNIn();
    }

    private static INDArray rows(double[] numbers, int width) {
        return Nd4j.createFromArray(numbers).reshape('c', numbers.length / width, width);
    }

    private static double[] numbers(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    private static final class Module implements SearchModule {
        private final Subnetwork g;
        private final Proposals proposals;
        private final MultiLayerNetwork network;

        Module(Subnetwork g, Proposals proposals) {
            this.g = g;
            this.proposals = proposals;
            network = network(DataType.DOUBLE);
        }

        private MultiLayerNetwork network(DataType type) {
            var built = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                    .dataType(type)
                    .list()
                    .layer(layer(g.shape(), 1, proposals))
                    .build());
            built.init(parameters(g.theta()).castTo(type), false);
            return built;
        }

        private static INDArray parameters(double[] theta) {
            return Nd4j.createFromArray(theta).reshape(1, theta.length);
        }

        private INDArray rows(List<double[]> contexts) {
            return Nd4j.createFromArray(contexts.toArray(double[][]::new));
        }

        @Override
        public double[] values(List<double[]> contexts) {
            return numbers(network.output(rows(contexts)));
        }

        @Override
        public double[] values(double[] theta, List<double[]> contexts) {
            network.setParams(parameters(theta));
            var values = values(contexts);
            network.setParams(parameters(g.theta()));
            return values;
        }

        @Override
        public double[] singlePrecision(List<double[]> contexts) {
            return numbers(network(DataType.FLOAT).output(rows(contexts).castTo(DataType.FLOAT)));
        }

        @Override
        public double[] gradient(double[] context) {
            var own = LayerWorkspaceMgr.noWorkspaces();
            network.initGradientsView();
            var neuron = (SearchNeurons) network.getLayer(0);
            neuron.activate(rows(List.of(context)), true, own);
            var back = neuron.backpropGradient(Nd4j.ones(DataType.DOUBLE, 1, 1), own);
            var inContext = numbers(back.getSecond());
            var inTheta = numbers(neuron.getGradientsViewArray());
            var all = new double[inContext.length + inTheta.length];
            System.arraycopy(inContext, 0, all, 0, inContext.length);
            System.arraycopy(inTheta, 0, all, inContext.length, inTheta.length);
            return all;
        }

        @Override
        public boolean survivesSaving(List<double[]> contexts) {
            try {
                var file = new ByteArrayOutputStream();
                ModelSerializer.writeModel(network, file, false);
                var loaded =
                        ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(file.toByteArray()), false);
                var x = rows(contexts);
                var values = values(contexts);
                return Arrays.equals(values, numbers(loaded.output(x)))
                        && Arrays.equals(values, numbers(network.clone().output(x)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
