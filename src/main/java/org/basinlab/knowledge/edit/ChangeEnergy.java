package org.basinlab.knowledge.edit;

import org.basinlab.network.Parameters;

/**
 * The energy of a change d = theta' - theta of the parameters of a network with one hidden layer, in parameter^2, by
 * where it is.
 *
 * @param parameters d_p^2
 * @param units      m_j: the sum of d^2 over the incoming weights, the bias and the outgoing weights of unit j. The output
 *                   biases belong to none
 * @param pixels     m_i: the sum over units j of d^2 of W_ji
 */
public record ChangeEnergy(double[] parameters, double[] units, double[] pixels) {
    /** Of the change from one network to another of the same shape. */
    public static ChangeEnergy of(Parameters from, Parameters to) {
        var spec = from.spec();
        var parameters = new double[spec.parameterCount()];
        for (var p = 0; p < parameters.length; p++) {
            var d = to.values()[p] - from.values()[p];
            parameters[p] = d * d;
        }
        var inputs = spec.inputs();
        var units = new double[spec.units(0)];
        var pixels = new double[inputs];
        for (var j = 0; j < units.length; j++) {
            for (var i = 0; i < inputs; i++) {
                units[j] += parameters[j * inputs + i];
                pixels[i] += parameters[j * inputs + i];
            }
            units[j] += parameters[spec.biasOffset(0) + j];
            for (var o = 0; o < spec.outputs(); o++) {
                units[j] += parameters[spec.weightOffset(1) + o * units.length + j];
            }
        }
        return new ChangeEnergy(parameters, units, pixels);
    }

    /** By place. */
    public double[] at(Level level) {
        return switch (level) {
            case PARAMETERS -> parameters;
            case UNITS -> units;
            case PIXELS -> pixels;
        };
    }

    /** |d|^2. */
    public double total() {
        return sum(parameters);
    }

    /** The share of the first layer's energy that is in some pixels; NaN where it has none. */
    public double shareIn(int[] some) {
        var there = 0.0;
        for (var i : some) {
            there += pixels[i];
        }
        return there / sum(pixels);
    }

    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }
}
