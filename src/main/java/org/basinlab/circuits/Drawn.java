package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;

/**
 * A circuit as a picture of its units and weights; those that compare stand out.
 *
 * @param design  of the circuit
 * @param circuit small enough to be looked at
 */
record Drawn(Design design, Circuit circuit) {
    /** Layers and nodes a layer beyond which nothing can be seen. */
    private static final int LAYERS = 12;

    private static final int NODES = 48;
    /** Options of the picture that stands in for a larger circuit, from the first on that fits. */
    private static final int[] SMALLER = {8, 6, 5, 4, 3, 2};

    /** The circuit of a design, or the same of so few options that it can be looked at. */
    static Figure.Wiring of(Design design) {
        var drawn = new Drawn(design, design.circuit(24));
        for (var k : SMALLER) {
            if (!drawn.fits() && k < design.options()) {
                var smaller = design.withOptions(k);
                drawn = new Drawn(smaller, smaller.circuit(24));
            }
        }
        return drawn.figure(design);
    }

    private boolean fits() {
        return circuit.layers().size() < LAYERS && Math.max(circuit.width(), circuit.inputs()) <= NODES;
    }

    private Figure.Wiring figure(Design asked) {
        var what = String.format(Locale.ROOT, "%s of %d, %s", design.operation(), design.options(), design.form());
        var instead = design.options() == asked.options()
                ? ""
                : String.format(Locale.ROOT, " The circuit of %d is laid out in the same way.", asked.options());
        return new Figure.Wiring(
                "circuit",
                "The network: " + what,
                "ReLU layers from the inputs at the left to the outputs. Units that compare two numbers stand out; a number"
                        + " beside a unit is its bias." + instead,
                String.format(
                        Locale.ROOT,
                        "Units and weights of a circuit for %s: %d inputs, %d ReLU layers of up to %d units.",
                        what,
                        circuit.inputs(),
                        circuit.depth(),
                        circuit.width()),
                layers(),
                wires(),
                "weight above 0",
                "weight below 0");
    }

    private ArrayList<Figure.WiringLayer> layers() {
        var layers = new ArrayList<Figure.WiringLayer>();
        layers.add(new Figure.WiringLayer(
                "inputs",
                IntStream.range(0, circuit.inputs())
                        .mapToObj(i -> new Figure.WiringNode(input(i), Figure.NodeRole.INPUT))
                        .toList()));
        for (var l = 0; l < circuit.layers().size(); l++) {
            var last = l == circuit.depth();
            layers.add(new Figure.WiringLayer(
                    last ? "outputs" : "ReLU " + (l + 1),
                    circuit.layers().get(l).stream()
                            .map(unit -> new Figure.WiringNode(bias(unit), role(unit, last)))
                            .toList()));
        }
        return layers;
    }

    private String input(int i) {
        return i < design.options() ? "x" + (i + 1) : "p" + (i - design.options() + 1);
    }

    private static String bias(Unit unit) {
        return Math.abs(unit.bias()) > 0 ? String.format(Locale.ROOT, "%+.3g", unit.bias()) : "";
    }

    private static Figure.NodeRole role(Unit unit, boolean last) {
        return last ? Figure.NodeRole.OUTPUT : unit.compares() ? Figure.NodeRole.HIGHLIGHTED : Figure.NodeRole.UNIT;
    }

    private ArrayList<Figure.Wire> wires() {
        var wires = new ArrayList<Figure.Wire>();
        for (var l = 0; l < circuit.layers().size(); l++) {
            for (var j = 0; j < circuit.layers().get(l).size(); j++) {
                var layer = l;
                var to = j;
                circuit.layers()
                        .get(l)
                        .get(j)
                        .weights()
                        .forEach((from, weight) -> wires.add(new Figure.Wire(layer, from, to, weight)));
            }
        }
        return wires;
    }
}
