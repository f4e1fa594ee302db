package org.basinlab.training.dl4j;

import org.basinlab.network.Convolution;
import org.basinlab.network.NetworkSpec;

/**
 * Between the order of {@link NetworkSpec}, weights before biases in every layer, and that of DL4J's flat
 * vectors, which is the same but for convolutions: there biases come first.
 */
final class FlatOrder {
    private FlatOrder() {}

    /** A flat vector of DL4J's in the order of the specification. */
    static double[] toSpec(NetworkSpec spec, double[] flat) {
        var values = flat.clone();
        for (var l = 0; l < spec.depth(); l++) {
            if (spec.layers().get(l) instanceof Convolution layer) {
                var at = spec.weightOffset(l);
                var weights = layer.units() * layer.fanIn();
                System.arraycopy(flat, at + layer.units(), values, at, weights);
                System.arraycopy(flat, at, values, at + weights, layer.units());
            }
        }
        return values;
    }

    /** Values in the order of the specification as DL4J's flat vector. */
    static double[] toFlat(NetworkSpec spec, double[] values) {
        var flat = values.clone();
        for (var l = 0; l < spec.depth(); l++) {
            if (spec.layers().get(l) instanceof Convolution layer) {
                var at = spec.weightOffset(l);
                var weights = layer.units() * layer.fanIn();
                System.arraycopy(values, at, flat, at + layer.units(), weights);
                System.arraycopy(values, at + weights, flat, at, layer.units());
            }
        }
        return flat;
    }
}
