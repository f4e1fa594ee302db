package org.basinlab.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.network.Loss;
import org.basinlab.network.NetworkSpec;
import org.basinlab.network.Parameters;
import org.basinlab.network.StandardActivation;

/**
 * Puts a circuit of known weights into a random network.
 *
 * <p>The circuit stands on inputs drawn for it, others are left to the random units. Each hidden layer has the circuit's
 * units and {@code distractors} random ones, which read every input or every random unit of the layer before. The last
 * layer's random units are mixed into the output, {@code mixed} times the circuit's standard deviation. Then every
 * weight and bias gets normal noise of {@code noise} times the root mean square of its layer's weights that are not 0,
 * those that were 0 too; and the units are put in another order, at other scales ({@link Regauged}).
 *
 * @param kind        of circuit
 * @param options     numbers it selects among; 2 for {@link PlantedKind#ABSOLUTE} whatever is asked
 * @param spare       inputs it does not read
 * @param distractors random units a layer
 * @param mixed       0 for random units that have no part in the output
 * @param noise       relative
 * @param seed        of all that is drawn
 */
record Planting(PlantedKind kind, int options, int spare, int distractors, double mixed, double noise, long seed) {
    /** Points that standard deviations are measured on. */
    private static final int MEASURED = 256;
    /** Of random biases: hyperplanes cut the domain at some distance from its middle. */
    private static final double BIAS = 0.3;

    Planted planted() {
        var k = kind == PlantedKind.ABSOLUTE ? 2 : options;
        var inputs = k + spare;
        var circuit = new Circuit(inputs, k);
        var depth = circuit.layers.size();
        var widths = new ArrayList<>(List.of(inputs));
        circuit.layers.forEach(layer -> widths.add(layer.size() + distractors));
        widths.add(1);
        var spec = NetworkSpec.dense(widths, StandardActivation.RELU, StandardActivation.IDENTITY, Loss.MSE);
        var values = new double[spec.parameterCount()];
        var draws = new Draws(seed, Draws.DISTRACTORS);
        var random = kind == PlantedKind.RANDOM;
        for (var l = 0; l < depth; l++) {
            var own = random ? 0 : circuit.layers.get(l).size();
            for (var u = 0; u < own; u++) {
                put(spec, values, l, u, circuit.layers.get(l).get(u));
            }
            var from = l == 0 || random ? 0 : circuit.layers.get(l - 1).size();
            for (var u = own; u < spec.units(l); u++) {
                var deviation = Math.sqrt(2.0 / (spec.fanIn(l) - from));
                for (var i = from; i < spec.fanIn(l); i++) {
                    values[spec.weightOffset(l) + u * spec.fanIn(l) + i] = deviation * draws.normal();
                }
                values[spec.biasOffset(l) + u] = BIAS * draws.normal();
            }
        }
        output(spec, values, circuit, draws);
        blur(spec, values);
        return new Planted(
                kind,
                k,
                kind.isComparator() ? circuit.comparators : List.of(),
                Regauged.of(new Parameters(spec, values), seed));
    }

    private void output(NetworkSpec spec, double[] values, Circuit circuit, Draws draws) {
        var last = spec.depth() - 1;
        var random = kind == PlantedKind.RANDOM;
        var own = random ? 0 : circuit.layers.get(last - 1).size();
        var beside = values.clone();
        for (var i = own; i < spec.fanIn(last); i++) {
            beside[spec.weightOffset(last) + i] = draws.normal();
        }
        var strength = 1.0;
        if (!random) {
            put(spec, values, last, 0, circuit.output());
            var cloud = Cloud.uniform(spec.inputs(), MEASURED, seed, Draws.JUDGED);
            var spread = deviation(ReluTrace.outputs(new Parameters(spec, beside), cloud)[0]);
            strength = spread > 0
                    ? mixed * deviation(ReluTrace.outputs(new Parameters(spec, values), cloud)[0]) / spread
                    : 0;
        }
        for (var i = own; i < spec.fanIn(last); i++) {
            values[spec.weightOffset(last) + i] = strength * beside[spec.weightOffset(last) + i];
        }
    }

