package org.basinlab.training.dl4j;

import java.util.function.ToIntFunction;
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
        return swapped(spec, flat, Convolution::units);
    }

    /** Values in the order of the specification as DL4J's flat vector. */
    static double[] toFlat(NetworkSpec spec, double[] values) {
        return swapped(spec, values, layer -> layer.units() * layer.fanIn());
    }

    /** With the two parts of every convolution, the first of which is so long, in each other's place. */
    private static double[] swapped(NetworkSpec spec, double[] from, ToIntFunction<Convolution> first) {
        var to = from.clone();
        for (var l = 0; l < spec.depth(); l++) {
            if (spec.layers().get(l) instanceof Convolution layer) {
                var at = spec.weightOffset(l);
                var length = first.applyAsInt(layer);
                var rest = layer.parameterCount() - length;
                System.arraycopy(from, at + length, to, at, rest);
                System.arraycopy(from, at, to, at + rest, length);
            }
        }
        return to;
    }
}
