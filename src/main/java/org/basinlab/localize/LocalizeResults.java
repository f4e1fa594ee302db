package org.basinlab.localize;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.basinlab.network.Activation;
import org.basinlab.stats.Association;
import org.basinlab.stats.Distribution;
import org.basinlab.stats.PairPlace;

/**
 * The experiment's own part of {@code findings.json}.
 *
 * @param replicas    activation by activation, in order of seed
 * @param summary     over those with the first activation that did not diverge
 * @param activations over those with each activation
 */
public record LocalizeResults(List<Replica> replicas, Summary summary, List<OfActivation> activations) {
    /**
     * Distributions over the replicas that did not diverge; of R^2 where nothing else is said.
     *
     * @param weights             all layers' weights
     * @param biases              all layers' biases
     * @param hiddenWeights       the hidden layers' weights
     * @param hiddenBiases        the hidden layers' biases
     * @param outputWeights       the output layer's weights
     * @param outputBiases        the output layer's biases
     * @param perPixelMean        of the mean correlation of a pixel
     * @param phase1Accuracy      of the accuracy in phase 1
     * @param diverged            how many replicas are not in it
     * @param publishedPercentile where the published values fall; null for fewer than two replicas, or where one has
     *                            no R^2
     * @param statistics          of measures of one's own
     */
    public record Summary(
            Distribution weights,
            Distribution biases,
            Distribution hiddenWeights,
            Distribution hiddenBiases,
            Distribution outputWeights,
            Distribution outputBiases,
            Distribution perPixelMean,
            Distribution phase1Accuracy,
            int diverged,
            Percentile publishedPercentile,
            Map<String, Distribution> statistics) {}

    /**
     * Where P4's pair falls among the replicas.
     *
     * @param weights share of them whose weights R^2 is below the published 0.28
     * @param biases  share whose biases R^2 is below the published 0.17
     * @param joint   share for which both are
     * @param depth   half-space depth of the pair of R^2 among theirs: 0 if it lies outside all of them, 1/2 at most
     * @param pJoint  that a further replica is as far from theirs as the published one, by Hotelling's T^2 of the two
     *                r; NaN for fewer than four
     */
    public record Percentile(double weights, double biases, double joint, double depth, double pJoint) {}

    /**
     * The replicas with one activation.
     *
     * @param activation its name
     * @param replicas   how many did not diverge
     * @param summary    their distributions
     * @param effect     how strong the correlation is, and how much of it is the neurons' own
     */
    public record OfActivation(String activation, int replicas, Summary summary, ActivationEffect effect) {}

    static LocalizeResults of(List<Replica> replicas, List<Activation> activations) {
        var whole = new LinkedHashMap<String, List<Replica>>();
        for (var activation : activations) {
            whole.put(activation.toString(), whole(replicas, activation.toString()));
        }
        var first = whole.get(activations.get(0).toString());
        var each = new ArrayList<OfActivation>();
        whole.forEach((activation, of) -> each.add(new OfActivation(
                activation, of.size(), summary(of, replicas, activation), ActivationEffect.of(of, first))));
        return new LocalizeResults(List.copyOf(replicas), each.get(0).summary(), each);
    }

    /** Those with an activation that did not diverge. */
    static List<Replica> whole(List<Replica> replicas, String activation) {
        return replicas.stream()
                .filter(replica -> !replica.diverged() && replica.activation().equals(activation))
                .toList();
    }

    private static Summary summary(List<Replica> whole, List<Replica> all, String activation) {
        var diverged = all.stream()
                .filter(r -> r.diverged() && r.activation().equals(activation))
                .count();
        return new Summary(
                r2(whole, Replica::weights),
                r2(whole, Replica::biases),
                r2(whole, Replica::hiddenWeights),
                r2(whole, Replica::hiddenBiases),
                r2(whole, Replica::outputWeights),
                r2(whole, Replica::outputBiases),
                distribution(
                        whole,
                        r -> r.perPixel() == null ? Double.NaN : r.perPixel().mean()),
                distribution(whole, r -> r.phase1().accuracy()),
                (int) diverged,
                percentile(whole),
                statistics(whole));
    }

    private static Map<String, Distribution> statistics(List<Replica> whole) {
        var statistics = new LinkedHashMap<String, Distribution>();
        if (!whole.isEmpty()) {
            for (var name : whole.get(0).statistics().keySet()) {
                statistics.put(name, distribution(whole, r -> r.statistics().get(name)));
            }
        }
        return statistics;
    }

    private static Percentile percentile(List<Replica> whole) {
        var weights = whole.stream().mapToDouble(r -> r.weights().r2()).toArray();
        var biases = whole.stream().mapToDouble(r -> r.biases().r2()).toArray();
        var n = weights.length;
        if (n < 2 || IntStream.range(0, n).anyMatch(i -> Double.isNaN(weights[i] + biases[i]))) {
            return null;
        }
        return new Percentile(
                share(n, i -> weights[i] < Published.WEIGHTS_R2),
                share(n, i -> biases[i] < Published.BIASES_R2),
                share(n, i -> weights[i] < Published.WEIGHTS_R2 && biases[i] < Published.BIASES_R2),
                PairPlace.of(weights, biases, Published.WEIGHTS_R2, Published.BIASES_R2)
                        .depth(),
                PairPlace.of(
                                whole.stream().mapToDouble(r -> r.weights().r()).toArray(),
                                whole.stream().mapToDouble(r -> r.biases().r()).toArray(),
                                Math.sqrt(Published.WEIGHTS_R2),
                                Math.sqrt(Published.BIASES_R2))
                        .p());
    }

    private static double share(int n, IntPredicate holds) {
        return (double) IntStream.range(0, n).filter(holds).count() / n;
    }

    private static Distribution r2(List<Replica> replicas, Function<Replica, Association> set) {
        return distribution(replicas, replica -> set.apply(replica).r2());
    }

    private static Distribution distribution(List<Replica> replicas, ToDoubleFunction<Replica> number) {
        return Distribution.of(replicas.stream().mapToDouble(number).toArray());
    }
}
