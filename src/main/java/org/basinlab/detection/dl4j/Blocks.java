package org.basinlab.detection.dl4j;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Networks of one shape as one network: its weights are blocks along the diagonal and 0 elsewhere, its inputs and outputs
 * stand side by side. While what is off the blocks stays 0, each block has the gradients that it would have alone.
 *
 * @param spec  of one of them
 * @param count how many
 */
record Blocks(NetworkSpec spec, int count) {
    NetworkSpec joined() {
        var widths = new ArrayList<>(List.of(count * spec.inputs()));
        spec.layers().forEach(layer -> widths.add(count * layer.units()));
        return NetworkSpec.dense(widths, StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE);
    }

    Parameters join(List<Parameters> networks) {
        var joined = joined();
        var values = new double[joined.parameterCount()];
        for (var r = 0; r < count; r++) {
            for (var l = 0; l < spec.depth(); l++) {
                var from = networks.get(r).values();
                for (var u = 0; u < spec.units(l); u++) {
                    System.arraycopy(
                            from,
                            spec.weightOffset(l) + u * spec.fanIn(l),
                            values,
                            weights(joined, r, l, u),
                            spec.fanIn(l));
                    values[joined.biasOffset(l) + r * spec.units(l) + u] = from[spec.biasOffset(l) + u];
                }
            }
        }
        return new Parameters(joined, values);
    }

    List<Parameters> split(Parameters joined) {
        var networks = new ArrayList<Parameters>();
        for (var r = 0; r < count; r++) {
            var values = new double[spec.parameterCount()];
            for (var l = 0; l < spec.depth(); l++) {
                for (var u = 0; u < spec.units(l); u++) {
                    System.arraycopy(
                            joined.values(),
                            weights(joined.spec(), r, l, u),
                            values,
                            spec.weightOffset(l) + u * spec.fanIn(l),
                            spec.fanIn(l));
                    values[spec.biasOffset(l) + u] =
                            joined.values()[joined.spec().biasOffset(l) + r * spec.units(l) + u];
                }
            }
            networks.add(new Parameters(spec, values));
        }
        return networks;
    }

    private int weights(NetworkSpec joined, int network, int layer, int unit) {
        return joined.weightOffset(layer)
                + (network * spec.units(layer) + unit) * joined.fanIn(layer)
                + network * spec.fanIn(layer);
    }

    /** 1 on the blocks of a layer's weights, inputs x units as DL4J has them, 0 elsewhere. */
    INDArray mask(int layer) {
        var fanIn = spec.fanIn(layer);
        var units = spec.units(layer);
        var mask = new double[count * fanIn * count * units];
        for (var j = 0; j < count * units; j++) {
            for (var i = 0; i < fanIn; i++) {
                mask[j * count * fanIn + j / units * fanIn + i] = 1;
            }
        }
        return Nd4j.create(mask, new long[] {(long) count * fanIn, (long) count * units}, 'f');
    }
}
