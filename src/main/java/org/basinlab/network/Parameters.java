package org.basinlab.network;

import org.basinlab.random.RandomStream;

/**
 * The weights and biases of a network, in the order {@link NetworkSpec} gives. Values of a
 * single-precision network are those singles, widened.
 *
 * @param spec   the network they belong to
 * @param values one each; not copied
 */
public record Parameters(NetworkSpec spec, double[] values) {
    public Parameters {
        if (values.length != spec.parameterCount()) {
            throw new IllegalArgumentException(
                    values.length + " values for a network of " + spec.parameterCount() + " parameters");
        }
    }

    /** Initial parameters: a function of these arguments alone, the same for every engine. */
    public static Parameters initial(NetworkSpec spec, Initialization weights, BiasInitialization biases, long seed) {
        var values = new double[spec.parameterCount()];
        for (var layer = 0; layer < spec.depth(); layer++) {
            var fanIn = spec.fanIn(layer);
            var fanOut = spec.layers().get(layer).fanOut();
            var units = spec.units(layer);
            var forWeights = new RandomStream(seed, RandomStream.INITIAL_PARAMETERS, 2 * layer);
            var offset = spec.weightOffset(layer);
            for (var k = 0; k < fanIn * units; k++) {
                values[offset + k] = weights.weight(forWeights, k, fanIn, fanOut);
            }
            if (biases == BiasInitialization.HE) {
                var forBiases = new RandomStream(seed, RandomStream.INITIAL_PARAMETERS, 2 * layer + 1);
                for (var j = 0; j < units; j++) {
                    values[spec.biasOffset(layer) + j] = Math.sqrt(2.0 / fanIn) * forBiases.normal(j);
                }
            }
        }
        return new Parameters(spec, values);
    }

    /** Whether every value is a finite number. */
    public boolean finite() {
        for (var value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
