package org.basinlab.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.causal.Comp;

/** How a change of one input, or along one direction in the inputs, runs through a network; see {@link NetworkOp}. */
public final class InputFlow {
    /** Of the sum of the sizes of its terms: rounding in a sum of some thousand of them stays below. */
    private static final double ROUNDING = 1e-13;

    private final List<FeedForward.Nodes> layers;
    private final FeedForward.Pass pass;
    private final List<double[]> gradients;
    private final double[] start;
    private final List<double[]> tangents;

    InputFlow(List<FeedForward.Nodes> layers, FeedForward.Pass pass, List<double[]> gradients, double[] direction) {
        this.layers = layers;
        this.pass = pass;
        this.gradients = gradients;
        start = new double[pass.points() * direction.length];
        for (var p = 0; p < pass.points(); p++) {
            System.arraycopy(direction, 0, start, p * direction.length, direction.length);
        }
        tangents = tangents(UnitSet.NONE);
    }

    /** The tangents of every layer with a set's held at zero. */
    private List<double[]> tangents(UnitSet frozen) {
        var all = new ArrayList<double[]>();
        var t = start;
        for (var l = 0; l < layers.size(); l++) {
            t = pass.push(l, t);
            var nodes = layers.get(l);
            for (var unit : frozen.units(l)) {
                for (var p = 0; p < pass.points(); p++) {
                    var from = p * nodes.count() + unit * nodes.perUnit();
                    Arrays.fill(t, from, from + nodes.perUnit(), 0);
                }
            }
            all.add(t);
        }
        return all;
    }

    /** ds_m/ds_n, a number a datapoint. */
    public double[] derivative() {
        var last = layers.size() - 1;
        return IntStream.range(0, pass.points())
                .mapToDouble(p -> sum(
                        gradients.get(last),
                        tangents.get(last),
                        p,
                        layers.get(last).count()))
                .toArray();
    }

    private static double sum(double[] g, double[] t, int point, int nodes) {
        var sum = 0.0;
        for (var j = point * nodes; j < (point + 1) * nodes; j++) {
            sum += g[j] * t[j];
        }
        return sum;
    }

    /**
     * Comp of every unit of a layer, each alone as A, at one datapoint.
     *
     * @return in the order of the units
     */
    public List<Comp> units(int layer, int point) {
        var nodes = layers.get(layer);
        var g = gradients.get(layer);
        var t = tangents.get(layer);
        var size = 0.0;
        var terms = new double[nodes.units()];
        var whole = 0.0;
        for (var u = 0; u < nodes.units(); u++) {
            for (var k = 0; k < nodes.perUnit(); k++) {
                var j = point * nodes.count() + u * nodes.perUnit() + k;
                terms[u] += g[j] * t[j];
                size += Math.abs(g[j] * t[j]);
            }
            whole += terms[u];
        }
        var all = new ArrayList<Comp>();
        for (var term : terms) {
            all.add(comp(whole, whole - term, size));
        }
        return all;
    }

    /** Every unit of a layer, each alone as A, over the data set. */
    public List<OpSummary> units(int layer) {
        var points =
                IntStream.range(0, pass.points()).mapToObj(p -> units(layer, p)).toList();
        return IntStream.range(0, layers.get(layer).units())
                .mapToObj(u -> OpSummary.of(points.stream().map(of -> of.get(u)).toList()))
                .toList();
    }

    /**
     * Comp of any set of units, in one layer or several, at every datapoint: by a tangent pass of its own.
     *
     * <p>Where A cuts every path from n to m, as a whole layer does, Comp is infinite at every datapoint.
     *
     * @throws org.basinlab.experiment.InputException if the network has no such unit
     */
    public List<Comp> of(UnitSet a) {
        a.requireIn(layers);
        var last = layers.size() - 1;
        var frozen = tangents(a);
        var g = gradients.get(last);
        var nodes = layers.get(last).count();
        var all = new ArrayList<Comp>();
        for (var p = 0; p < pass.points(); p++) {
            all.add(comp(sum(g, tangents.get(last), p, nodes), sum(g, frozen.get(last), p, nodes), size(p)));
        }
        return all;
    }

    /** Of derivatives that are sums of terms of this size in all: what is only rounding is 0. */
    private static Comp comp(double free, double frozen, double size) {
        return Comp.of(rounded(free, size), rounded(frozen, size));
    }

    private static double rounded(double sum, double size) {
        return Math.abs(sum) <= ROUNDING * size ? 0 : sum;
    }

    /** The sum of sizes of what a derivative at a datapoint is summed from, the most over the layers. */
    private double size(int point) {
        var most = 0.0;
        for (var l = 0; l < layers.size(); l++) {
            var nodes = layers.get(l).count();
            var size = 0.0;
            for (var j = point * nodes; j < (point + 1) * nodes; j++) {
                size += Math.abs(gradients.get(l)[j] * tangents.get(l)[j]);
            }
            most = Math.max(most, size);
        }
        return most;
    }
}
