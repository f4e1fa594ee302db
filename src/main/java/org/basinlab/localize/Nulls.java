package org.basinlab.localize;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.ColumnShuffle;
import org.basinlab.stats.NullDistribution;

/**
 * What r would be by chance alone, in two senses.
 *
 * @param neurons tallies dealt out among the hidden neurons of a layer: does it matter which neuron's tally it is?
 *                What is left of r is carried by something that all neurons share, such as the pixels
 * @param labels  groups dealt out among the tallied datapoints: does it matter which group a datapoint is in?
 */
public record Nulls(OfSets neurons, OfSets labels) {
    /** A null distribution of r for each set of parameters that more than two parameters are in. */
    public record OfSets(
            NullDistribution weights,
            NullDistribution biases,
            NullDistribution hiddenWeights,
            NullDistribution hiddenBiases,
            NullDistribution outputWeights) {
        static OfSets of(Map<ParameterSet, Double> observed, Map<ParameterSet, double[]> draws) {
            var nulls = new EnumMap<ParameterSet, NullDistribution>(ParameterSet.class);
            draws.forEach((set, drawn) -> nulls.put(set, NullDistribution.of(observed.get(set), drawn)));
            return new OfSets(
                    nulls.get(ParameterSet.WEIGHTS),
                    nulls.get(ParameterSet.BIASES),
                    nulls.get(ParameterSet.HIDDEN_WEIGHTS),
                    nulls.get(ParameterSet.HIDDEN_BIASES),
                    nulls.get(ParameterSet.OUTPUT_WEIGHTS));
        }
    }

    /** The correlations with neurons shuffled, a number a draw, the same shuffles for every set. */
    static Map<ParameterSet, double[]> neuronDraws(RelativeSizes sizes, ParameterMap parameters, int draws, long seed) {
        var random = new RandomStream(seed, RandomStream.NEURONS, 0);
        var bySet = new EnumMap<ParameterSet, double[]>(ParameterSet.class);
        for (var set : ParameterSet.values()) {
            var shuffle = shuffle(sizes, parameters, set);
            bySet.put(set, ColumnShuffle.draws(shuffle.blocks, shuffle.fixedR, shuffle.fixedQ, draws, random));
        }
        return bySet;
    }

    /** The same correlations with nothing shuffled. */
    static Map<ParameterSet, Double> neuronObserved(RelativeSizes sizes, ParameterMap parameters) {
        var bySet = new EnumMap<ParameterSet, Double>(ParameterSet.class);
        for (var set : ParameterSet.values()) {
            var shuffle = shuffle(sizes, parameters, set);
            bySet.put(set, ColumnShuffle.observed(shuffle.blocks, shuffle.fixedR, shuffle.fixedQ));
        }
        return bySet;
    }

    private record Shuffle(ArrayList<ColumnShuffle.Block> blocks, double[] fixedR, double[] fixedQ) {}

    private static Shuffle shuffle(RelativeSizes sizes, ParameterMap parameters, ParameterSet set) {
        var blocks = new ArrayList<ColumnShuffle.Block>();
        for (var layer : parameters.columns(set)) {
            blocks.add(new ColumnShuffle.Block(columns(sizes.r(), layer), columns(sizes.q(), layer)));
        }
        var apart = parameters.apart(set);
        return new Shuffle(blocks, picked(sizes.r(), apart), picked(sizes.q(), apart));
    }

    private static double[][] columns(double[] values, int[][] columns) {
        return IntStream.range(0, columns.length)
                .mapToObj(c -> picked(values, columns[c]))
                .toArray(double[][]::new);
    }

    private static double[] picked(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(p -> values[p]).toArray();
    }
}
