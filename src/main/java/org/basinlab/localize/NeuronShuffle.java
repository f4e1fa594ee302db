package org.basinlab.localize;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.random.RandomStream;
import org.basinlab.stats.ColumnShuffle;

/**
 * The null in which the hidden neurons of a layer swap their tallies: r is dealt out anew among them, each neuron's
 * incoming weights, bias and outgoing weights together, and q stays.
 */
final class NeuronShuffle {
    private final Map<ParameterSet, Points> points = new EnumMap<>(ParameterSet.class);

    NeuronShuffle(ParameterMap parameters, RelativeSizes sizes) {
        for (var set : ParameterSet.values()) {
            points.put(set, Points.of(sizes, parameters, set));
        }
    }

    /** The correlation of each set with nothing shuffled, computed as the draws are. */
    Map<ParameterSet, Double> observed() {
        var bySet = new EnumMap<ParameterSet, Double>(ParameterSet.class);
        points.forEach((set, of) -> bySet.put(set, ColumnShuffle.observed(of.blocks, of.fixedR, of.fixedQ)));
        return bySet;
    }

    /**
     * The correlation of each set, a number a draw; the same shuffles for every set.
     *
     * @param seed draw d is a function of it and d
     */
    Map<ParameterSet, double[]> draws(int draws, long seed) {
        var random = new RandomStream(seed, RandomStream.NEURONS, 0);
        var bySet = new EnumMap<ParameterSet, double[]>(ParameterSet.class);
        points.forEach(
                (set, of) -> bySet.put(set, ColumnShuffle.draws(of.blocks, of.fixedR, of.fixedQ, draws, random)));
        return bySet;
    }

    /** A set's parameters: those of hidden neurons, a block a layer, and the rest, which never moves. */
    private record Points(List<ColumnShuffle.Block> blocks, double[] fixedR, double[] fixedQ) {
        static Points of(RelativeSizes sizes, ParameterMap parameters, ParameterSet set) {
            var blocks = Stream.of(parameters.columns(set))
                    .map(layer -> new ColumnShuffle.Block(columns(sizes.r(), layer), columns(sizes.q(), layer)))
                    .toList();
            var apart = parameters.apart(set);
            return new Points(blocks, picked(sizes.r(), apart), picked(sizes.q(), apart));
        }

        private static double[][] columns(double[] values, int[][] columns) {
            return Stream.of(columns).map(column -> picked(values, column)).toArray(double[][]::new);
        }

        private static double[] picked(double[] values, int[] places) {
            return IntStream.of(places).mapToDouble(p -> values[p]).toArray();
        }
    }
}
