package org.basinlab.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.basinlab.network.Parameters;
import org.basinlab.stats.Moments;

/**
 * Looks for comparators, max(a, b) = (a + b)/2 + |a - b|/2, in a ReLU network of any depth, on a domain given as points.
 *
 * <p>A ReLU network is the same function when its units change places and when a unit's (w, b, v) becomes
 * (c w, c b, v / c), c positive; so everything here is made of what stays the same. Unit u bends the function where its
 * preactivation z_u(x) is 0. It compares the signals a and b if z_u is proportional to a - b, and the angle between the two
 * as functions, cos = |sum z d| / sqrt(sum z^2 sum d^2) over the points, holds direction, bias and everything else that z
 * may read in one number. Signals are the inputs and, from the second layer on, max and min of what earlier layers
 * compare. All units at one comparison are one comparator: relu(A-B) + relu(B) - relu(-B), relu(B-A) + A and half of both
 * have the same bend, and the linear rest is carried by whatever carries it.
 *
 * <p>A comparator's share of the bending is E_c / (E_c + E_rest), E the mean square of the effect of a set of bends on the
 * outputs ({@link ReluTrace}): of the comparator's units together, and of all units together that are at no comparison. Other
 * comparators are no part of it, so each of the four in max of eight has share 1.
 *
 * <p>What can go wrong: where two inputs are all there are, one unit in a random direction is within 5 degrees of a - b
 * with probability 1/18 if it has no bias, and nothing in its weights says that nobody meant it. A layer that bends in two
 * places near a comparison, one on either side, in place of one bend on it, is not found when both are further than the
 * tolerance. Effects are of first order: what later layers do with a large change is not seen.
 */
public final class Detector {
    /** Of the energies of single bends: what is left of bends that cancel by less than this is rounding. */
    private static final double CANCELLED = 1e-20;

    private static final Comparator<FoundComparator> BEST_FIRST = Comparator.comparingDouble(FoundComparator::score)
            .reversed()
            .thenComparing(c -> c.selected().name());

    private final Tolerances tolerances;

