package org.basinlab.neural;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.stats.Distribution;
import org.basinlab.stats.Interval;
import org.basinlab.stats.Moments;
import org.basinlab.stats.StudentInterval;

/**
 * Networks of several seeds, trained for several lengths, that model one system.
 *
 * @param name             of the system, in file names
 * @param system           what is modelled
 * @param networks         each with its numbers
 * @param trained          the longest training, steps
 * @param medianDifference of the networks trained longest: mean over seeds, nats
 * @param differenceCi95   of that mean; null for one seed
 * @param rank             of the same: mean over seeds; null where a curve does not vary
 * @param rankCi95         of that mean; null for one seed
 * @param oneStep          of the same: mean over seeds
 * @param oneStepSlope     of the same: mean over seeds
 * @param spread           of Op on the system over starts and times: from its 5% to its 95% quantile, nats
 * @param explained        over all networks, R^2 of the line of log medianDifference on log oneStep
 * @param explainedBySlope the same on log oneStepSlope
 */
public record ModelResult(
        String name,
        String system,
        List<ModelledOp> networks,
        int trained,
        double medianDifference,
        Interval differenceCi95,
        Double rank,
        Interval rankCi95,
        double oneStep,
        double oneStepSlope,
        double spread,
        double explained,
        double explainedBySlope) {
    static ModelResult of(Modelled system, List<ModelledOp> all, double[][] truth) {
        var longest = all.stream().mapToInt(ModelledOp::trained).max().orElseThrow();
        var best = all.stream().filter(n -> n.trained() == longest).toList();
        var difference = best.stream().mapToDouble(ModelledOp::medianDifference).toArray();
        var ranked = best.stream().allMatch(n -> n.rank() != null);
        var rank = ranked ? best.stream().mapToDouble(ModelledOp::rank).toArray() : null;
        var quantiles = Distribution.of(Arrays.stream(truth)
                        .flatMapToDouble(Arrays::stream)
                        .filter(Double::isFinite)
                        .toArray())
                .quantiles();
        return new ModelResult(
                system.toString(),
                system.label(),
                List.copyOf(all),
                longest,
                StatUtils.mean(difference),
                StudentInterval.ofMean(difference),
                ranked ? StatUtils.mean(rank) : null,
                ranked ? inside(StudentInterval.ofMean(rank)) : null,
                best.stream().mapToDouble(ModelledOp::oneStep).average().orElseThrow(),
                best.stream().mapToDouble(ModelledOp::oneStepSlope).average().orElseThrow(),
                quantiles.get("0.95") - quantiles.get("0.05"),
                explained(all, ModelledOp::oneStep),
                explained(all, ModelledOp::oneStepSlope));
    }

    /** What correlations can be. */
    private static Interval inside(Interval ci95) {
        return ci95 == null ? null : ci95.inside(-1, 1);
    }

    private static double explained(List<ModelledOp> all, ToDoubleFunction<ModelledOp> by) {
        var moments = Moments.NONE;
        for (var n : all) {
            moments = moments.plus(Math.log(by.applyAsDouble(n)), Math.log(n.medianDifference()));
        }
        var r = moments.correlation();
        return r * r;
    }
}