    private static double deviation(double[] values) {
        var mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    private static void put(NetworkSpec spec, double[] values, int layer, int unit, Affine row) {
        System.arraycopy(
                row.weights(), 0, values, spec.weightOffset(layer) + unit * spec.fanIn(layer), row.weights().length);
        values[spec.biasOffset(layer) + unit] = row.bias();
    }

    private void blur(NetworkSpec spec, double[] values) {
        var draws = new Draws(seed, Draws.NOISE);
        for (var l = 0; l < spec.depth(); l++) {
            var squares = 0.0;
            var count = 0;
            for (var k = spec.weightOffset(l); k < spec.biasOffset(l); k++) {
                if (Math.abs(values[k]) > 0) {
                    squares += values[k] * values[k];
                    count++;
                }
            }
            var size = noise * Math.sqrt(squares / Math.max(1, count));
            for (var k = spec.weightOffset(l); k < spec.biasOffset(l) + spec.units(l); k++) {
                values[k] += size * draws.normal();
            }
        }
    }

    /** weights . x + bias, x the outputs of the layer before or the first of them. */
    private record Affine(double[] weights, double bias) {
        static Affine input(int index, int inputs) {
            var weights = new double[inputs];
            weights[index] = 1;
            return new Affine(weights, 0);
        }

        /** factor times this, plus a number. */
        Affine times(double factor, double plus) {
            return new Affine(Arrays.stream(weights).map(w -> factor * w).toArray(), factor * bias + plus);
        }

        Affine minus(Affine other) {
            var difference = weights.clone();
            for (var i = 0; i < difference.length; i++) {
                difference[i] -= other.weights[i];
            }
            return new Affine(difference, bias - other.bias);
        }
    }

    /** A tree of comparators: what is compared is a combination of the units of the layer before. */
    private final class Circuit {
        private final List<List<Affine>> layers = new ArrayList<>();
        private final List<FoundComparator.Comparison> comparators = new ArrayList<>();
        private List<Affine> values = new ArrayList<>();

        Circuit(int inputs, int options) {
            var place = new Draws(seed, Draws.PLACES).permutation(inputs, 0);
            var signals = new ArrayList<Signal>();
            for (var i = 0; i < options; i++) {
                values.add(Affine.input(place[i], inputs));
                signals.add(new Signal.Input(place[i]));
            }
            while (values.size() > 1) {
                select(signals);
            }
        }

        Affine output() {
            return values.get(0);
        }

        private void select(List<Signal> signals) {
            var units = new ArrayList<Affine>();
            var terms = new ArrayList<List<Double>>();
            var names = new ArrayList<Signal>();
            for (var i = 0; i < values.size(); i += 2) {
                var start = units.size();
                var carried = values.get(i);
                var signal = signals.get(i);
                var factors = new ArrayList<Double>();
                if (i + 1 < values.size()) {
                    carried = values.get(i + 1).times(kind.factor(), kind.shift());
                    var sign = kind.selection().sign();
                    units.add(values.get(i).minus(carried).times(sign, 0));
                    factors.add((double) sign);
                    var selected = new Signal.Selected(kind.selection(), signal, signals.get(i + 1));
                    comparators.add(new FoundComparator.Comparison(layers.size(), selected.name()));
                    signal = selected;
                }
                if (kind == PlantedKind.ABSOLUTE) {
                    units.add(units.get(start).times(-1, 0));
                    factors.add(1.0);
                } else if (kind == PlantedKind.TWO_UNITS) {
                    units.add(carried.times(1, 1));
                    factors.add(1.0);
                } else {
                    units.add(carried);
                    units.add(carried.times(-1, 0));
                    factors.add(1.0);
                    factors.add(-1.0);
                }
                terms.add(factors);
                names.add(signal);
            }
            layers.add(units);
            values = new ArrayList<>();
            var at = 0;
            for (var factors : terms) {
                var weights = new double[units.size()];
                for (var factor : factors) {
                    weights[at++] = factor;
                }
                values.add(new Affine(weights, kind == PlantedKind.TWO_UNITS ? -1 : 0));
            }
            signals.clear();
            signals.addAll(names);
        }
    }
}
