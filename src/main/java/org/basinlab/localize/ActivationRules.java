package org.basinlab.localize;

import static org.basinlab.localize.Judgement.notTested;
import static org.basinlab.localize.Judgement.text;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.Interval;
import org.basinlab.stats.StudentInterval;

/**
 * Rules for "only a ReLU-like activation": softplus against sigmoid, paired by seed.
 *
 * <p>By the 95% interval of its mean over the seeds, a correlation is <em>none</em> where all of the interval has an
 * R^2 of at most {@value #NONE_R2}, and an own part of one where the interval holds 0. <em>Reproduced</em>: softplus'
 * is surely above sigmoid's, and sigmoid's is none. <em>Not reproduced</em>: sigmoid's is surely positive and more
 * than none, or it is none and softplus' surely below it. <em>Differs</em>: softplus' is surely above sigmoid's, which
 * is surely negative and more than none. Where the intervals leave it open, <em>not tested</em>.
 */
final class ActivationRules {
    /** R^2 that counts as none. */
    static final double NONE_R2 = CorrelationRules.MARGIN;

    private final List<Replica> softplus;
    private final List<Replica> sigmoid;
    private final int comparisons;

    /**
     * Rules over replicas that did not diverge.
     *
     * @param comparisons how many intervals the run's verdicts rest on
     */
    ActivationRules(List<Replica> softplus, List<Replica> sigmoid, int comparisons) {
        this.softplus = softplus;
        this.sigmoid = sigmoid;
        this.comparisons = comparisons;
    }

    /** The correlation over the weights as it stands. */
    Judgement onlyReluLike() {
        var r2 = StatUtils.mean(
                sigmoid.stream().mapToDouble(r -> r.weights().r2()).toArray());
        return judged(
                r -> r.weights().r(),
                Math.sqrt(NONE_R2),
                text(
                        "Softplus' r over the weights less sigmoid's; sigmoid's R² is %.3f, and an interval below %.2f counts"
                                + " as none",
                        r2, NONE_R2));
    }

    /** Of the correlation over the weights, what is the neurons' own: r less the mean of r with neurons shuffled. */
    Judgement onlyReluLikeOfOwnPart() {
        if (softplus.stream().anyMatch(r -> r.nulls() == null)) {
            return notTested("No null was drawn: give --null-draws");
        }
        var ours = mean(softplus, ActivationEffect::weightsExcess);
        var theirs = mean(sigmoid, ActivationEffect::weightsExcess);
        return judged(
                ActivationEffect::weightsExcess,
                0,
                text(
                        "Of r over the weights, %.3f with softplus and %.3f with sigmoid, shuffling the neurons leaves all but"
                                + " %.4f and %.4f; the second counts as none if its interval holds 0",
                        mean(softplus, r -> r.weights().r()),
                        mean(sigmoid, r -> r.weights().r()),
                        ours,
                        theirs));
    }

    /** @param margin what counts as none on either side of 0; with 0, an interval that holds it */
    private Judgement judged(ToDoubleFunction<Replica> measure, double margin, String numbers) {
        if (sigmoid.isEmpty()) {
            return notTested("Sigmoid was not run: give --activation softplus,sigmoid");
        }
        var difference = ActivationEffect.difference(softplus, sigmoid, measure);
        var theirs =
                StudentInterval.ofMean(sigmoid.stream().mapToDouble(measure).toArray());
        if (difference.ci95() == null || theirs == null) {
            return notTested("One seed is no sample, nor is one without a correlation: give more --replicas");
        }
        return new Judgement(
                difference.mean(),
                difference.ci95(),
                verdict(theirs, margin, difference.ci95()),
                text(
                        "%s (%d seeds, difference paired by seed, Hedges' g %.1f). %s",
                        numbers, difference.pairs(), difference.hedgesG(), Judgement.comparisons(comparisons)));
    }

    private static Verdict verdict(Interval theirs, double margin, Interval difference) {
        var none = margin == 0 ? theirs.contains(0) : -margin <= theirs.low() && theirs.high() <= margin;
        if (theirs.low() > margin || none && difference.high() < 0) {
            return Verdict.NOT_REPRODUCED;
        }
        if (difference.low() > 0 && none) {
            return Verdict.REPRODUCED;
        }
        return difference.low() > 0 && theirs.high() < -margin ? Verdict.DIFFERS : Verdict.NOT_TESTED;
    }

    private static double mean(List<Replica> replicas, ToDoubleFunction<Replica> number) {
        return StatUtils.mean(replicas.stream().mapToDouble(number).toArray());
    }
}
