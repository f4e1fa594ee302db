package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;

/**
 * A network of ReLU layers and a linear output layer whose weights are set.
 *
 * @param inputs     how many
 * @param layers     hidden layers and, last, the outputs
 * @param bounds     how far rounding can move each output, whatever the inputs are of those it was built for
 * @param largestSum no partial sum is larger than this for the inputs it was built for: what must not overflow
 */
public record Circuit(int inputs, List<List<Unit>> layers, List<Double> bounds, double largestSum) {
    public Circuit {
        layers = layers.stream().map(List::copyOf).toList();
        bounds = List.copyOf(bounds);
    }

    /** ReLU layers. */
    public int depth() {
        return layers.size() - 1;
    }

    /** Units of the widest ReLU layer. */
    public int width() {
        return layers.subList(0, depth()).stream().mapToInt(List::size).max().orElse(0);
    }

    /** ReLU units in all. */
    public int units() {
        return layers.subList(0, depth()).stream().mapToInt(List::size).sum();
    }

    /** Weights and biases of the network of full layers. */
    public long parameterCount() {
        var count = 0L;
        long before = inputs;
        for (var layer : layers) {
            count += layer.size() * (before + 1);
            before = layer.size();
        }
        return count;
    }

    /** Weights and biases that are not zero. */
    public long nonzero() {
        return layers.stream()
                .flatMap(List::stream)
                .mapToLong(unit -> unit.weights().size() + (Math.abs(unit.bias()) > 0 ? 1 : 0))
                .sum();
    }

    /** The largest of {@link #bounds}. */
    public double bound() {
        return bounds.stream().mapToDouble(b -> b).max().orElseThrow();
    }

    /** As any network: dense layers, ReLU but for the last. */
    public Parameters parameters() {
        var widths = new ArrayList<>(List.of(inputs));
        layers.forEach(layer -> widths.add(layer.size()));
        var spec = NetworkSpec.dense(widths, StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE);
        var values = new double[spec.parameterCount()];
        for (var l = 0; l < layers.size(); l++) {
            for (var j = 0; j < layers.get(l).size(); j++) {
                var row = spec.weightOffset(l) + j * spec.fanIn(l);
                layers.get(l).get(j).weights().forEach((i, weight) -> values[row + i] = weight);
                values[spec.biasOffset(l) + j] = layers.get(l).get(j).bias();
            }
        }
        return new Parameters(spec, values);
    }

    /** What it gives for an input, unit by unit in double precision. */
    public double[] at(double... input) {
        return run(input, null).get(depth());
    }

    /**
     * The values of all units, layer by layer.
     *
     * @param held values of another run that the units which compare keep; null for none
     */
    List<double[]> run(double[] input, List<double[]> held) {
        var values = new ArrayList<double[]>();
        var a = input;
        for (var l = 0; l < layers.size(); l++) {
            var next = new double[layers.get(l).size()];
            for (var j = 0; j < next.length; j++) {
                var unit = layers.get(l).get(j);
                next[j] = held != null && unit.compares() ? held.get(l)[j] : value(unit, a, l < depth());
            }
            values.add(next);
            a = next;
        }
        return values;
    }

    private static double value(Unit unit, double[] a, boolean hidden) {
        var z = unit.bias();
        for (var term : unit.weights().entrySet()) {
            z += term.getValue() * a[term.getKey()];
        }
        return hidden ? Math.max(z, 0) : z;
    }

    /**
     * The same but for what it does with its comparisons: in every layer each unit that compares feeds what the next one of
     * them fed.
     */
    Circuit miswired() {
        var crossed = new ArrayList<>(layers);
        for (var l = 0; l < depth(); l++) {
            var units = layers.get(l);
            var comparing = IntStream.range(0, units.size())
                    .filter(j -> units.get(j).compares())
                    .boxed()
                    .toList();
            crossed.set(
                    l + 1,
                    crossed.get(l + 1).stream().map(u -> rotated(u, comparing)).toList());
        }
        return new Circuit(inputs, crossed, bounds, largestSum);
    }

    private static Unit rotated(Unit unit, List<Integer> comparing) {
        var weights = new HashMap<>(unit.weights());
        for (var c = 0; c < comparing.size(); c++) {
            var theirs = unit.weights().get(comparing.get((c + 1) % comparing.size()));
            if (theirs == null) {
                weights.remove(comparing.get(c));
            } else {
                weights.put(comparing.get(c), theirs);
            }
        }
        return new Unit(weights, unit.bias(), unit.compares());
    }
}
