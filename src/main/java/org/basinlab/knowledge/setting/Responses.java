package org.basinlab.knowledge.setting;

import org.basinlab.data.LabelledImages;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;

/**
 * What a network with one hidden layer computes of some images, in double precision: h = f(W x + b), z = V h + c,
 * o = g(z), with x = (pixel + 1) / 256.
 */
public final class Responses {
    private final Parameters parameters;
    private final NetworkSpec spec;
    private final int count;
    private final double[] hidden;
    private final double[] preactivations;

    private Responses(Parameters parameters, int count, double[] hidden, double[] preactivations) {
        this.parameters = parameters;
        this.spec = parameters.spec();
        this.count = count;
        this.hidden = hidden;
        this.preactivations = preactivations;
    }

    /**
     * To some images.
     *
     * @param which images, in this order
     */
    public static Responses of(Parameters parameters, LabelledImages images, int[] which) {
        var spec = parameters.spec();
        var units = spec.units(0);
        var inputs = spec.inputs();
        // A row an input, so that the background, most of an image, costs nothing.
        var columns = new double[inputs * units];
        var background = new double[units];
        for (var j = 0; j < units; j++) {
            background[j] = parameters.values()[spec.biasOffset(0) + j];
            for (var i = 0; i < inputs; i++) {
                var weight = parameters.values()[j * inputs + i];
                columns[i * units + j] = weight;
                background[j] += weight / 256;
            }
        }
        var hidden = new double[which.length * units];
        var z = new double[units];
        for (var k = 0; k < which.length; k++) {
            System.arraycopy(background, 0, z, 0, units);
            for (var i = 0; i < inputs; i++) {
                var ink = images.pixel(which[k], i) / 256.0;
                if (ink != 0) {
                    for (var j = 0; j < units; j++) {
                        z[j] += ink * columns[i * units + j];
                    }
                }
            }
            for (var j = 0; j < units; j++) {
                hidden[k * units + j] = spec.layers().get(0).activation().value(z[j]);
            }
        }
        return new Responses(parameters, which.length, hidden, outputs(parameters, hidden, which.length));
    }

    private static double[] outputs(Parameters parameters, double[] hidden, int count) {
        var spec = parameters.spec();
        var units = spec.units(0);
        var z = new double[count * spec.outputs()];
        for (var k = 0; k < count; k++) {
            for (var o = 0; o < spec.outputs(); o++) {
                var sum = parameters.values()[spec.biasOffset(1) + o];
                for (var j = 0; j < units; j++) {
                    sum += parameters.values()[spec.weightOffset(1) + o * units + j] * hidden[k * units + j];
                }
                z[k * spec.outputs() + o] = sum;
            }
        }
        return z;
    }

    /** How many images. */
    public int count() {
        return count;
    }

    /** The network. */
    public Parameters parameters() {
        return parameters;
    }

    /** h of a unit at an image. */
    public double hidden(int image, int unit) {
        return hidden[image * spec.units(0) + unit];
    }

    /** z of an output at an image. */
    public double preactivation(int image, int output) {
        return preactivations[image * spec.outputs() + output];
    }

    /** o at an image. */
    public double[] outputs(int image) {
        var outputs = new double[spec.outputs()];
        for (var o = 0; o < outputs.length; o++) {
            outputs[o] = spec.layers().get(1).activation().value(preactivation(image, o));
        }
        return outputs;
    }

    /** The loss of an image of a group. */
    public double loss(int image, int group) {
        return loss(spec.loss(), outputs(image), group);
    }

    /** Whether the group's output is greatest, the first of equals counting. */
    public boolean right(int image, int group) {
        return greatest(outputs(image)) == group;
    }

    /** The loss of outputs, the target one-hot. */
    public static double loss(Loss loss, double[] outputs, int group) {
        if (loss == Loss.MSE) {
            var sum = 0.0;
            for (var o = 0; o < outputs.length; o++) {
                var error = outputs[o] - (o == group ? 1 : 0);
                sum += error * error / 2;
            }
            return sum;
        }
        var most = outputs[greatest(outputs)];
        var sum = 0.0;
        for (var output : outputs) {
            sum += Math.exp(output - most);
        }
        return Math.log(sum) + most - outputs[group];
    }

    /** The first of the greatest. */
    public static int greatest(double[] outputs) {
        var best = 0;
        for (var o = 1; o < outputs.length; o++) {
            if (outputs[o] > outputs[best]) {
                best = o;
            }
        }
        return best;
    }
}
