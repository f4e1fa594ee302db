package org.basinlab.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mean loss E of some datapoints as a function of a dense network's parameters theta: its gradient, and products
 * of its Hessian with vectors, exact and as cheap as two gradients.
 *
 * <p>R{x} is the derivative of x along v in the parameters. With z_l = W_l a_(l-1) + b_l, a_l = f(z_l),
 * d_l = dE/dz_l:
 *
 * <pre>
 *   R{z_l} = V_l a_(l-1) + W_l R{a_(l-1)} + v_l,          R{a_l} = f'(z_l) R{z_l}
 *   R{d_l} = f'(z_l) R{dE/da_l} + f''(z_l) R{z_l} dE/da_l
 *   R{dE/da_(l-1)} = W_l^T R{d_l} + V_l^T d_l,            (H v)_l = R{d_l} a_(l-1)^T + d_l R{a_(l-1)}^T
 * </pre>
 *
 * <p>Source: B. A. Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 1994.
 */
final class BatchLoss {
    private final SgdTraining training;
    private final double[] theta;
    private final int first;
    private final int points;
    private final List<double[]> a = new ArrayList<>();
    private final List<double[]> z = new ArrayList<>();
    /** f'(z) and, once asked for, f''(z). */
    private final List<double[]> slopes = new ArrayList<>();

    private final List<double[]> curvatures = new ArrayList<>();
    /** dE/da and dE/dz of each layer. */
    private final List<double[]> ga = new ArrayList<>();

    private final List<double[]> gz = new ArrayList<>();

    private double[] gradient;

    BatchLoss(SgdTraining training, double[] theta, int first, int points) {
        this.training = training;
        this.theta = theta;
        this.first = first;
        this.points = points;
        forward();
        backward();
    }

    private int depth() {
        return training.spec().depth();
    }

    private void forward() {
        var spec = training.spec();
        a.add(Arrays.copyOfRange(training.inputs(), first * spec.inputs(), (first + points) * spec.inputs()));
        for (var l = 0; l < depth(); l++) {
            var f = spec.layers().get(l).activation();
            var pre = weighted(theta, a.get(l), l);
            addBiases(theta, pre, l);
            z.add(pre);
            a.add(Arrays.stream(pre).map(f::value).toArray());
            slopes.add(Arrays.stream(pre).map(f::derivative).toArray());
        }
    }

    private void backward() {
        var spec = training.spec();
        var g = new double[points * spec.outputs()];
        var y = targets();
        for (var p = 0; p < points; p++) {
            OutputGradient.of(spec.loss(), a.get(depth()), y, p * spec.outputs(), spec.outputs(), g);
        }
        for (var l = depth() - 1; l >= 0; l--) {
            ga.add(0, g);
            var d = new double[g.length];
            for (var k = 0; k < d.length; k++) {
                d[k] = g[k] * slopes.get(l)[k];
            }
            gz.add(0, d);
            g = l > 0 ? turned(theta, d, l) : null;
        }
    }

    private double[] targets() {
        var width = training.spec().outputs();
        return Arrays.copyOfRange(training.targets(), first * width, (first + points) * width);
    }

    /** E. */
    double loss() {
        var spec = training.spec();
        var y = targets();
        var sum = 0.0;
        for (var p = 0; p < points; p++) {
            sum += OutputGradient.loss(spec.loss(), a.get(depth()), y, p * spec.outputs(), spec.outputs());
        }
        return sum / points;
    }

    /** dE/dtheta; not to be changed. */
    double[] gradient() {
        if (gradient == null) {
            gradient = slope();
        }
        return gradient;
    }

    private double[] slope() {
        var slope = new double[theta.length];
        for (var l = 0; l < depth(); l++) {
            addOuter(gz.get(l), a.get(l), l, slope);
            addToBiases(gz.get(l), l, slope);
        }
        return meaned(slope);
    }

