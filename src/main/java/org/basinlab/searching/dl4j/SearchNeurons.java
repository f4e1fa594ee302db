package org.basinlab.searching.dl4j;

import static org.basinlab.searching.dl4j.SearchParameters.BIAS;
import static org.basinlab.searching.dl4j.SearchParameters.CONTEXT;
import static org.basinlab.searching.dl4j.SearchParameters.HIDDEN_BIAS;
import static org.basinlab.searching.dl4j.SearchParameters.OUT;
import static org.basinlab.searching.dl4j.SearchParameters.PROPOSAL;

import java.util.Arrays;
import org.basinlab.experiment.InputException;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The live layer of a {@link SearchLayer}. With e = dL/dy, N x n, spread over each neuron's units to E, and the units'
 * heights f and slopes f' at the choices z*, the envelope theorem gives
 *
 * <pre>
 *   dL/da = sum_rows e,  dL/dV = sum_rows E f,  D = E V f',
 *   dL/db = sum_rows D,  dL/dW = c^T D,  dL/dZ = z*^T D (each neuron's own block),  dL/dc = D W^T
 * </pre>
 *
 * <p>The choices of the last forward pass are kept for it, outside of workspaces, for these end with the pass.
 */
public final class SearchNeurons extends BaseLayer<SearchLayer> {
    private static final long serialVersionUID = 1L;

    private transient Blocks blocks;
    private transient INDArray choices;

    /** As DL4J makes layers. */
    public SearchNeurons(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        var found = search(training, workspaces).run(layerConf().proposals().steps());
        choices = found.choices().detach();
        return workspaces.leverageTo(ArrayType.ACTIVATIONS, found.values());
    }

    /** What the last forward pass chose: a row an input, d numbers a neuron. Null before the first. */
    public INDArray choices() {
        return choices;
    }

    private Search search(boolean training, LayerWorkspaceMgr workspaces) {
        var layer = layerConf();
        InputException.require(
                input.rank() == 2 && input.size(1) == layer.getNIn(),
                "search layer %s takes rows of %s numbers, got shape %s",
                getIndex(),
                layer.getNIn(),
                Arrays.toString(input.shape()));
        if (blocks == null || blocks.points().dataType() != dataType) {
            blocks = Blocks.of(layer.shape(), Math.toIntExact(layer.getNOut()), layer.proposals(), dataType);
        }
        return new Search(
                blocks,
                layer.shape().curve(),
                input.castTo(dataType),
                getParamWithNoise(CONTEXT, training, workspaces),
                getParamWithNoise(PROPOSAL, training, workspaces),
                getParamWithNoise(HIDDEN_BIAS, training, workspaces),
                getParamWithNoise(OUT, training, workspaces),
                getParamWithNoise(BIAS, training, workspaces));
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        var search = search(true, workspaces);
        if (choices == null) {
            choices = search.run(layerConf().proposals().steps()).choices().detach();
        }
        var units = search.at(choices);
        var e = epsilon.castTo(dataType);
        var spread = e.mmul(blocks.units());
        gradientViews.get(BIAS).assign(e.sum(true, 0));
        gradientViews.get(OUT).assign(spread.mul(units.heights()).sum(true, 0));
        var rate =
                spread.muliRowVector(getParamWithNoise(OUT, true, workspaces)).muli(units.slopes());
        gradientViews.get(HIDDEN_BIAS).assign(rate.sum(true, 0));
        gradientViews.get(CONTEXT).assign(input.castTo(dataType).transpose().mmul(rate));
        gradientViews
                .get(PROPOSAL)
                .assign(blocks.fold().mmul(choices.transpose().mmul(rate).muli(blocks.mask())));
        var gradient = new DefaultGradient();
        for (var key : SearchParameters.INSTANCE.paramKeys(layerConf())) {
            gradient.setGradientFor(key, gradientViews.get(key));
        }
        var back = rate.mmul(getParamWithNoise(CONTEXT, true, workspaces).transpose());
        weightNoiseParams.clear();
        return new Pair<>(gradient, workspaces.leverageTo(ArrayType.ACTIVATION_GRAD, backpropDropOutIfPresent(back)));
    }

    @Override
    public void setInput(INDArray input, LayerWorkspaceMgr workspaces) {
        super.setInput(input, workspaces);
        choices = null;
    }

    @Override
    public void clear() {
        super.clear();
        choices = null;
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }
}
