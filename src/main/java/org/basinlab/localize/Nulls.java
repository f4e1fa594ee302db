package org.basinlab.localize;

import java.util.EnumMap;
import java.util.Map;
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
}
