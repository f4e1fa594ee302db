package org.basinlab.knowledge.leaveout;

import java.util.Arrays;
import org.basinlab.data.LabelledImages;
import org.basinlab.knowledge.setting.Classes;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;

/**
 * Diagonals of the Fisher information of a network h = f(W x + b), z = V h + c, o = g(z) at some images, each the mean over
 * them, in double precision.
 *
 * <p>The model's takes the answer from the network's own distribution (S. Amari 1998): for half the squared error, a normal
 * one of variance 1 about o, it is {@code sum_k (do_k / dtheta)^2}; for cross-entropy, with p = softmax(o),
 * {@code sum_k p_k (d ln p_k / dtheta)^2}. The empirical one takes the true answer: {@code (dloss / dtheta)^2}. The
 * difference matters: the empirical one is small where the network is right (F. Kunstner, P. Hennig, L. Balles 2019).
 *
 * <p>Either is a sum, over rows k with weights w_k, of the square of what {@code e_k = d(...)_k / dz} becomes on its way
 * back. As an update, it is a product of what belongs to the unit and the input, both squared:
 * {@code F_ji = sum_k w_k (f'_j sum_m e_km V_mj)^2 x_i^2}.
 *
 * @param model     the model's
 * @param empirical the empirical one
 */
record Fisher(Sizes model, Sizes empirical) {
    /**
     * At some images.
     *
     * @param which images, at least one
     */
    static Fisher of(Parameters parameters, LabelledImages images, Classes classes, int[] which) {
        var passing = new Pass(parameters);
        var model = passing.zero();
        var empirical = passing.zero();
        for (var image : which) {
            passing.forward(images, image);
            passing.add(model, passing.answers(), passing.likelihoods());
            passing.add(
                    empirical, new double[][] {passing.error(classes.groupOf(images.label(image)))}, new double[] {1});
        }
        return new Fisher(model.times(1.0 / which.length), empirical.times(1.0 / which.length));
    }

    /** One image at a time through a network and back. */
    private static final class Pass {
        private final NetworkSpec spec;
        private final double[] values;
        private final int inputs;
        private final int units;
        private final int outputs;
        private final double[] columns;
        private final double[] squares;
        private final double[] hidden;
        private final double[] slopes;
        private final double[] out;
        private final double[] outSlopes;

        Pass(Parameters parameters) {
            spec = parameters.spec();
            values = parameters.values();
            inputs = spec.inputs();
            units = spec.units(0);
            outputs = spec.outputs();
            columns = new double[inputs * units];
            for (var j = 0; j < units; j++) {
                for (var i = 0; i < inputs; i++) {
                    columns[i * units + j] = values[j * inputs + i];
                }
            }
            squares = new double[inputs];
            hidden = new double[units];
            slopes = new double[units];
            out = new double[outputs];
            outSlopes = new double[outputs];
        }

        Sizes zero() {
            return new Sizes(inputs, new double[units * inputs], new double[units], new double[outputs * units]);
        }

        void forward(LabelledImages images, int image) {
            var z = new double[units];
            System.arraycopy(values, spec.biasOffset(0), z, 0, units);
            for (var i = 0; i < inputs; i++) {
                var x = (images.pixel(image, i) + 1) / 256.0;
                squares[i] = x * x;
                for (var j = 0; j < units; j++) {
                    z[j] += x * columns[i * units + j];
                }
            }
            var f = spec.layers().get(0).activation();
            for (var j = 0; j < units; j++) {
                hidden[j] = f.value(z[j]);
                slopes[j] = f.derivative(z[j]);
            }
            var g = spec.layers().get(1).activation();
            for (var m = 0; m < outputs; m++) {
                var sum = values[spec.biasOffset(1) + m];
                for (var j = 0; j < units; j++) {
                    sum += values[spec.weightOffset(1) + m * units + j] * hidden[j];
                }
                out[m] = g.value(sum);
                outSlopes[m] = g.derivative(sum);
            }
        }

        /** e of each answer the network can give. */
        double[][] answers() {
            var rows = new double[outputs][outputs];
            var p = softmax();
            for (var k = 0; k < outputs; k++) {
                for (var m = 0; m < outputs; m++) {
                    var same = k == m ? 1 : 0;
                    rows[k][m] = (spec.loss() == Loss.MSE ? same : same - p[m]) * outSlopes[m];
                }
            }
            return rows;
        }

        /** w of each answer. */
        double[] likelihoods() {
            if (spec.loss() == Loss.CROSS_ENTROPY) {
                return softmax();
            }
            var ones = new double[outputs];
            Arrays.fill(ones, 1);
            return ones;
        }

        /** dloss / dz. */
        double[] error(int group) {
            var p = spec.loss() == Loss.MSE ? out : softmax();
            var error = new double[outputs];
            for (var m = 0; m < outputs; m++) {
                error[m] = (p[m] - (m == group ? 1 : 0)) * outSlopes[m];
            }
            return error;
        }

        private double[] softmax() {
            var most = Double.NEGATIVE_INFINITY;
            for (var o : out) {
                most = Math.max(most, o);
            }
            var p = new double[outputs];
            var sum = 0.0;
            for (var m = 0; m < outputs; m++) {
                p[m] = Math.exp(out[m] - most);
                sum += p[m];
            }
            for (var m = 0; m < outputs; m++) {
                p[m] /= sum;
            }
            return p;
        }

        /** Adds one image's (modified). */
        void add(Sizes sum, double[][] rows, double[] weights) {
            for (var j = 0; j < units; j++) {
                var square = 0.0;
                for (var k = 0; k < rows.length; k++) {
                    var back = 0.0;
                    for (var m = 0; m < outputs; m++) {
                        back += rows[k][m] * values[spec.weightOffset(1) + m * units + j];
                    }
                    square += weights[k] * back * back;
                }
                square *= slopes[j] * slopes[j];
                sum.biases()[j] += square;
                addScaled(sum.weights(), j * inputs, square);
            }
            for (var m = 0; m < outputs; m++) {
                var square = 0.0;
                for (var k = 0; k < rows.length; k++) {
                    square += weights[k] * rows[k][m] * rows[k][m];
                }
                for (var j = 0; j < units; j++) {
                    sum.outputs()[m * units + j] += square * hidden[j] * hidden[j];
                }
            }
        }

        private void addScaled(double[] sum, int at, double square) {
            for (var i = 0; i < inputs; i++) {
                sum[at + i] += square * squares[i];
            }
        }
    }
}
