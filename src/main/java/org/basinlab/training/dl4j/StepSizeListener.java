package org.basinlab.training.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.network.Dense;
import org.basinlab.network.Layer;
import org.basinlab.network.NetworkSpec;
import org.basinlab.training.StepSizes;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Keeps the update sizes of some steps, as {@link StepSizes} says: what a layer took in is told when the
 * forward pass is done, the updates of its biases when the iteration is.
 */
final class StepSizeListener extends BaseTrainingListener {
    private final NetworkSpec spec;
    private final int[] groups;
    private final List<float[]> biases = new ArrayList<>();
    /** Inputs of a dense layer, weights' updates of any other. */
    private final List<float[]> others = new ArrayList<>();

    private int steps;
    private boolean keeps;

    StepSizeListener(NetworkSpec spec, int[] groups) {
        this.spec = spec;
        this.groups = groups;
        StepSizes.requireRoom(spec, groups.length);
        for (var layer : spec.layers()) {
            biases.add(new float[groups.length * layer.units()]);
            others.add(new float[groups.length * width(layer)]);
        }
    }

    private static int width(Layer layer) {
        return layer instanceof Dense ? layer.inputs() : layer.units() * layer.fanIn();
    }

    /** The next steps are kept. */
    void keep() {
        keeps = true;
    }

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        if (keeps) {
            for (var l = 0; l < spec.depth(); l++) {
                if (spec.layers().get(l) instanceof Dense) {
                    sizes(
                            activations.get(l).dup('c'),
                            0,
                            others.get(l),
                            width(spec.layers().get(l)));
                }
            }
        }
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        if (keeps) {
            var updates = ((MultiLayerNetwork) model).getFlattenedGradients();
            for (var l = 0; l < spec.depth(); l++) {
                var layer = spec.layers().get(l);
                var begin = spec.weightOffset(l);
                var weights = layer.units() * layer.fanIn();
                if (layer instanceof Dense) {
                    sizes(updates, begin + weights, biases.get(l), layer.units());
                } else {
                    sizes(updates, begin, biases.get(l), layer.units());
                    sizes(updates, begin + layer.units(), others.get(l), weights);
                }
            }
            steps++;
        }
    }

    /** The absolute values of {@code width} numbers from {@code from} on, as this step's row. */
    private void sizes(INDArray values, long from, float[] rows, int width) {
        var data = values.data();
        for (var i = 0; i < width; i++) {
            rows[steps * width + i] = Math.abs(data.getFloat(values.offset() + from + i));
        }
    }

    StepSizes stepSizes() {
        var layers = new ArrayList<StepSizes.OfLayer>();
        for (var l = 0; l < spec.depth(); l++) {
            var layer = spec.layers().get(l);
            var ofBiases = Arrays.copyOf(biases.get(l), steps * layer.units());
            var rest = Arrays.copyOf(others.get(l), steps * width(layer));
            layers.add(
                    layer instanceof Dense
                            ? new StepSizes.Factors(ofBiases, rest)
                            : new StepSizes.Each(ofBiases, rest));
        }
        return new StepSizes(Arrays.copyOf(groups, steps), layers);
    }
}
