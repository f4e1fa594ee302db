package org.basinlab.training.dl4j;

import org.basinlab.network.Activation;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.training.DatapointStream;

/**
 * The oracle: online SGD in plain double-precision loops, written from the equations, sharing nothing
 * with the engines but the specification. The error function is integrated, not looked up.
 */
final class HandWrittenNetwork {
    final double[] theta;
    final double[][] tally;
    double lastLoss;
    private final NetworkSpec spec;
    private final double[][] z;
    private final double[][] a;

    HandWrittenNetwork(Parameters start, int groups) {
        spec = start.spec();
        theta = start.values().clone();
        tally = new double[groups][theta.length];
        z = new double[spec.layers() + 1][];
        a = new double[spec.layers() + 1][];
    }

    /** The outputs for an input. */
    double[] forward(double[] x) {
        a[0] = x;
        for (var l = 0; l < spec.layers(); l++) {
            z[l + 1] = new double[spec.units(l)];
            a[l + 1] = new double[spec.units(l)];
            for (var j = 0; j < spec.units(l); j++) {
                var sum = theta[spec.biasOffset(l) + j];
                for (var i = 0; i < spec.inputs(l); i++) {
                    sum += theta[spec.weightOffset(l) + j * spec.inputs(l) + i] * a[l][i];
                }
                z[l + 1][j] = sum;
                a[l + 1][j] = value(spec.activation(l), sum);
            }
        }
        return a[spec.layers()];
    }

    /** One step on one datapoint; tallies it where asked. */
    void step(double[] x, int group, double rate, boolean counts) {
        var out = forward(x);
        var delta = outputDelta(out, group);
        for (var l = spec.layers() - 1; l >= 0; l--) {
            for (var j = 0; j < delta.length; j++) {
                delta[j] *= derivative(spec.activation(l), z[l + 1][j]);
            }
            var below = new double[spec.inputs(l)];
            for (var j = 0; j < delta.length; j++) {
                for (var i = 0; i < below.length; i++) {
                    below[i] += theta[spec.weightOffset(l) + j * below.length + i] * delta[j];
                    move(spec.weightOffset(l) + j * below.length + i, rate * delta[j] * a[l][i], group, counts);
                }
                move(spec.biasOffset(l) + j, rate * delta[j], group, counts);
            }
            delta = below;
        }
    }

    /** The input of a datapoint. */
    static double[] input(DatapointStream stream, int s) {
        var x = new double[stream.inputs()];
        for (var i = 0; i < x.length; i++) {
            x[i] = (stream.images().pixel(stream.order()[s], i) + 1) / 256.0;
        }
        return x;
    }

    private void move(int p, double update, int group, boolean counts) {
        theta[p] -= update;
        if (counts) {
            tally[group][p] += Math.abs(update);
        }
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

    static double value(Activation f, double z) {
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

    static double derivative(Activation f, double z) {
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
