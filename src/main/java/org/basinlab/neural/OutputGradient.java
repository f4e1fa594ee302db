package org.basinlab.neural;

import org.basinlab.network.Loss;

/**
 * A datapoint's loss and its derivatives in the outputs o, y the target: (1/2)|o - y|^2 with gradient o - y and second
 * derivative 1, or -sum y log p, p = softmax(o), with gradient p sum(y) - y and second derivative
 * sum(y) (diag p - p p^T).
 */
final class OutputGradient {
    private OutputGradient() {}

    /** The gradient at {@code width} outputs from {@code from} on; {@code into}, at the same place, is modified. */
    static void of(Loss loss, double[] o, double[] y, int from, int width, double[] into) {
        var p = loss == Loss.MSE ? null : softmax(o, from, width);
        var whole = sum(y, from, width);
        for (var k = 0; k < width; k++) {
            into[from + k] = (p == null ? o[from + k] : whole * p[k]) - y[from + k];
        }
    }

    /** The gradient's tangent for outputs that move along {@code v}; {@code into} is modified. */
    static void tangent(Loss loss, double[] o, double[] y, double[] v, int from, int width, double[] into) {
        if (loss == Loss.MSE) {
            System.arraycopy(v, from, into, from, width);
            return;
        }
        var p = softmax(o, from, width);
        var whole = sum(y, from, width);
        var along = 0.0;
        for (var k = 0; k < width; k++) {
            along += p[k] * v[from + k];
        }
        for (var k = 0; k < width; k++) {
            into[from + k] = whole * p[k] * (v[from + k] - along);
        }
    }

    /** The loss itself. */
    static double loss(Loss loss, double[] o, double[] y, int from, int width) {
        var sum = 0.0;
        if (loss == Loss.MSE) {
            for (var k = from; k < from + width; k++) {
                sum += 0.5 * (o[k] - y[k]) * (o[k] - y[k]);
            }
            return sum;
        }
        var most = most(o, from, width);
        var total = 0.0;
        for (var k = from; k < from + width; k++) {
            total += Math.exp(o[k] - most);
        }
        for (var k = from; k < from + width; k++) {
            sum -= y[k] * (o[k] - most - Math.log(total));
        }
        return sum;
    }

    private static double sum(double[] y, int from, int width) {
        var sum = 0.0;
        for (var k = from; k < from + width; k++) {
            sum += y[k];
        }
        return sum;
    }

    private static double most(double[] o, int from, int width) {
        var most = Double.NEGATIVE_INFINITY;
        for (var k = from; k < from + width; k++) {
            most = Math.max(most, o[k]);
        }
        return most;
    }

    private static double[] softmax(double[] o, int from, int width) {
        var most = most(o, from, width);
        var p = new double[width];
        var sum = 0.0;
        for (var k = 0; k < width; k++) {
            p[k] = Math.exp(o[from + k] - most);
            sum += p[k];
        }
        for (var k = 0; k < width; k++) {
            p[k] /= sum;
        }
        return p;
    }
}
