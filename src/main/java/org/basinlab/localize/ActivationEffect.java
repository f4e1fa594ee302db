package org.basinlab.localize;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.stats.Interval;
import org.basinlab.stats.StudentInterval;

/**
 * How strong the correlation is with an activation, over replicas, and how much of it is the neurons' own: r less
 * the mean of r when tallies are dealt out among the neurons (see {@link Nulls}).
 *
 * @param weightsR      r over the weights
 * @param biasesR       r over the biases
 * @param weightsExcess r over the weights, less the null's mean; without nulls NaN
 * @param biasesExcess  the same for the biases
 * @param againstFirst  the differences from the first activation; null for the first
 */
public record ActivationEffect(
        Estimate weightsR, Estimate biasesR, Estimate weightsExcess, Estimate biasesExcess, Differences againstFirst) {
    /**
     * A mean over replicas.
     *
     * @param mean NaN where there is none
     * @param ci95 of the mean, by Student's t; null below two replicas
     */
    public record Estimate(double mean, Interval ci95) {}

    /** This activation less the first, paired by seed. */
    public record Differences(
            Difference weightsR, Difference biasesR, Difference weightsExcess, Difference biasesExcess) {}

    /**
     * A mean difference.
     *
     * @param mean    over the seeds for which neither diverged
     * @param ci95    of the mean, by Student's t over the pairs; null below two
     * @param hedgesG the difference in units of the pooled standard deviation over seeds, corrected for small samples
     *                (Hedges 1981); NaN below two
     * @param pairs   seeds used
     */
    public record Difference(double mean, Interval ci95, double hedgesG, int pairs) {}

    static ActivationEffect of(List<Replica> ours, List<Replica> first) {
        return new ActivationEffect(
                estimate(ours, ActivationEffect::weightsR, 1),
                estimate(ours, ActivationEffect::biasesR, 1),
                estimate(ours, ActivationEffect::weightsExcess, 2),
                estimate(ours, ActivationEffect::biasesExcess, 2),
                ours == first
                        ? null
                        : new Differences(
                                difference(ours, first, ActivationEffect::weightsR),
                                difference(ours, first, ActivationEffect::biasesR),
                                difference(ours, first, ActivationEffect::weightsExcess),
                                difference(ours, first, ActivationEffect::biasesExcess)));
    }

    private static double weightsR(Replica replica) {
        return replica.weights().r();
    }

    private static double biasesR(Replica replica) {
        return replica.biases().r();
    }

    static double weightsExcess(Replica replica) {
        return replica.nulls() == null
                ? Double.NaN
                : replica.weights().r() - replica.nulls().neurons().weights().mean();
    }

    static double biasesExcess(Replica replica) {
        return replica.nulls() == null
                ? Double.NaN
                : replica.biases().r() - replica.nulls().neurons().biases().mean();
    }

    /** Of a number from {@code -most} to {@code most}; Student's interval knows of no such bounds. */
    private static Estimate estimate(List<Replica> replicas, ToDoubleFunction<Replica> number, double most) {
        var values = replicas.stream().mapToDouble(number).toArray();
        var interval = StudentInterval.ofMean(values);
        return new Estimate(StatUtils.mean(values), interval == null ? null : interval.inside(-most, most));
    }

    static Difference difference(List<Replica> ours, List<Replica> first, ToDoubleFunction<Replica> number) {
        var pairs = ours.stream()
                .flatMap(a -> first.stream().filter(b -> b.seed() == a.seed()).map(b ->
                        new double[] {number.applyAsDouble(a), number.applyAsDouble(b)}))
                .toList();
        var x = pairs.stream().mapToDouble(pair -> pair[0]).toArray();
        var y = pairs.stream().mapToDouble(pair -> pair[1]).toArray();
        var differences = pairs.stream().mapToDouble(pair -> pair[0] - pair[1]).toArray();
        return new Difference(
                StatUtils.mean(differences), StudentInterval.ofMean(differences), hedgesG(x, y), pairs.size());
    }

    private static double hedgesG(double[] x, double[] y) {
        if (x.length < 2) {
            return Double.NaN;
        }
        var pooled = Math.sqrt((StatUtils.variance(x) + StatUtils.variance(y)) / 2);
        var freedom = 2.0 * x.length - 2;
        return (StatUtils.mean(x) - StatUtils.mean(y)) / pooled * (1 - 3 / (4 * freedom - 1));
    }
}
