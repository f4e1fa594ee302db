package org.basinlab.searching.dl4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.basinlab.searching.Shape;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The parameters of a {@link SearchLayer} in DL4J's flat vector, for n neurons of H hidden units, K = n H columns,
 * neuron by neuron:
 *
 * <pre>
 *   W (inputs x K), Z (d x K), b (1 x K), V (1 x K), a (1 x n)
 * </pre>
 *
 * <p>each column by column.
 */
final class SearchParameters implements ParamInitializer {
    static final SearchParameters INSTANCE = new SearchParameters();
    static final String CONTEXT = "W";
    static final String PROPOSAL = "Z";
    static final String HIDDEN_BIAS = "b";
    static final String OUT = "V";
    static final String BIAS = "a";

    private SearchParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        var search = (SearchLayer) layer;
        return search.getNOut() * search.shape().parameters();
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return List.of(CONTEXT, PROPOSAL, HIDDEN_BIAS, OUT, BIAS);
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of(CONTEXT, PROPOSAL, OUT);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of(HIDDEN_BIAS, BIAS);
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return biasKeys(layer).contains(key);
    }

    @Override
    public Map<String, INDArray> init(NeuralNetConfiguration conf, INDArray flat, boolean initialize) {
        var layer = (SearchLayer) conf.getLayer();
        var table = parts(layer, flat);
        table.keySet().forEach(conf::addVariable);
        if (initialize) {
            draw(layer, table);
        }
        return table;
    }

    private static void draw(SearchLayer layer, Map<String, INDArray> table) {
        var shape = layer.shape();
        for (var key : List.of(CONTEXT, PROPOSAL)) {
            draw(layer, shape.inputs() + shape.dimensions(), shape.hidden(), table.get(key));
        }
        draw(layer, shape.hidden(), 1, table.get(OUT));
        for (var key : List.of(HIDDEN_BIAS, BIAS)) {
            table.get(key).assign(layer.getBiasInit());
        }
    }

    private static void draw(SearchLayer layer, double in, double out, INDArray view) {
        layer.getWeightInitFn().init(in, out, view.shape(), 'f', view);
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(NeuralNetConfiguration conf, INDArray flat) {
        return parts((SearchLayer) conf.getLayer(), flat);
    }

    /** Views of the flat vector. */
    private static Map<String, INDArray> parts(SearchLayer layer, INDArray flat) {
        Shape shape = layer.shape();
        var neurons = layer.getNOut();
        var units = neurons * shape.hidden();
        var row = flat.reshape(flat.length());
        var table = new LinkedHashMap<String, INDArray>();
        var from = 0L;
        from = put(table, CONTEXT, row, from, shape.inputs(), units);
        from = put(table, PROPOSAL, row, from, shape.dimensions(), units);
        from = put(table, HIDDEN_BIAS, row, from, 1, units);
        from = put(table, OUT, row, from, 1, units);
        put(table, BIAS, row, from, 1, neurons);
        return table;
    }

    private static long put(Map<String, INDArray> table, String key, INDArray row, long from, long rows, long columns) {
        var to = from + rows * columns;
        table.put(key, row.get(NDArrayIndex.interval(from, to)).reshape('f', rows, columns));
        return to;
    }
}
