package org.basinlab.knowledge.split;

import org.basinlab.network.NetworkSpec;

/**
 * A network at a checkpoint.
 *
 * @param held    its parameters
 * @param start   its parameters before any training
 * @param outputs for the test images it is asked of, image by image
 * @param units   its hidden unit in the place of each of the reference's; null where it was not matched
 */
record Look(Held held, Held start, double[] outputs, int[] units) {
    /**
     * Squared distances from another, one a {@link Level}: sums over parameters, and of outputs the mean over images of the
     * sum over outputs. NaN in matched parameters where one was not matched.
     */
    double[] squared(Look other, NetworkSpec spec) {
        var units = spec.units(0);
        var fan = spec.fanIn(0);
        var hidden = held.squared(0, other.held, 0, units * fan);
        var second = spec.weightOffset(1);
        var weights = spec.outputs() * units;
        var output = held.squared(second, other.held, second, weights);
        var biases = held.squared(spec.biasOffset(0), other.held, spec.biasOffset(0), units)
                + held.squared(spec.biasOffset(1), other.held, spec.biasOffset(1), spec.outputs());
        var squared = new double[Level.values().length];
        squared[Level.PARAMETERS.ordinal()] = hidden + output + biases;
        squared[Level.HIDDEN_WEIGHTS.ordinal()] = hidden;
        squared[Level.OUTPUT_WEIGHTS.ordinal()] = output;
        squared[Level.CHANGE.ordinal()] = held.squaredChange(start, other.held, other.start);
        squared[Level.MATCHED.ordinal()] =
                this.units == null || other.units == null ? Double.NaN : matched(other, spec);
        squared[Level.FUNCTION.ordinal()] = functions(other, spec);
        return squared;
    }

    private double matched(Look other, NetworkSpec spec) {
        var width = spec.units(0);
        var fan = spec.fanIn(0);
        var sum = held.squared(spec.biasOffset(1), other.held, spec.biasOffset(1), spec.outputs());
        for (var u = 0; u < width; u++) {
            var own = units[u];
            var like = other.units[u];
            sum += held.squared(own * fan, other.held, like * fan, fan)
                    + held.squared(spec.biasOffset(0) + own, other.held, spec.biasOffset(0) + like, 1);
            for (var o = 0; o < spec.outputs(); o++) {
                var row = spec.weightOffset(1) + o * width;
                sum += held.squared(row + own, other.held, row + like, 1);
            }
        }
        return sum;
    }

    private double functions(Look other, NetworkSpec spec) {
        var sum = 0.0;
        for (var k = 0; k < outputs.length; k++) {
            var d = outputs[k] - other.outputs[k];
            sum += d * d;
        }
        return sum * spec.outputs() / outputs.length;
    }
}
