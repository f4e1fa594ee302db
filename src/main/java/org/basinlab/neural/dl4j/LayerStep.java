package org.basinlab.neural.dl4j;

import org.basinlab.experiment.InputException;
import org.basinlab.random.RandomStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.layers.ActivationLayer;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.layers.DropoutLayer;
import org.deeplearning4j.nn.layers.LossLayer;
import org.deeplearning4j.nn.layers.OutputLayer;
import org.deeplearning4j.nn.layers.feedforward.dense.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One layer of a DL4J network with what reshapes its input, a = F(x), and its derivative both ways. */
final class LayerStep {
    private static final LayerWorkspaceMgr OWN = LayerWorkspaceMgr.noWorkspaces();
    /** The cube root of 2^-53: where the rounding and the truncation of two-sided differences are alike. */
    private static final double STEP = Math.cbrt(0x1p-53);
    /** Differences are good to about 1e-10; what is no derivative misses by its own size. */
    private static final double SAME = 1e-6;

    private final Layer layer;
    private final InputPreProcessor reshape;
    private final String name;
    private final boolean exact;

    LayerStep(MultiLayerNetwork network, int index) {
        layer = network.getLayer(index);
        reshape = network.getLayerWiseConfigurations().getInputPreProcess(index);
        name = index + " (" + layer.conf().getLayer().getClass().getSimpleName() + ")";
        exact = layer.getClass() == ActivationLayer.class
                || layer.getClass() == LossLayer.class
                || layer.getClass() == DropoutLayer.class
                || isDense();
        InputException.require(
                !layer.getClass().getPackageName().endsWith(".recurrent"),
                "layer %s is recurrent: Op of units is of feed-forward networks; give one without it",
                name);
        InputException.require(
                exact || !(layer instanceof IOutputLayer),
                "layer %s is an output layer that is more than weights, an activation and a loss: give a network with a"
                        + " plain one",
                name);
    }

    private boolean isDense() {
        return (layer.getClass() == DenseLayer.class || layer.getClass() == OutputLayer.class)
                && !((BaseLayer<?>) layer).hasLayerNorm();
    }

    String name() {
        return name;
    }

    private INDArray reshaped(INDArray x) {
        return reshape == null
                ? x.dup()
                : reshape.preProcess(x.dup(), (int) x.size(0), OWN).dup();
    }

    /** F(x); a row, or a block, a datapoint. */
    INDArray outputs(INDArray x) {
        layer.setInputMiniBatchSize((int) x.size(0));
        return layer.activate(reshaped(x), false, OWN).dup('c');
    }

    /** F'(x) t. */
    INDArray push(INDArray x, INDArray t) {
        if (!exact) {
            return differences(x, t);
        }
        var moved = reshaped(t);
        if (isDense()) {
            moved = moved.mmul(layer.getParam("W"));
        }
        return throughActivation(reshaped(x), moved);
    }

    /** g F'(x), the gradient in x from the one in F(x). */
    INDArray pull(INDArray x, INDArray g) {
        layer.setInputMiniBatchSize((int) x.size(0));
        INDArray back;
        if (exact) {
            back = throughActivation(reshaped(x), g.dup());
            if (isDense()) {
                back = back.mmul(layer.getParam("W").transpose());
            }
        } else {
            layer.activate(reshaped(x), false, OWN);
            back = layer.backpropGradient(g.dup(), OWN).getSecond();
        }
        return (reshape == null ? back : reshape.backprop(back.dup(), (int) x.size(0), OWN)).dup('c');
    }

    /** v times the activation's Jacobian, which is symmetric: forward and backward are one. */
    private INDArray throughActivation(INDArray in, INDArray v) {
        if (layer.getClass() == DropoutLayer.class) {
            return v;
        }
        var z = in;
        if (isDense()) {
            z = in.mmul(layer.getParam("W"));
            if (((BaseLayer<?>) layer).hasBias()) {
                z.addiRowVector(layer.getParam("b"));
            }
        }
        return activation().backprop(z, v).getFirst();
    }

    private IActivation activation() {
        var conf = layer.conf().getLayer();
        if (conf instanceof org.deeplearning4j.nn.conf.layers.ActivationLayer own) {
            return own.getActivationFn();
        }
        return ((org.deeplearning4j.nn.conf.layers.BaseLayer) conf).getActivationFn();
    }

    /** Two-sided differences along t, each datapoint with a step of its own. */
    private INDArray differences(INDArray x, INDArray t) {
        var points = x.size(0);
        var steps = Nd4j.ones(DataType.DOUBLE, points, 1);
        var scaled = t.dup('c');
        for (var p = 0L; p < points; p++) {
            var size = t.slice(p).amaxNumber().doubleValue();
            if (size > 0) {
                var step = STEP * Math.max(1, x.slice(p).amaxNumber().doubleValue()) / size;
                steps.putScalar(p, 0, step);
                scaled.slice(p).muli(step);
            }
        }
        var above = outputs(x.add(scaled));
        var below = outputs(x.sub(scaled));
        var flat = above.subi(below).reshape('c', new long[] {points, above.length() / points});
        return flat.diviColumnVector(steps.mul(2)).reshape('c', above.shape());
    }

    /**
     * Makes sure that the layer has one derivative, the same both ways, at numbers drawn for it: there, unlike on
     * images with flat regions, no two numbers tie for a maximum.
     *
     * @throws InputException if not
     */
    void requireDerivative(INDArray like) {
        if (exact) {
            return;
        }
        var x = drawn(like.shape(), 0);
        var t = drawn(like.shape(), 1);
        double forward;
        double backward;
        double size;
        try {
            var moved = push(x, t);
            var u = drawn(moved.shape(), 2);
            forward = moved.mul(u).sumNumber().doubleValue();
            backward = pull(x, u).mul(t).sumNumber().doubleValue();
            size = moved.norm2Number().doubleValue() * u.norm2Number().doubleValue();
        } catch (RuntimeException e) {
            throw new InputException("layer " + name + " cannot be differentiated: " + e.getMessage(), e);
        }
        InputException.require(
                Math.abs(forward - backward) <= SAME * size,
                "layer %s has no derivative that is the same forward and backward (%s and %s at drawn numbers), as where a"
                        + " layer behaves in another way in training: give a network without it",
                name,
                forward,
                backward);
    }

    private static INDArray drawn(long[] shape, int part) {
        var random = new RandomStream(0, RandomStream.STARTS, part);
        var drawn = Nd4j.zeros(DataType.DOUBLE, shape);
        var flat = drawn.reshape('c', new long[] {drawn.length()});
        for (var k = 0L; k < flat.length(); k++) {
            flat.putScalar(k, random.normal(k));
        }
        return drawn;
    }

    /** The gradient of each datapoint's loss in the outputs. */
    INDArray lossGradient(INDArray outputs, INDArray targets) {
        InputException.require(
                layer instanceof IOutputLayer, "the last layer, %s, has no loss: name an output as m instead", name);
        var conf = layer.conf().getLayer();
        var loss = conf instanceof org.deeplearning4j.nn.conf.layers.LossLayer own
                ? own.getLossFn()
                : ((org.deeplearning4j.nn.conf.layers.BaseOutputLayer) conf).getLossFn();
        // Given the outputs as what an identity takes in, DL4J differentiates in them and not in what comes before.
        return loss.computeGradient(targets, outputs.dup(), new ActivationIdentity(), null);
    }
}
