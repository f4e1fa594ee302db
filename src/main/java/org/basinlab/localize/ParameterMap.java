package org.basinlab.localize;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.network.Dense;
import org.basinlab.network.NetworkSpec;

/**
 * What each of a network's parameters is: weight or bias, of which layer and unit, in which cluster.
 *
 * <p>Parameters of a hidden neuron (or filter) are one cluster: its incoming weights, its bias and, in the last
 * hidden layer, its outgoing weights. A weight between two hidden layers belongs to the neuron it leads into,
 * whose tally it shares. An output unit's bias is a cluster of its own.
 */
public final class ParameterMap {
    private final NetworkSpec spec;
    private final int[] weights;
    private final int[] biases;
    private final int[] firstCluster;
    private final Map<ParameterSet, int[]> members = new EnumMap<>(ParameterSet.class);

    ParameterMap(NetworkSpec spec) {
        this.spec = spec;
        weights = IntStream.rangeClosed(0, spec.depth()).map(spec::weightOffset).toArray();
        biases = IntStream.range(0, spec.depth()).map(spec::biasOffset).toArray();
        firstCluster = new int[spec.depth() + 1];
        for (var l = 0; l < spec.depth(); l++) {
            firstCluster[l + 1] = firstCluster[l] + spec.units(l);
        }
        for (var set : ParameterSet.values()) {
            members.put(
                    set,
                    IntStream.range(0, count())
                            .filter(p -> set.holds(isWeight(p), isHidden(p)))
                            .toArray());
        }
    }

    /** The network. */
    public NetworkSpec spec() {
        return spec;
    }

    /** How many parameters there are. */
    public int count() {
        return weights[spec.depth()];
    }

    /** A parameter's layer, from 0. */
    public int layer(int p) {
        var layer = 0;
        while (p >= weights[layer + 1]) {
            layer++;
        }
        return layer;
    }

    /** Whether it is a weight, not a bias. */
    public boolean isWeight(int p) {
        return p < biases[layer(p)];
    }

    /** Whether it belongs to a hidden layer. */
    public boolean isHidden(int p) {
        return p < weights[spec.depth() - 1];
    }

    /** Which of its unit's weights it is: for a fully connected layer, the input it comes from; -1 for a bias. */
    public int input(int p) {
        var layer = layer(p);
        return isWeight(p) ? (p - weights[layer]) % spec.fanIn(layer) : -1;
    }

    /** The unit of its layer, or the filter, that it belongs to. */
    public int unit(int p) {
        var layer = layer(p);
        return isWeight(p) ? (p - weights[layer]) / spec.fanIn(layer) : p - biases[layer];
    }

    /** Its cluster, from 0: hidden units layer by layer, then output units. */
    public int cluster(int p) {
        return isHidden(p) || !isWeight(p)
                ? firstCluster[layer(p)] + unit(p)
                : firstCluster[spec.depth() - 2] + input(p);
    }

    /** How many clusters there are. */
    public int clusters() {
        return firstCluster[spec.depth()];
    }

    /** The parameters of a set, in order; not to be modified. */
    public int[] members(ParameterSet set) {
        return members.get(set);
    }

    /** Whether the first layer's weights are one a pixel and neuron. */
    boolean hasPixels() {
        return spec.depth() > 1 && spec.layers().get(0) instanceof Dense;
    }

    /**
     * The parameters of a set that belong to each hidden neuron, layer by layer: [layer][unit][parameter], every
     * unit of a layer with as many, in the same order.
     */
    int[][][] columns(ParameterSet set) {
        var columns = new int[spec.depth() - 1][][];
        for (var l = 0; l < columns.length; l++) {
            var of = new ArrayList<List<Integer>>();
            for (var u = 0; u < spec.units(l); u++) {
                of.add(new ArrayList<>());
            }
            for (var p : members(set)) {
                var at = cluster(p) - firstCluster[l];
                if (at >= 0 && at < of.size()) {
                    of.get(at).add(p);
                }
            }
            columns[l] = of.stream()
                    .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
        }
        return columns;
    }

    /** The parameters of a set that belong to no hidden neuron. */
    int[] apart(ParameterSet set) {
        return IntStream.of(members(set))
                .filter(p -> cluster(p) >= firstCluster[spec.depth() - 1])
                .toArray();
    }
}
