package org.basinlab.training.dl4j;

import org.basinlab.network.Convolution;
import org.basinlab.network.Layer;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;
import org.basinlab.training.DatapointStream;

/**
 * The oracle: online SGD in plain double-precision loops, written from the equations, sharing nothing
 * with the engines but the specification. The error function is integrated, not looked up.
 */
public final class HandWrittenNetwork {
    public final double[] theta;
    public final double[][] tally;
    public final double[] lastUpdate;
    public double lastLoss;
    private final NetworkSpec spec;
    private final double[][] z;
    private final double[][] a;

    public HandWrittenNetwork(Parameters start, int groups) {
        spec = start.spec();
        theta = start.values().clone();
        tally = new double[groups][theta.length];
        lastUpdate = new double[theta.length];
        z = new double[spec.depth() + 1][];
        a = new double[spec.depth() + 1][];
    }

    /** The outputs for an input. */
    public double[] forward(double[] x) {
        a[0] = x;
        for (var l = 0; l < spec.depth(); l++) {
            var layer = spec.layers().get(l);
            var weights = spec.weightOffset(l);
            var biases = spec.biasOffset(l);
            z[l + 1] = new double[layer.outputs()];
            a[l + 1] = new double[layer.outputs()];
            for (var o = 0; o < layer.outputs(); o++) {
                var unit = unit(layer, o);
                var sum = theta[biases + unit];
                for (var i = 0; i < layer.fanIn(); i++) {
                    sum += theta[weights + unit * layer.fanIn() + i] * a[l][source(layer, o, i)];
                }
                z[l + 1][o] = sum;
                a[l + 1][o] = value((StandardActivation) layer.activation(), sum);
            }
        }
        return a[spec.depth()];
    }

    /** The unit, or filter, that makes output o. */
    private static int unit(Layer layer, int o) {
        return layer instanceof Convolution c ? o / (c.outputRows() * c.outputColumns()) : o;
    }

    /** The input that weight i of output o's unit multiplies. */
    private static int source(Layer layer, int o, int i) {
        if (layer instanceof Convolution c) {
            var y = o / c.outputColumns() % c.outputRows();
            var x = o % c.outputColumns();
            var channel = i / (c.size() * c.size());
            var row = y * c.stride() + i / c.size() % c.size();
            var column = x * c.stride() + i % c.size();
            return (channel * c.rows() + row) * c.columns() + column;
        }
        return i;
    }

    /** One step on one datapoint; tallies it where asked. */
    public void step(double[] x, int group, double rate, boolean counts) {
        var out = forward(x);
        var delta = outputDelta(out, group);
        var update = new double[theta.length];
        for (var l = spec.depth() - 1; l >= 0; l--) {
            var layer = spec.layers().get(l);
            var weights = spec.weightOffset(l);
            var biases = spec.biasOffset(l);
            var below = new double[layer.inputs()];
            for (var o = 0; o < delta.length; o++) {
                var d = delta[o] * derivative((StandardActivation) layer.activation(), z[l + 1][o]);
                var unit = unit(layer, o);
                for (var i = 0; i < layer.fanIn(); i++) {
                    var source = source(layer, o, i);
                    var weight = weights + unit * layer.fanIn() + i;
                    below[source] += theta[weight] * d;
                    update[weight] += rate * d * a[l][source];
                }
                update[biases + unit] += rate * d;
            }
            delta = below;
        }
        for (var p = 0; p < theta.length; p++) {
            theta[p] -= update[p];
            lastUpdate[p] = Math.abs(update[p]);
            if (counts) {
                tally[group][p] += Math.abs(update[p]);
            }
        }
    }

    /** The input of a datapoint. */
    public static double[] input(DatapointStream stream, int s) {
        var x = new double[stream.inputs()];
        for (var i = 0; i < x.length; i++) {
            x[i] = (stream.images().pixel(stream.order()[s], i) + 1) / 256.0;
        }
        return x;
    }

    private double[] outputDelta(double[] out, int group) {
        var delta = out.clone();
        lastLoss = 0;
        if (spec.loss() == Loss.MSE) {
            for (var k = 0; k < out.length; k++) {
                delta[k] -= k == group ? 1 : 0;
                lastLoss += 0.5 * delta[k] * delta[k];
            }
            return delta;
        }
        var sum = 0.0;
        for (var o : out) {
            sum += Math.exp(o);
        }
        for (var k = 0; k < out.length; k++) {
            delta[k] = Math.exp(out[k]) / sum - (k == group ? 1 : 0);
        }
        lastLoss = Math.log(sum) - out[group];
        return delta;
    }

    static double value(StandardActivation f, double z) {
        return switch (f) {
            case SOFTPLUS -> z > 30 ? z : Math.log1p(Math.exp(z));
            case RELU -> Math.max(z, 0);
            case LEAKYRELU -> z > 0 ? z : 0.01 * z;
            case ELU -> z > 0 ? z : Math.expm1(z);
            case GELU -> z * phi(z);
            case SWISH -> z / (1 + Math.exp(-z));
            case TANH -> Math.tanh(z);
            case SIGMOID -> 1 / (1 + Math.exp(-z));
            case IDENTITY -> z;
        };
    }

    static double derivative(StandardActivation f, double z) {
        var s = 1 / (1 + Math.exp(-z));
        return switch (f) {
            case SOFTPLUS -> s;
            case RELU -> z > 0 ? 1 : 0;
            case LEAKYRELU -> z > 0 ? 1 : 0.01;
            case ELU -> z > 0 ? 1 : Math.exp(z);
            case GELU -> phi(z) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            case SWISH -> s + z * s * (1 - s);
            case TANH -> 1 - Math.tanh(z) * Math.tanh(z);
            case SIGMOID -> s * (1 - s);
            case IDENTITY -> 1;
        };
    }

    /** The normal distribution function: Simpson's rule from 0 to z, good to 1e-13 for |z| < 8. */
    private static double phi(double z) {
        var n = 2000;
        var h = z / n;
        var sum = 1 + Math.exp(-z * z / 2);
        for (var i = 1; i < n; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * Math.exp(-(i * h) * (i * h) / 2);
        }
        return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
    }
}
