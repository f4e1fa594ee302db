package org.basinlab.localize;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.basinlab.stats.Association;
import org.basinlab.stats.Distribution;

/**
 * The experiment's own part of {@code findings.json}.
 *
 * @param replicas in order of seed
 * @param summary  over those that did not diverge
 */
public record LocalizeResults(List<Replica> replicas, Summary summary) {
    /**
     * R^2 over the replicas that did not diverge.
     *
     * @param weights             both layers' weights
     * @param biases              both layers' biases
     * @param diverged            how many replicas are not in it
     * @param publishedPercentile where the published values fall; null for fewer than two replicas, or where one has
     *                            no R^2
     */
    public record Summary(Distribution weights, Distribution biases, int diverged, Percentile publishedPercentile) {}

    /**
     * Shares of the replicas, from 0 to 1.
     *
     * @param weights whose weights R^2 is below the published 0.28
     * @param biases  whose biases R^2 is below the published 0.17
     * @param joint   for which both are
     */
    public record Percentile(double weights, double biases, double joint) {}

    static LocalizeResults of(List<Replica> replicas) {
        var whole = replicas.stream().filter(replica -> !replica.diverged()).toList();
        var weights = r2(whole, Replica::weights);
        var biases = r2(whole, Replica::biases);
        var defined = IntStream.range(0, weights.length)
                .filter(i -> !Double.isNaN(weights[i]) && !Double.isNaN(biases[i]))
                .count();
        return new LocalizeResults(
                List.copyOf(replicas),
                new Summary(
                        Distribution.of(weights),
                        Distribution.of(biases),
                        replicas.size() - whole.size(),
                        defined < 2 || defined < weights.length ? null : percentile(weights, biases)));
    }

    private static Percentile percentile(double[] weights, double[] biases) {
        double w = 0;
        double b = 0;
        double both = 0;
        for (var i = 0; i < weights.length; i++) {
            var below = weights[i] < Published.WEIGHTS_R2;
            var belowToo = biases[i] < Published.BIASES_R2;
            w += below ? 1 : 0;
            b += belowToo ? 1 : 0;
            both += below && belowToo ? 1 : 0;
        }
        return new Percentile(w / weights.length, b / weights.length, both / weights.length);
    }

    private static double[] r2(List<Replica> replicas, Function<Replica, Association> set) {
        return replicas.stream().mapToDouble(replica -> set.apply(replica).r2()).toArray();
    }
}
