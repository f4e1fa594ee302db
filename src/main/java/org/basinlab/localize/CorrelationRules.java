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
 * Rules for P4's correlations.
 *
 * <p>R^2 of a set of parameters, with the 95% interval of r: <em>reproduced</em> if the whole interval is above
 * 0 and R^2 within {@value #MARGIN} of the published one; else <em>not tested</em> if the interval holds the
 * published correlation, for then this run cannot tell; else <em>not reproduced</em> if it reaches 0 or below, so
 * that no positive correlation is shown; else <em>differs</em>. With one replica ours and the interval are its own;
 * with more, ours is the mean and the interval is where a further seed would fall, by Student's t.
 */
final class CorrelationRules {
    /** How far from the published R^2 still counts as equal. */
    static final double MARGIN = 0.05;

    private final List<Replica> whole;
    private final int comparisons;

    /**
     * Rules over replicas.
     *
     * @param whole       those in P4's setting that did not diverge
     * @param comparisons how many intervals the run's verdicts rest on
     */
    CorrelationRules(List<Replica> whole, int comparisons) {
        this.whole = whole;
        this.comparisons = comparisons;
    }

    Judgement squared(double published, ParameterSet set) {
        var rs = of(replica -> replica.association(set).r());
        var ours = StatUtils.mean(of(replica -> replica.association(set).r2()));
        var r = rs.length == 1 ? whole.get(0).association(set).ci95() : furtherSeed(rs);
        if (Double.isNaN(ours) || r == null) {
            return notTested("There is no R² here, or no interval of it");
        }
        var distance = Math.abs(ours - published);
        var verdict = verdict(r, distance, published);
        var because = switch (verdict) {
            case NOT_REPRODUCED ->
                "The interval reaches 0 and not the published value: no positive correlation is shown";
            case REPRODUCED -> text("Positive and within %.2f of the published value", MARGIN);
            case DIFFERS -> text("Positive, but %.2f from the published value, at most %.2f allowed", distance, MARGIN);
            case NOT_TESTED -> "Too uncertain to tell: the interval holds the published value, and ours is far from it";
        };
        var how = rs.length == 1 ? "one replica" : rs.length + " replicas, interval for a further seed";
        return new Judgement(
                ours,
                square(r),
                verdict,
                text(
                        "%s: ours %.3f (%s), r in [%.3f, %.3f]. %s",
                        because, ours, how, r.low(), r.high(), Judgement.comparisons(comparisons)));
    }

    private static Verdict verdict(Interval r, double distance, double published) {
        if (r.low() > 0 && distance <= MARGIN) {
            return Verdict.REPRODUCED;
        }
        // The published correlation is positive.
        if (r.contains(Math.sqrt(published))) {
            return Verdict.NOT_TESTED;
        }
        return r.low() <= 0 ? Verdict.NOT_REPRODUCED : Verdict.DIFFERS;
    }

    /** The biases are positively correlated with p below the published bound; medians over replicas. */
    Judgement biasesSignificant() {
        var p = StatUtils.percentile(of(replica -> replica.biases().pNaive()), 50);
        if (Double.isNaN(p)) {
            return notTested("There is no correlation here");
        }
        var below = p < Published.BIASES_P;
        var positive = StatUtils.percentile(of(replica -> replica.biases().r()), 50) > 0;
        var shuffled = whole.get(0).nulls() == null
                ? ""
                : text(
                        "; by shuffling neurons it is %.2g",
                        StatUtils.percentile(
                                of(r -> r.nulls().neurons().biases().p()), 50));
        return new Judgement(
                p,
                null,
                below && positive ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
                text(
                        "%s of p is %.2g, %s 0.0001%s%s.",
                        whole.size() == 1 ? "One replica's value" : "The replicas' median",
                        p,
                        below ? "below" : "not below",
                        positive ? "" : ", but of a correlation that is not positive",
                        shuffled));
    }

    /** Slightly stronger over the second half of phase 1 than over all of it: the gain in R^2 is surely above 0. */
    Judgement secondHalfStronger() {
        var gains = of(replica -> replica.wholePhase1().weightsGain().r2());
        var gain = StatUtils.mean(gains);
        var interval =
                gains.length == 1 ? whole.get(0).wholePhase1().weightsGain().ci95() : StudentInterval.ofMean(gains);
        if (Double.isNaN(gain) || interval == null) {
            return notTested("There is no difference of R² here, or no interval of it");
        }
        if (interval.low() == 0 && interval.high() == 0) {
            return notTested("All of phase 1 was tallied, so there is nothing to compare: leave --tally-from at 0.5");
        }
        var verdict = interval.low() > 0
                ? Verdict.REPRODUCED
                : interval.high() < 0 ? Verdict.NOT_REPRODUCED : Verdict.NOT_TESTED;
        return new Judgement(
                gain,
                interval,
                verdict,
                text(
                        "R² of the weights over the second half is %.3f %s than over all of phase 1 (%.3f)%s; of the biases"
                                + " %.3f %s. %s",
                        Math.abs(gain),
                        moreOrLess(gain),
                        StatUtils.mean(
                                of(replica -> replica.wholePhase1().weights().r2())),
                        verdict == Verdict.NOT_TESTED ? ", and the interval of the difference holds 0" : "",
                        Math.abs(biasesGain()),
                        moreOrLess(biasesGain()),
                        Judgement.comparisons(comparisons)));
    }

    private double biasesGain() {
        return StatUtils.mean(of(replica -> replica.wholePhase1().biasesGain().r2()));
    }

    private static String moreOrLess(double difference) {
        return difference < 0 ? "less" : "more";
    }

    private double[] of(ToDoubleFunction<Replica> number) {
        return whole.stream().mapToDouble(number).toArray();
    }

    private static Interval furtherSeed(double[] rs) {
        var interval = StudentInterval.ofFurther(rs);
        return interval == null ? null : interval.inside(-1, 1);
    }

    /** The values r^2 takes for r in an interval. */
    private static Interval square(Interval r) {
        var low = r.low() * r.low();
        var high = r.high() * r.high();
        return new Interval(r.contains(0) ? 0 : Math.min(low, high), Math.max(low, high));
    }
}