    /** With these tolerances. */
    public Detector(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    /**
     * Looks.
     *
     * @param network with dense ReLU layers and a linear output layer
     * @param domain  points that stand for it
     * @param judged  other points of it, on which what was found is compared with the network
     */
    public Detection in(Parameters network, Cloud domain, Cloud judged) {
        var layers = layers(ReluTrace.of(network, domain));
        var comparators = layers.stream().flatMap(l -> l.found().stream()).toList();
        var outputs = List.of(ReluTrace.outputs(network, judged));
        var bends = new LinkedHashMap<String, Signal.Selected>();
        comparators.forEach(
                c -> bends.putIfAbsent(c.selected().with(Selection.MAX).name(), c.selected()));
        return new Detection(
                comparators,
                layers.stream().map(Layer::bending).toList(),
                composition(comparators, outputs, judged),
                Rebuilt.of(outputs, judged, List.copyOf(bends.values())));
    }

    /** The comparators alone. */
    List<FoundComparator> comparators(ReluTrace trace) {
        return layers(trace).stream().flatMap(l -> l.found().stream()).toList();
    }

    private record Layer(List<FoundComparator> found, double bending) {}

    private List<Layer> layers(ReluTrace trace) {
        var signals = new LinkedHashSet<Signal>();
        for (var i = 0; i < trace.cloud().inputs(); i++) {
            signals.add(new Signal.Input(i));
        }
        var layers = new ArrayList<Layer>();
        for (var l = 0; l < trace.layers(); l++) {
            var layer = layer(trace, l, List.copyOf(signals));
            layers.add(layer);
            for (var found : layer.found().stream().limit(tolerances.carried()).toList()) {
                signals.add(found.selected().with(Selection.MAX));
                signals.add(found.selected().with(Selection.MIN));
            }
        }
        return layers;
    }

    private Layer layer(ReluTrace trace, int l, List<Signal> signals) {
        var candidates = Candidates.of(signals, trace.cloud(), tolerances.minority());
        var groups = new TreeMap<Integer, Map<Integer, Double>>();
        var rest = new ArrayList<Integer>();
        for (var u = 0; u < trace.units(l); u++) {
            var z = trace.preactivation(l, u);
            var nearest = Candidates.changesSide(z, tolerances.minority()) ? candidates.nearest(z) : null;
            if (nearest != null && nearest.index() >= 0 && nearest.angle() <= tolerances.angle()) {
                groups.computeIfAbsent(nearest.index(), g -> new TreeMap<>()).put(u, nearest.angle());
            } else {
                rest.add(u);
            }
        }
        var elsewhere = energy(trace.effect(l, rest));
        var found = new ArrayList<FoundComparator>();
        var together = new ArrayList<Integer>();
        groups.forEach((g, angles) -> {
            var effect = trace.effect(l, angles.keySet());
            var own = energy(effect);
            var alone = angles.keySet().stream()
                    .collect(Collectors.toMap(u -> u, u -> energy(trace.effect(l, List.of(u)))));
            var share = own > CANCELLED * sum(alone.values()) ? own / (own + elsewhere) : 0;
            if (share >= tolerances.share()) {
                var angle = angle(angles, alone);
                var off = angle / tolerances.angle();
                found.add(new FoundComparator(
                        l,
                        candidates
                                .comparisons()
                                .get(g)
                                .with(kept(effect, candidates.differences().get(g))),
                        angle,
                        share,
                        share * (1 - off * off),
                        List.copyOf(angles.keySet())));
                together.addAll(angles.keySet());
            }
        });
        found.sort(BEST_FIRST);
        var own = energy(trace.effect(l, together));
        return new Layer(found, own > 0 ? own / (own + elsewhere) : 0);
    }

    private static double energy(double[] effect) {
        var sum = 0.0;
        for (var e : effect) {
            sum += e * e;
        }
        return sum / effect.length;
    }

    /** Root mean square over units, weighed by what each bends by itself. */
    private static double angle(Map<Integer, Double> angles, Map<Integer, Double> weights) {
        var squares = angles.entrySet().stream()
                .map(unit -> weights.get(unit.getKey()) * unit.getValue() * unit.getValue())
                .toList();
        return Math.sqrt(sum(squares) / sum(weights.values()));
    }

    private static double sum(Collection<Double> numbers) {
        return numbers.stream().mapToDouble(n -> n).sum();
    }

    /** By the sign of the bend at the output where it is largest. */
    private static Selection kept(double[] effect, double[] difference) {
        var bend = ReluTrace.bend(difference);
        var strongest = 0.0;
        for (var from = 0; from < effect.length; from += bend.length) {
            var along = 0.0;
            for (var p = 0; p < bend.length; p++) {
                along += effect[from + p] * bend[p];
            }
            strongest = Math.abs(along) > Math.abs(strongest) ? along : strongest;
        }
        return strongest >= 0 ? Selection.MAX : Selection.MIN;
    }

    private Composition composition(List<FoundComparator> found, List<double[]> outputs, Cloud cloud) {
        Composition best = null;
        for (var comparator : found) {
            var root = comparator.selected();
            if (root.isAll(root.selection())) {
                var explains = explains(root.at(cloud), outputs);
                var tree = new Composition(root, explains, explains >= tolerances.whole());
                if (best == null
                        || tree.leaves().size() > best.leaves().size()
                        || tree.leaves().size() == best.leaves().size() && explains > best.explains()) {
                    best = tree;
                }
            }
        }
        return best;
    }

    /** The largest squared correlation with an output. */
    private static double explains(double[] root, List<double[]> outputs) {
        var most = 0.0;
        for (var output : outputs) {
            var sums = Moments.NONE;
            for (var p = 0; p < root.length; p++) {
                sums = sums.plus(root[p], output[p]);
            }
            var r = sums.correlation();
            most = Double.isNaN(r) ? most : Math.max(most, r * r);
        }
        return most;
    }
}
