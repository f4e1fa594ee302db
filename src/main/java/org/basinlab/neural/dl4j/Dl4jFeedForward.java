package org.basinlab.neural.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.InputException;
import org.basinlab.neural.FeedForward;
import org.basinlab.neural.Outcome;
import org.basinlab.training.dl4j.Nd4jRuntime;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Any DL4J {@link MultiLayerNetwork} as a causal network, in double precision and as it predicts (no dropout).
 *
 * <p>Dense, output, activation, loss and dropout layers have exact tangents and gradients, by their matrices and by
 * the activation's own backward pass: the Jacobian of an activation, of softmax too, is symmetric, so that it serves
 * both. A layer of any other kind is differentiated alone: backward by DL4J, forward by two-sided differences along
 * the tangent, {@code (F(a + h t) - F(a - h t)) / 2h} with h |t| = 5e-6 of the largest number in a (of 1 where that is
 * larger), so with a relative error of about 1e-10. Whether the two are one derivative is then asked at drawn numbers:
 * {@code u . (F' t) = (u F') . t}. Recurrent layers, and those for which this fails (a layer that draws random numbers,
 * or whose backward pass is one of training alone), are refused by name.
 *
 * <p>Where numbers tie for the maximum of a pool, or lie on a corner of an activation, a network has no derivative;
 * the two passes may take different sides there.
 *
 * <p>Not for several threads at once: DL4J's layers remember their inputs.
 */
public final class Dl4jFeedForward implements FeedForward {
    private final long[] inputShape;
    private final List<Nodes> layers = new ArrayList<>();
    private final List<LayerStep> steps = new ArrayList<>();

    /**
     * A network that takes rows of numbers, as {@link MultiLayerNetwork#output} does.
     *
     * @param trained with its parameters; not changed
     * @throws InputException if it has a layer that cannot be in a feed-forward causal network, or takes no rows
     */
    public static Dl4jFeedForward of(MultiLayerNetwork trained) {
        var first = trained.getLayerWiseConfigurations().getInputPreProcess(0);
        if (first instanceof FeedForwardToCnnPreProcessor images) {
            return new Dl4jFeedForward(
                    trained, images.getNumChannels() * images.getInputHeight() * images.getInputWidth());
        }
        var layer = trained.getLayer(0).conf().getLayer();
        InputException.require(
                layer instanceof FeedForwardLayer
                        && layer.getClass().getSimpleName().matches("(Dense|Output)Layer"),
                "the network's first layer, a %s, does not tell how many numbers it takes: give their shape",
                layer.getClass().getSimpleName());
        return new Dl4jFeedForward(trained, ((FeedForwardLayer) layer).getNIn());
    }

    /**
     * A network that takes blocks of a shape, such as 1, 28, 28 for grey images.
     *
     * @param trained with its parameters; not changed
     * @param shape   of one input
     * @throws InputException if it has a layer that cannot be in a feed-forward causal network
     */
    public Dl4jFeedForward(MultiLayerNetwork trained, long... shape) {
        Nd4jRuntime.start();
        var network = trained.clone().convertDataType(DataType.DOUBLE);
        // Layers write their parameters' gradients, of no interest here, somewhere.
        network.initGradientsView();
        inputShape = shape.clone();
        var a = Nd4j.zeros(DataType.DOUBLE, batch(1, shape));
        for (var l = 0; l < network.getnLayers(); l++) {
            var step = new LayerStep(network, l);
            step.requireDerivative(a);
            steps.add(step);
            a = step.outputs(a);
            var units = Math.toIntExact(a.size(1));
            layers.add(new Nodes(step.name(), units, Math.toIntExact(a.length() / units)));
        }
    }

    private static long[] batch(int points, long[] shape) {
        var whole = new long[shape.length + 1];
        whole[0] = points;
        System.arraycopy(shape, 0, whole, 1, shape.length);
        return whole;
    }

    @Override
    public int inputs() {
        return Math.toIntExact(Arrays.stream(inputShape).reduce(1, Math::multiplyExact));
    }

    @Override
    public List<Nodes> layers() {
        return List.copyOf(layers);
    }

    @Override
    public Pass pass(double[] inputs) {
        return new Through(inputs);
    }

    private static double[] numbers(INDArray values) {
        return values.dup('c').data().asDouble();
    }

    private final class Through implements Pass {
        private final int points;
        /** What each layer takes in, and last what the network gives. */
        private final List<INDArray> between = new ArrayList<>();

        Through(double[] inputs) {
            points = inputs.length / inputs();
            between.add(array(inputs, batch(points, inputShape)));
            for (var step : steps) {
                between.add(step.outputs(between.get(between.size() - 1)));
            }
        }

        private INDArray array(double[] values, long... shape) {
            return Nd4j.createFromArray(values).reshape('c', shape);
        }

        @Override
        public int points() {
            return points;
        }

        @Override
        public double[] outputs(int layer) {
            return numbers(between.get(layer + 1));
        }

        @Override
        public double[] push(int layer, double[] t) {
            var x = between.get(layer);
            return numbers(steps.get(layer).push(x, array(t, x.shape())));
        }

        @Override
        public List<double[]> gradients(Outcome m) {
            var all = new ArrayList<double[]>();
            var g = atOutputs(m);
            for (var l = steps.size() - 1; l >= 0; l--) {
                all.add(0, numbers(g));
                if (l > 0) {
                    g = steps.get(l).pull(between.get(l), g);
                }
            }
            return all;
        }

        private INDArray atOutputs(Outcome m) {
            var o = between.get(steps.size());
            if (m instanceof Outcome.OfLoss loss) {
                return steps.get(steps.size() - 1).lossGradient(o, array(loss.targets(), o.shape()));
            }
            var g = Nd4j.zeros(DataType.DOUBLE, o.shape());
            var flat = g.reshape('c', new long[] {points, o.length() / points});
            var index = ((Outcome.Output) m).index();
            for (var p = 0; p < points; p++) {
                flat.putScalar(p, index, 1);
            }
            return g;
        }
    }
}
