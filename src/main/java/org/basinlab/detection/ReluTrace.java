package org.basinlab.detection;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;
import java.util.List;
import org.basinlab.network.Dense;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;

/**
 * A ReLU network on a cloud of points: each hidden unit's preactivation z and the effect of its bend on the outputs.
 *
 * <p>The bend of a unit is what its ReLU is not linear in, q = relu(z) - (alpha + beta z) with the least-squares line over the
 * points; relu(z) and relu(-z) differ by z and have the same q. Its effect on output o, to first order, is
 * e_o(x) = q(x) d out_o / d relu(z) at x. Effects of units that bend together add, so what cancels (relu(B) and
 * -relu(-B)) has none. Both are the same under permutation, and e under (w, b, v) to (c w, c b, v / c), c positive, too.
 */
final class ReluTrace {
    private final Cloud cloud;
    private final double[][][] z;
    private final double[][] outputs;
    /** Layer, unit, output by output and point by point. */
    private final double[][][] effects;

    private ReluTrace(Cloud cloud, double[][][] z, double[][] outputs, double[][][] effects) {
        this.cloud = cloud;
        this.z = z;
        this.outputs = outputs;
        this.effects = effects;
    }

    /** Of a network with dense ReLU layers and an identity after them. */
    static ReluTrace of(Parameters network, Cloud cloud) {
        check(network, cloud);
        var spec = network.spec();
        var hidden = spec.depth() - 1;
        var z = new double[hidden][][];
        var below = cloud.columns().toArray(double[][]::new);
        for (var l = 0; l < hidden; l++) {
            z[l] = affine(network, l, below);
            below = rectified(z[l]);
        }
        return new ReluTrace(cloud, z, affine(network, hidden, below), effects(network, z));
    }

    /** The outputs alone. */
    static double[][] outputs(Parameters network, Cloud cloud) {
        check(network, cloud);
        var values = cloud.columns().toArray(double[][]::new);
        var last = network.spec().depth() - 1;
        for (var l = 0; l < last; l++) {
            values = rectified(affine(network, l, values));
        }
        return affine(network, last, values);
    }

    private static void check(Parameters network, Cloud cloud) {
        var layers = network.spec().layers();
        require(layers.size() >= 2, "a network without hidden layers has no comparators: give one with ReLU layers");
        for (var l = 0; l < layers.size(); l++) {
            var wanted = l + 1 < layers.size() ? StandardActivation.RELU : StandardActivation.IDENTITY;
            require(
                    layers.get(l) instanceof Dense && layers.get(l).activation() == wanted,
                    "layer %s is no dense one with %s: comparators are looked for in ReLU networks with linear outputs",
                    l,
                    wanted);
        }
        require(
                cloud.inputs() == network.spec().inputs(),
                "points of %s numbers do not fit a network of %s inputs",
                cloud.inputs(),
                network.spec().inputs());
    }

    private static double[][] affine(Parameters network, int layer, double[][] below) {
        var spec = network.spec();
        var fanIn = spec.fanIn(layer);
        var all = new double[spec.units(layer)][below[0].length];
        for (var u = 0; u < all.length; u++) {
            var z = all[u];
            Arrays.fill(z, network.values()[spec.biasOffset(layer) + u]);
            for (var i = 0; i < fanIn; i++) {
                var weight = network.values()[spec.weightOffset(layer) + u * fanIn + i];
                var from = below[i];
                for (var p = 0; p < z.length; p++) {
                    z[p] += weight * from[p];
                }
            }
        }
        return all;
    }

    private static double[][] rectified(double[][] z) {
        var all = new double[z.length][z[0].length];
        for (var u = 0; u < z.length; u++) {
            for (var p = 0; p < z[u].length; p++) {
                all[u][p] = Math.max(z[u][p], 0);
            }
        }
        return all;
    }

    private static double[][][] effects(Parameters network, double[][][] z) {
        var outputs = network.spec().outputs();
        var points = z[0][0].length;
        var effects = new double[z.length][][];
        for (var l = 0; l < z.length; l++) {
            effects[l] = new double[z[l].length][outputs * points];
        }
        var bends = Arrays.stream(z)
                .map(layer -> Arrays.stream(layer).map(ReluTrace::bend).toArray(double[][]::new))
                .toArray(double[][][]::new);
        for (var o = 0; o < outputs; o++) {
            var above = new double[][] {ones(points)};
            for (var l = z.length - 1; l >= 0; l--) {
                var slopes = slopes(network, l + 1, l + 1 == z.length ? o : -1, above, z[l].length);
                for (var u = 0; u < slopes.length; u++) {
                    for (var p = 0; p < points; p++) {
                        effects[l][u][o * points + p] = slopes[u][p] * bends[l][u][p];
                        slopes[u][p] = z[l][u][p] > 0 ? slopes[u][p] : 0;
                    }
                }
                above = slopes;
            }
        }
        return effects;
    }

    private static double[] ones(int points) {
        var ones = new double[points];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** d out / d a of the units below a layer, from d out / d z of its own; of the last layer one unit only counts. */
    private static double[][] slopes(Parameters network, int layer, int only, double[][] above, int units) {
        var spec = network.spec();
        var slopes = new double[units][above[0].length];
        for (var v = 0; v < above.length; v++) {
            var row = only < 0 ? v : only;
            for (var u = 0; u < units; u++) {
                var weight = network.values()[spec.weightOffset(layer) + row * units + u];
                for (var p = 0; p < slopes[u].length; p++) {
                    slopes[u][p] += weight * above[v][p];
                }
            }
        }
        return slopes;
    }

    /** relu(z) less its least-squares line in z. */
    static double[] bend(double[] z) {
        var n = z.length;
        var meanZ = 0.0;
        var meanR = 0.0;
        for (var value : z) {
            meanZ += value / n;
            meanR += Math.max(value, 0) / n;
        }
        var zz = 0.0;
        var zr = 0.0;
        for (var value : z) {
            zz += (value - meanZ) * (value - meanZ);
            zr += (value - meanZ) * (Math.max(value, 0) - meanR);
        }
        var beta = zz > 0 ? zr / zz : 0;
        var bend = new double[n];
        for (var p = 0; p < n; p++) {
            bend[p] = Math.max(z[p], 0) - meanR - beta * (z[p] - meanZ);
        }
        return bend;
    }

    Cloud cloud() {
        return cloud;
    }

    int layers() {
        return z.length;
    }

    int units(int layer) {
        return z[layer].length;
    }

    double[] preactivation(int layer, int unit) {
        return z[layer][unit];
    }

    List<double[]> outputs() {
        return List.of(outputs);
    }

    /** The effect of the bends of these units together, output by output and point by point. */
    double[] effect(int layer, Iterable<Integer> units) {
        var sum = new double[effects[layer][0].length];
        for (var u : units) {
            var one = effects[layer][u];
            for (var k = 0; k < sum.length; k++) {
                sum[k] += one[k];
            }
        }
        return sum;
    }
}
