package org.basinlab.neural;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Progress;

/**
 * Op of every unit of a trained network over a data set, each alone as A, for some inputs as n; see {@link NetworkOp}.
 * The last layer, whose units are what m is made of, is left out.
 */
public final class UnitStudy {
    /** The number that stands for all inputs moving together, such as an image's brightness. */
    public static final int ALL_INPUTS = -1;

    private static final int SHOWN = 10;
    private static final int CHECKED = 3;
    /** Below every difference: none was taken. */
    private static final double NOTHING = -1;

    private UnitStudy() {}

    /**
     * Op of all units for one n.
     *
     * @param input  n: an input from 0, or {@link #ALL_INPUTS}
     * @param layers but the last
     */
    public record OfInput(int input, List<OfLayer> layers) {}

    /**
     * Op of a layer's units.
     *
     * @param name  of the layer
     * @param units each alone as A, over the data set
     */
    public record OfLayer(String name, List<OpSummary> units) {}

    /**
     * All that was found.
     *
     * @param points     datapoints
     * @param m          the loss, or an output
     * @param inputs     one for each n asked for
     * @param worstCheck of some units, the largest difference between ds_m/ds_n with the unit frozen by the terms of
     *     the two passes and by a tangent pass with the unit held, as a share of the size of the derivative without it
     *     held; null where that derivative is 0 at every datapoint, so that nothing could be compared
     * @param keyNumbers the units with the highest median Op
     * @param figures    Op of all units, layer by layer
     */
    public record Found(
            int points,
            String m,
            List<OfInput> inputs,
            Double worstCheck,
            List<KeyNumbers> keyNumbers,
            List<Figure> figures) {}

    /**
     * Runs it.
     *
     * @param data     points x inputs
     * @param m        what is acted on
     * @param inputs   each as n in turn; at least one
     * @param progress told of every n
     * @throws org.basinlab.experiment.InputException if these do not fit together
     */
    public static Found run(FeedForward network, double[] data, Outcome m, List<Integer> inputs, Progress progress) {
        require(!inputs.isEmpty(), "name at least one input of the network as n");
        require(
                network.layers().size() > 1,
                "the network has one layer alone, whose units are what m is made of: give one with hidden units");
        progress.begin("inputs", inputs.size());
        var op = new NetworkOp(network, data, m);
        var all = new ArrayList<OfInput>();
        var worst = NOTHING;
        for (var input : inputs) {
            var flow = input == ALL_INPUTS ? op.from(ones(network.inputs())) : op.from(input);
            var layers = new ArrayList<OfLayer>();
            for (var l = 0; l < network.layers().size() - 1; l++) {
                layers.add(new OfLayer(network.layers().get(l).name(), flow.units(l)));
                worst = Math.max(worst, check(flow, l, network.layers().get(l).units()));
            }
            all.add(new OfInput(input, layers));
            progress.advance(1);
        }
        return new Found(
                op.points(),
                m instanceof Outcome.Output output ? "output " + output.index() : "loss",
                all,
                worst < 0 ? null : Double.valueOf(worst),
                all.stream().map(UnitStudy::highest).toList(),
                all.stream().map(UnitStudy::strips).toList());
    }

    private static double[] ones(int count) {
        var ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Some units, spread over the layer, by a tangent pass of their own. */
    private static double check(InputFlow flow, int layer, int units) {
        var worst = NOTHING;
        for (var c = 0; c < Math.min(CHECKED, units); c++) {
            var unit = c * units / Math.min(CHECKED, units);
            var held = flow.of(UnitSet.of(layer, unit));
            for (var p = 0; p < held.size(); p++) {
                var one = flow.units(layer, p).get(unit);
                var size = Math.exp(one.logFree());
                var difference = Math.abs(one.signFrozen() * Math.exp(one.logFrozen())
                        - held.get(p).signFrozen() * Math.exp(held.get(p).logFrozen()));
                worst = size > 0 ? Math.max(worst, difference / size) : worst;
            }
        }
        return worst;
    }

    private static String name(OfInput of) {
        return of.input == ALL_INPUTS ? "all inputs together" : "input " + of.input;
    }

    private static KeyNumbers highest(OfInput of) {
        record Unit(String name, OpSummary op) {}
        var units = new ArrayList<Unit>();
        for (var layer : of.layers) {
            for (var u = 0; u < layer.units().size(); u++) {
                units.add(new Unit(layer.name() + ", unit " + u, layer.units().get(u)));
            }
        }
        var rows = units.stream()
                .filter(u -> u.op.medianOp() != null)
                .sorted((one, other) -> Double.compare(other.op.medianOp(), one.op.medianOp()))
                .limit(SHOWN)
                .map(u -> KeyNumbers.row(
                        u.name, u.op.medianOp(), u.op.negativeShare(), u.op.undefined(), u.op.infinite()))
                .toList();
        return new KeyNumbers(
                "Units with the highest Op; n: " + name(of),
                List.of("unit", "median Op (nats)", "share with Comp < 0", "points with 0/0", "with Comp infinite"),
                rows);
    }

    private static Figure strips(OfInput of) {
        var strips = new ArrayList<Figure.Strip>();
        var medians = new ArrayList<String>();
        for (var layer : of.layers) {
            var ops = layer.units().stream()
                    .map(OpSummary::medianOp)
                    .filter(Objects::nonNull)
                    .mapToDouble(v -> v)
                    .toArray();
            strips.add(new Figure.Strip("layer " + layer.name(), ops, null));
            medians.add(String.format(
                    Locale.ROOT,
                    "layer %s: %d of %d units have a median Op%s",
                    layer.name(),
                    ops.length,
                    layer.units().size(),
                    ops.length == 0
                            ? ""
                            : String.format(Locale.ROOT, ", in the middle %.3f nats", new Median().evaluate(ops))));
        }
        return new Figure.Strips(
                "network-units" + (of.input == ALL_INPUTS ? "" : "-" + of.input),
                "Op of every unit of the network; n: " + name(of),
                "A dot a unit, alone as A: the median over the data of its Op. A unit that takes away from the effect of n on m lies"
                        + " right of 0, one that adds to it left, one that has no part in it at 0.",
                String.join("; ", medians) + ".",
                Figure.Axis.linear("median Op over the data (nats)"),
                strips.subList(0, Math.min(strips.size(), 12)),
                List.of(new Figure.Reference("no part", 0)));
    }
}
