package org.basinlab.knowledge.leaveout;

import org.basinlab.network.Parameters;

/**
 * A number of at least 0 for each parameter of a network with one hidden layer, but for the output biases, which are too
 * few to correlate.
 *
 * @param inputs  of the network
 * @param weights of the hidden layer, [unit x input]
 * @param biases  of the hidden layer, [unit]
 * @param outputs weights of the output layer, [output x unit]
 */
record Sizes(int inputs, double[] weights, double[] biases, double[] outputs) {
    /** How far apart two networks are, |theta - theta'|. */
    static Sizes between(Parameters one, Parameters other) {
        var spec = one.spec();
        var inputs = spec.inputs();
        var units = spec.units(0);
        return new Sizes(
                inputs,
                apart(one, other, spec.weightOffset(0), units * inputs),
                apart(one, other, spec.biasOffset(0), units),
                apart(one, other, spec.weightOffset(1), units * spec.outputs()));
    }

    /** |theta|. */
    static Sizes of(Parameters parameters) {
        return between(parameters, new Parameters(parameters.spec(), new double[parameters.values().length]));
    }

    private static double[] apart(Parameters one, Parameters other, int from, int count) {
        var apart = new double[count];
        for (var p = 0; p < count; p++) {
            apart[p] = Math.abs(one.values()[from + p] - other.values()[from + p]);
        }
        return apart;
    }

    /** Both together. */
    Sizes plus(Sizes other) {
        return new Sizes(inputs, sum(weights, other.weights), sum(biases, other.biases), sum(outputs, other.outputs));
    }

    /** All times a factor. */
    Sizes times(double factor) {
        return new Sizes(inputs, scaled(weights, factor), scaled(biases, factor), scaled(outputs, factor));
    }

    private static double[] sum(double[] one, double[] other) {
        var sum = one.clone();
        for (var p = 0; p < sum.length; p++) {
            sum[p] += other[p];
        }
        return sum;
    }

    private static double[] scaled(double[] values, double factor) {
        var scaled = values.clone();
        for (var p = 0; p < scaled.length; p++) {
            scaled[p] *= factor;
        }
        return scaled;
    }

    /** The numbers at a level; not copied. */
    double[] at(Level level) {
        return switch (level) {
            case HIDDEN_WEIGHTS -> weights;
            case HIDDEN_BIASES -> biases;
            case OUTPUT_WEIGHTS -> outputs;
            case UNITS -> units();
            case PIXELS -> pixels();
        };
    }

    private double[] units() {
        var sums = biases.clone();
        for (var j = 0; j < sums.length; j++) {
            for (var i = 0; i < inputs; i++) {
                sums[j] += weights[j * inputs + i];
            }
        }
        return sums;
    }

    private double[] pixels() {
        var sums = new double[inputs];
        for (var j = 0; j < biases.length; j++) {
            for (var i = 0; i < inputs; i++) {
                sums[i] += weights[j * inputs + i];
            }
        }
        return sums;
    }
}
