package org.basinlab.knowledge.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.knowledge.match.Matching.Pair;

/**
 * What is drawn of two networks that differ in their seed.
 *
 * @param size    pairs
 * @param alike   correlation of signatures of updates, units of both in the order of their pairs, the most alike first,
 *                [pair x pair]
 * @param ones    damage of the one network's units, pair by pair and class by class, less the class's mean
 * @param others  of their partners
 * @param weights into the units of the best pairs, first all of the one network, then all of the other; then what
 *                training has changed of them, likewise; each over the largest there is in size
 * @param similarities of the best pairs' signatures
 */
record Shown(
        int size, double[] alike, double[] ones, double[] others, List<double[]> weights, List<Double> similarities) {
    /** Pairs whose weights are drawn. */
    static final int BEST = 8;

    static Shown of(Learned one, Learned other, Similarity byUpdates, Matching matching) {
        var pairs = matching.pairs().stream()
                .sorted(Comparator.comparingDouble((Pair p) -> -byUpdates.at(p.one(), p.other()))
                        .thenComparingInt(Pair::one))
                .toList();
        var size = pairs.size();
        var alike = new double[size * size];
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < size; j++) {
                alike[i * size + j] =
                        byUpdates.at(pairs.get(i).one(), pairs.get(j).other());
            }
        }
        var ones = Ablation.centred(one.ablation().damage());
        var others = Ablation.centred(other.ablation().damage());
        var classes = ones[0].length;
        var first = new double[size * classes];
        var second = new double[size * classes];
        for (var p = 0; p < size; p++) {
            System.arraycopy(ones[pairs.get(p).one()], 0, first, p * classes, classes);
            System.arraycopy(others[pairs.get(p).other()], 0, second, p * classes, classes);
        }
        var best = pairs.stream().limit(BEST).toList();
        var weights = new ArrayList<double[]>();
        best.forEach(p -> weights.add(picture(one.weights(p.one()))));
        best.forEach(p -> weights.add(picture(other.weights(p.other()))));
        best.forEach(p -> weights.add(picture(changes(one, p.one()))));
        best.forEach(p -> weights.add(picture(changes(other, p.other()))));
        return new Shown(
                size,
                alike,
                first,
                second,
                weights,
                best.stream().map(p -> byUpdates.at(p.one(), p.other())).toList());
    }

    private static double[] changes(Learned network, int unit) {
        return IntStream.range(0, network.parameters().spec().inputs())
                .mapToDouble(i -> network.change(unit, i))
                .toArray();
    }

    /** From 0, the largest in size below zero, to 1, the same above. */
    private static double[] picture(double[] weights) {
        var most = 0.0;
        for (var weight : weights) {
            most = Math.max(most, Math.abs(weight));
        }
        var picture = weights.clone();
        for (var i = 0; i < picture.length; i++) {
            picture[i] = most > 0 ? 0.5 + 0.5 * picture[i] / most : 0.5;
        }
        return picture;
    }
}
