package org.basinlab.localize;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.basinlab.network.NetworkSpec;

/**
 * The correlation of r with q for each input pixel, over its outgoing weights (P4's 28x28 map).
 *
 * @param mean     over the pixels that have one; NaN if none has
 * @param negative how many are below 0
 * @param map      one a pixel, row by row; NaN where there is none
 */
public record PerPixel(double mean, int negative, double[] map) {
    static PerPixel of(RelativeSizes sizes, NetworkSpec spec) {
        var pixels = spec.inputs(0);
        var map = new double[pixels];
        var sum = 0.0;
        var defined = 0;
        var negative = 0;
        for (var i = 0; i < pixels; i++) {
            var regression = new SimpleRegression();
            for (var p = i; p < spec.biasOffset(0); p += pixels) {
                if (!Double.isNaN(sizes.r()[p]) && !Double.isNaN(sizes.q()[p])) {
                    regression.addData(sizes.r()[p], sizes.q()[p]);
                }
            }
            map[i] = regression.getN() < 3 ? Double.NaN : regression.getR();
            if (!Double.isNaN(map[i])) {
                sum += map[i];
                defined++;
                negative += map[i] < 0 ? 1 : 0;
            }
        }
        return new PerPixel(sum / defined, negative, map);
    }
}
