package org.basinlab.neural;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.network.Dense;
import org.basinlab.network.Parameters;

/**
 * A fully connected network in plain double arithmetic: z_l = W_l a_(l-1) + b_l, a_l = f_l(z_l).
 *
 * <p>Over a data set each pass is one product of matrices a layer: forward a W^T, tangents f'(z) * (t W^T), backward
 * (g * f'(z)) W.
 *
 * @param parameters of a network whose layers are all dense
 */
public record DenseNetwork(Parameters parameters) implements FeedForward {
    public DenseNetwork {
        for (var layer : parameters.spec().layers()) {
            require(layer instanceof Dense, "a layer is no dense one, but %s: use DL4J's network", layer);
        }
    }

    @Override
    public int inputs() {
        return parameters.spec().inputs();
    }

    @Override
    public List<Nodes> layers() {
        return IntStream.range(0, depth())
                .mapToObj(l -> new Nodes("dense " + l, parameters.spec().units(l), 1))
                .toList();
    }

    private int depth() {
        return parameters.spec().depth();
    }

    /** Weight of input i in unit j of a layer. */
    public double weight(int layer, int unit, int input) {
        var spec = parameters.spec();
        return parameters.values()[spec.weightOffset(layer) + unit * spec.fanIn(layer) + input];
    }

    /** Bias of a unit. */
    public double bias(int layer, int unit) {
        return parameters.values()[parameters.spec().biasOffset(layer) + unit];
    }

    /** What it gives for one input. */
    public double[] at(double... input) {
        return pass(input).outputs(depth() - 1);
    }

    @Override
    public Pass pass(double[] inputs) {
        return new Through(inputs);
    }

    /** The weights of a layer, input by input: what a product with its transpose reads in order. */
    private double[] byInput(int layer) {
        var units = parameters.spec().units(layer);
        var fanIn = parameters.spec().fanIn(layer);
        var turned = new double[units * fanIn];
        for (var j = 0; j < units; j++) {
            for (var i = 0; i < fanIn; i++) {
                turned[i * units + j] = weight(layer, j, i);
            }
        }
        return turned;
    }

    /** rows x inner times inner x columns. Factors of 0, as most pixels are, cost nothing. */
    private static double[] product(double[] left, double[] right, int rows, int inner, int columns) {
        var product = new double[rows * columns];
        for (var r = 0; r < rows; r++) {
            for (var i = 0; i < inner; i++) {
                var factor = left[r * inner + i];
                if (Math.abs(factor) > 0) {
                    for (var c = 0; c < columns; c++) {
                        product[r * columns + c] += factor * right[i * columns + c];
                    }
                }
            }
        }
        return product;
    }

    private final class Through implements Pass {
        private final int points;
        private final List<double[]> slopes = new ArrayList<>();
        private final List<double[]> outputs = new ArrayList<>();

        Through(double[] inputs) {
            points = inputs.length / inputs();
            var a = inputs;
            for (var l = 0; l < depth(); l++) {
                var units = parameters.spec().units(l);
                var f = parameters.spec().layers().get(l).activation();
                var z = product(a, byInput(l), points, parameters.spec().fanIn(l), units);
                var slope = new double[z.length];
                for (var k = 0; k < z.length; k++) {
                    z[k] += bias(l, k % units);
                    slope[k] = f.derivative(z[k]);
                    z[k] = f.value(z[k]);
                }
                slopes.add(slope);
                outputs.add(z);
                a = z;
            }
        }

        @Override
        public int points() {
            return points;
        }

        @Override
        public double[] outputs(int layer) {
            return outputs.get(layer);
        }

        @Override
        public double[] push(int layer, double[] t) {
            var pushed = product(
                    t,
                    byInput(layer),
                    points,
                    parameters.spec().fanIn(layer),
                    parameters.spec().units(layer));
            return times(pushed, slopes.get(layer));
        }

        @Override
        public List<double[]> gradients(Outcome m) {
            var all = new ArrayList<double[]>();
            var g = atOutputs(m);
            for (var l = depth() - 1; l >= 0; l--) {
                all.add(0, g);
                var units = parameters.spec().units(l);
                var fanIn = parameters.spec().fanIn(l);
                var weights = Arrays.copyOfRange(
                        parameters.values(),
                        parameters.spec().weightOffset(l),
                        parameters.spec().biasOffset(l));
                if (l > 0) {
                    g = product(times(g.clone(), slopes.get(l)), weights, points, units, fanIn);
                }
            }
            return all;
        }

        private double[] atOutputs(Outcome m) {
            var o = outputs.get(depth() - 1);
            var g = new double[o.length];
            var width = DenseNetwork.this.outputs();
            for (var p = 0; p < points; p++) {
                if (m instanceof Outcome.Output output) {
                    g[p * width + output.index()] = 1;
                } else if (m instanceof Outcome.OfLoss loss) {
                    OutputGradient.of(parameters.spec().loss(), o, loss.targets(), p * width, width, g);
                }
            }
            return g;
        }
    }

    /** Number by number; {@code left} is modified. */
    private static double[] times(double[] left, double[] right) {
        for (var k = 0; k < left.length; k++) {
            left[k] *= right[k];
        }
        return left;
    }
}
