package org.basinlab.training.chunked;

import java.util.Arrays;
import org.basinlab.network.Activation;
import org.basinlab.network.Loss;
import org.basinlab.network.Parameters;

/** The output layer of one network and its steps, in double precision. */
final class OutputLayer {
    private final int inputs;
    private final int stride;
    private final int units;
    private final Activation activation;
    private final Loss loss;
    private final Kernels kernels;
    /** A unit's begin at unit x stride and are followed by zeros. */
    private final double[] weights;

    private final double[] biases;
    private final double[] z;
    private final double[] out;
    private final double[] slope;

    /** Of the last step: the change of each bias. */
    final double[] moves;

    OutputLayer(Parameters start, Kernels kernels) {
        this.kernels = kernels;
        var spec = start.spec();
        inputs = spec.fanIn(1);
        units = spec.units(1);
        activation = spec.layers().get(1).activation();
        loss = spec.loss();
        stride = Kernels.room(inputs);
        weights = new double[units * stride];
        for (var k = 0; k < units; k++) {
            System.arraycopy(start.values(), spec.weightOffset(1) + k * inputs, weights, k * stride, inputs);
        }
        biases = Arrays.copyOfRange(start.values(), spec.biasOffset(1), spec.parameterCount());
        z = new double[Kernels.room(units)];
        out = new double[Kernels.room(units)];
        slope = new double[Kernels.room(units)];
        moves = new double[units];
    }

    /** The outputs for the hidden units' values, an array of {@link Kernels#room} with zeros at its end. */
    void forward(double[] value) {
        for (var k = 0; k < units; k++) {
            z[k] = biases[k] + dot(weights, k * stride, value, stride);
        }
        kernels.activate(activation, z, out, slope, units);
    }

    /** The sum of {@code a[from + j] b[j]} over j below n, a multiple of 8: eight sums do not wait for each other. */
    private static double dot(double[] a, int from, double[] b, int n) {
        var s0 = 0.0;
        var s1 = 0.0;
        var s2 = 0.0;
        var s3 = 0.0;
        var s4 = 0.0;
        var s5 = 0.0;
        var s6 = 0.0;
        var s7 = 0.0;
        for (var j = 0; j < n; j += 8) {
            s0 = Math.fma(a[from + j], b[j], s0);
            s1 = Math.fma(a[from + j + 1], b[j + 1], s1);
            s2 = Math.fma(a[from + j + 2], b[j + 2], s2);
            s3 = Math.fma(a[from + j + 3], b[j + 3], s3);
            s4 = Math.fma(a[from + j + 4], b[j + 4], s4);
            s5 = Math.fma(a[from + j + 5], b[j + 5], s5);
            s6 = Math.fma(a[from + j + 6], b[j + 6], s6);
            s7 = Math.fma(a[from + j + 7], b[j + 7], s7);
        }
        return ((s0 + s4) + (s1 + s5)) + ((s2 + s6) + (s3 + s7));
    }

    /** The output that is greatest; the first of equals. */
    int greatest() {
        var greatest = 0;
        for (var k = 1; k < units; k++) {
            if (out[k] > out[greatest]) {
                greatest = k;
            }
        }
        return greatest;
    }

    /**
     * One step of SGD.
     *
     * @param value of the hidden units
     * @param back  overwritten with -T times the gradient in them, at the weights before the step
     * @return the loss before it
     */
    double step(int group, double rate, double[] value, double[] back) {
        var before = gradient(group);
        Arrays.fill(back, 0);
        for (var k = 0; k < units; k++) {
            moves[k] *= -rate * slope[k];
            var move = moves[k];
            kernels.addScaled(back, 0, move, weights, k * stride, stride);
            kernels.addScaled(weights, k * stride, move, value, 0, stride);
            biases[k] += move;
        }
        return before;
    }

    /** The loss; its gradient in the outputs goes into {@code moves}. */
    private double gradient(int group) {
        var sum = 0.0;
        if (loss == Loss.MSE) {
            for (var k = 0; k < units; k++) {
                moves[k] = out[k] - (k == group ? 1 : 0);
                sum += moves[k] * moves[k] / 2;
            }
            return sum;
        }
        var top = out[greatest()];
        for (var k = 0; k < units; k++) {
            moves[k] = StrictMath.exp(out[k] - top);
            sum += moves[k];
        }
        for (var k = 0; k < units; k++) {
            moves[k] = moves[k] / sum - (k == group ? 1 : 0);
        }
        return StrictMath.log(sum) + top - out[group];
    }

    /** Its parameters in the network's order, into an array from an index on (modified). */
    void parameters(double[] into, int at) {
        for (var k = 0; k < units; k++) {
            System.arraycopy(weights, k * stride, into, at + k * inputs, inputs);
        }
        System.arraycopy(biases, 0, into, at + units * inputs, units);
    }
}
