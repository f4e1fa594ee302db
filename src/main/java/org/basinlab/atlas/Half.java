package org.basinlab.atlas;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.localize.Published;
import org.basinlab.stats.Equivalence;
import org.basinlab.stats.PairPlace;

/**
 * The networks of a setting that choose, or those that judge, against the published pair.
 *
 * @param n        networks used: those that learned and have both correlations
 * @param weights  mean R^2 over the weights, negative where r is
 * @param biases   mean R^2 over the biases, negative where r is
 * @param near     share of the networks with both R^2 within {@value PublishedPair#MARGIN} of the published ones
 * @param pFurther that one further network is as far from these as the published pair is, by Hotelling's T^2 of the two
 *                 r (see {@link PairPlace}); NaN below four networks
 * @param pMean    by which the mean pair is shown to be within {@value PublishedPair#MARGIN} of the published one in
 *                 both R^2 (see {@link Equivalence}); NaN below two networks
 */
public record Half(int n, double weights, double biases, double near, double pFurther, double pMean) {
    static Half of(List<Network> networks) {
        var usable = networks.stream().filter(Network::usable).toList();
        var weights = numbers(usable, Network::weightsSigned);
        var biases = numbers(usable, Network::biasesSigned);
        return new Half(
                usable.size(),
                mean(weights),
                mean(biases),
                near(usable),
                PairPlace.of(
                                numbers(usable, Network::weightsR),
                                numbers(usable, Network::biasesR),
                                Math.sqrt(Published.WEIGHTS_R2),
                                Math.sqrt(Published.BIASES_R2))
                        .p(),
                Math.max(
                        Equivalence.p(weights, Published.WEIGHTS_R2, PublishedPair.MARGIN),
                        Equivalence.p(biases, Published.BIASES_R2, PublishedPair.MARGIN)));
    }

    /**
     * Whether one network of the setting could be the published one: the pair is no further out than a further network
     * would be, or at least one network in twenty is within the margin of it.
     */
    boolean possible() {
        return pFurther > Judging.LEVEL || near >= Judging.LEVEL;
    }

    /** Share of these networks whose own pair is within the margin; NaN for none. */
    static double near(List<Network> usable) {
        return usable.stream()
                .mapToDouble(network ->
                        PublishedPair.distance(network.weightsSigned(), network.biasesSigned()) <= PublishedPair.MARGIN
                                ? 1
                                : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** How far the mean pair is from the published one. */
    double distance() {
        return PublishedPair.distance(weights, biases);
    }

    private static double mean(double[] values) {
        return StatUtils.mean(values);
    }

    private static double[] numbers(List<Network> networks, ToDoubleFunction<Network> number) {
        return networks.stream().mapToDouble(number).toArray();
    }
}