    /** H v. */
    double[] hessianTimes(double[] v) {
        var spec = training.spec();
        var ra = new ArrayList<double[]>();
        var rz = new ArrayList<double[]>();
        ra.add(new double[a.get(0).length]);
        for (var l = 0; l < depth(); l++) {
            var moved = weighted(v, a.get(l), l);
            addBiases(v, moved, l);
            add(moved, weighted(theta, ra.get(l), l));
            rz.add(moved);
            var out = new double[moved.length];
            for (var k = 0; k < out.length; k++) {
                out[k] = slopes.get(l)[k] * moved[k];
            }
            ra.add(out);
        }
        var product = new double[theta.length];
        var y = targets();
        var rg = new double[points * spec.outputs()];
        for (var p = 0; p < points; p++) {
            OutputGradient.tangent(
                    spec.loss(), a.get(depth()), y, ra.get(depth()), p * spec.outputs(), spec.outputs(), rg);
        }
        for (var l = depth() - 1; l >= 0; l--) {
            var rd = new double[rg.length];
            for (var k = 0; k < rd.length; k++) {
                rd[k] = slopes.get(l)[k] * rg[k] + curvature(l)[k] * rz.get(l)[k] * ga.get(l)[k];
            }
            addOuter(rd, a.get(l), l, product);
            addOuter(gz.get(l), ra.get(l), l, product);
            addToBiases(rd, l, product);
            if (l > 0) {
                rg = turned(theta, rd, l);
                add(rg, turned(v, gz.get(l), l));
            }
        }
        return meaned(product);
    }

    private double[] curvature(int layer) {
        while (curvatures.size() < depth()) {
            var l = curvatures.size();
            var f = training.spec().layers().get(l).activation();
            curvatures.add(Arrays.stream(z.get(l)).map(x -> Curvature.of(f, x)).toArray());
        }
        return curvatures.get(layer);
    }

    /** How the loss answers to a move of the parameters along v. */
    double along(double[] v) {
        var slope = gradient();
        var sum = 0.0;
        for (var k = 0; k < v.length; k++) {
            sum += slope[k] * v[k];
        }
        return sum;
    }

    private double[] meaned(double[] sums) {
        for (var k = 0; k < sums.length; k++) {
            sums[k] /= points;
        }
        return sums;
    }

    /** W_l x for every datapoint, the weights those of {@code of}. */
    private double[] weighted(double[] of, double[] x, int l) {
        var spec = training.spec();
        var units = spec.units(l);
        var fanIn = spec.fanIn(l);
        var from = spec.weightOffset(l);
        var out = new double[points * units];
        for (var p = 0; p < points; p++) {
            for (var j = 0; j < units; j++) {
                var sum = 0.0;
                for (var i = 0; i < fanIn; i++) {
                    sum += of[from + j * fanIn + i] * x[p * fanIn + i];
                }
                out[p * units + j] = sum;
            }
        }
        return out;
    }

    /** W_l^T d for every datapoint. */
    private double[] turned(double[] of, double[] d, int l) {
        var spec = training.spec();
        var units = spec.units(l);
        var fanIn = spec.fanIn(l);
        var from = spec.weightOffset(l);
        var out = new double[points * fanIn];
        for (var p = 0; p < points; p++) {
            for (var j = 0; j < units; j++) {
                var factor = d[p * units + j];
                for (var i = 0; i < fanIn; i++) {
                    out[p * fanIn + i] += factor * of[from + j * fanIn + i];
                }
            }
        }
        return out;
    }

    private void addBiases(double[] of, double[] z, int l) {
        var units = training.spec().units(l);
        for (var k = 0; k < z.length; k++) {
            z[k] += of[training.spec().biasOffset(l) + k % units];
        }
    }

    private void addOuter(double[] d, double[] x, int l, double[] into) {
        var spec = training.spec();
        var units = spec.units(l);
        var fanIn = spec.fanIn(l);
        var from = spec.weightOffset(l);
        for (var p = 0; p < points; p++) {
            for (var j = 0; j < units; j++) {
                var factor = d[p * units + j];
                for (var i = 0; i < fanIn; i++) {
                    into[from + j * fanIn + i] += factor * x[p * fanIn + i];
                }
            }
        }
    }

    private void addToBiases(double[] d, int l, double[] into) {
        var units = training.spec().units(l);
        for (var k = 0; k < d.length; k++) {
            into[training.spec().biasOffset(l) + k % units] += d[k];
        }
    }

    private static void add(double[] to, double[] more) {
        for (var k = 0; k < to.length; k++) {
            to[k] += more[k];
        }
    }
}
