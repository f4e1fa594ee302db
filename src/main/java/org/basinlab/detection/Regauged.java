package org.basinlab.detection;

import java.util.Arrays;
import org.basinlab.network.Parameters;

/**
 * The same function by other weights: the units of every hidden layer in another order, each with (w, b, v) replaced by
 * (c w, c b, v / c), log c uniform.
 */
final class Regauged {
    /** Of c and of 1/c, at most: three binary digits either way, as far as training moves scales apart and more. */
    private static final double MOST = 8;

    private Regauged() {}

    static Parameters of(Parameters network, long seed) {
        var spec = network.spec();
        var order = new Draws(seed, Draws.ORDER);
        var factors = new Draws(seed, Draws.FACTORS);
        var to = new double[network.values().length];
        var fromBelow = identity(spec.inputs());
        var scaleBelow = ones(spec.inputs());
        for (var l = 0; l < spec.depth(); l++) {
            var units = spec.units(l);
            var hidden = l + 1 < spec.depth();
            var from = hidden ? order.permutation(units, l) : identity(units);
            var scale = ones(units);
            for (var u = 0; u < units; u++) {
                if (hidden) {
                    scale[u] = Math.exp((2 * factors.uniform() - 1) * Math.log(MOST));
                }
                for (var i = 0; i < spec.fanIn(l); i++) {
                    to[spec.weightOffset(l) + u * spec.fanIn(l) + i] = scale[u]
                            / scaleBelow[i]
                            * network.values()[spec.weightOffset(l) + from[u] * spec.fanIn(l) + fromBelow[i]];
                }
                to[spec.biasOffset(l) + u] = scale[u] * network.values()[spec.biasOffset(l) + from[u]];
            }
            fromBelow = from;
            scaleBelow = scale;
        }
        return new Parameters(spec, to);
    }

    private static int[] identity(int n) {
        var same = new int[n];
        for (var i = 0; i < n; i++) {
            same[i] = i;
        }
        return same;
    }

    private static double[] ones(int n) {
        var ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
