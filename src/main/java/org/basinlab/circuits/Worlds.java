package org.basinlab.circuits;

import java.util.List;

/**
 * Worlds of a circuit as a causal network (P7), its nodes the units: W as it is, X with an input shifted, Y with an input
 * shifted while every unit that compares keeps its value from W. And the derivatives that differences of worlds tend to.
 */
final class Worlds {
    private final Circuit circuit;
    private final double[] input;
    private final List<double[]> w;

    Worlds(Circuit circuit, double[] input) {
        this.circuit = circuit;
        this.input = input.clone();
        w = circuit.run(input, null);
    }

    /** By how much output 0 changes when an input is shifted. */
    double change(int shifted, double delta, boolean frozen) {
        var moved = input.clone();
        moved[shifted] += delta;
        return last(circuit.run(moved, frozen ? w : null)) - last(w);
    }

    /** The derivative of output 0 in an input. */
    double derivative(int shifted, boolean frozen) {
        var tangent = new double[input.length];
        tangent[shifted] = 1;
        for (var l = 0; l < circuit.layers().size(); l++) {
            var units = circuit.layers().get(l);
            var next = new double[units.size()];
            for (var j = 0; j < next.length; j++) {
                var still = l < circuit.depth() && !(w.get(l)[j] > 0)
                        || frozen && units.get(j).compares();
                if (!still) {
                    for (var term : units.get(j).weights().entrySet()) {
                        next[j] += term.getValue() * tangent[term.getKey()];
                    }
                }
            }
            tangent = next;
        }
        return tangent[0];
    }

    private static double last(List<double[]> values) {
        return values.get(values.size() - 1)[0];
    }
}
