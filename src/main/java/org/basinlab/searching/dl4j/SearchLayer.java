package org.basinlab.searching.dl4j;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.basinlab.experiment.InputException;
import org.basinlab.network.StandardActivation;
import org.basinlab.searching.Proposals;
import org.basinlab.searching.Shape;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A DL4J layer of search neurons (P9): output j is the largest g_j(c, z) over the proposed z, c the layer's input and
 * g_j a subnetwork of the neuron's own. Use it as {@code DenseLayer}:
 *
 * <pre>
 *   new SearchLayer.Builder().nIn(8).nOut(4).hidden(12).dimensions(1).proposals(Proposals.grid(33)).build()
 * </pre>
 *
 * <p>The output is linear in what the search found: put an activation layer after it for another. Weights are drawn by
 * {@code weightInit}, as ever, with inputs + dimensions numbers into a hidden unit; regularization is of W, Z and V.
 *
 * @see org.basinlab.searching.SearchNeuron for the equations, the gradients and where they fail
 */
public final class SearchLayer extends FeedForwardLayer {
    private static final long serialVersionUID = 1L;

    // Written to and read from DL4J's JSON.
    @JsonProperty
    private int hidden;

    @JsonProperty
    private int dimensions;

    @JsonProperty
    private StandardActivation curve;

    @JsonProperty
    private Proposals.Kind kind;

    @JsonProperty
    private int count;

    @JsonProperty
    private int steps;

    @JsonProperty
    private long drawSeed;

    /** For DL4J, which fills in the fields. */
    public SearchLayer() {}

    private SearchLayer(Builder builder) {
        super(builder);
        hidden = builder.hidden;
        dimensions = builder.dimensions;
        curve = builder.curve;
        kind = builder.proposals.kind();
        count = builder.proposals.count();
        steps = builder.proposals.steps();
        drawSeed = builder.proposals.seed();
        initializeConstraints(builder);
    }

    /** What every neuron of it tries. */
    public Proposals proposals() {
        return new Proposals(kind, count, steps, drawSeed);
    }

    /** The shape of each subnetwork; the number of inputs must be known. */
    public Shape shape() {
        return new Shape(Math.toIntExact(getNIn()), dimensions, hidden, curve);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        LayerValidation.assertNInNOutSet("SearchLayer", getLayerName(), index, getNIn(), getNOut());
        var layer = new SearchNeurons(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        Map<String, INDArray> table = initializer().init(conf, parameters, initialize);
        layer.setParamTable(table);
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return SearchParameters.INSTANCE;
    }

    @Override
    public LayerMemoryReport getMemoryReport(InputType input) {
        var parameters = initializer().numParams(this);
        var points = proposals().size(dimensions);
        var units = hidden * getNOut();
        return new LayerMemoryReport.Builder(getLayerName(), SearchLayer.class, input, getOutputType(-1, input))
                .standardMemory(parameters, getIUpdater().stateSize(parameters))
                .workingMemory(0, 2 * units * points, 0, 2 * units * points)
                .cacheMemory(0, getNOut() * dimensions)
                .build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchLayer layer
                && super.equals(layer)
                && hidden == layer.hidden
                && dimensions == layer.dimensions
                && curve == layer.curve
                && proposals().equals(layer.proposals());
    }

    @Override
    protected boolean canEqual(Object other) {
        return other instanceof SearchLayer;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), hidden, dimensions, curve, proposals());
    }

    /** Makes the layer, as DL4J's builders do. */
    public static final class Builder extends FeedForwardLayer.Builder<Builder> {
        private int hidden = 8;
        private int dimensions = 1;
        private StandardActivation curve = StandardActivation.TANH;
        private Proposals proposals = Proposals.grid(17);

        /** With 8 hidden tanh units, one dimension and a grid of 17 unless told. */
        public Builder() {
            activation(Activation.IDENTITY);
        }

        /** Hidden units of each subnetwork. */
        public Builder hidden(int units) {
            hidden = units;
            return this;
        }

        /** Numbers in a proposal. */
        public Builder dimensions(int numbers) {
            dimensions = numbers;
            return this;
        }

        /** The hidden units' activation, tanh or softplus. */
        public Builder curve(StandardActivation activation) {
            curve = activation;
            return this;
        }

        /** What is tried. */
        public Builder proposals(Proposals tried) {
            proposals = tried;
            return this;
        }

        @Override
        @SuppressWarnings("unchecked") // DL4J declares it so
        public SearchLayer build() {
            InputException.require(
                    getActivationFn() instanceof ActivationIdentity,
                    "a search layer gives what it found as it is: put an activation layer after it for %s",
                    getActivationFn());
            // Fails early on what no subnetwork can be; the number of inputs may not be known yet.
            var shape = new Shape(1, dimensions, hidden, curve);
            proposals.size(shape.dimensions());
            return new SearchLayer(this);
        }
    }
}
