package org.basinlab.knowledge.setting;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.Interval;
import org.basinlab.stats.StudentInterval;

/**
 * A number over replicas, which differ in their seeds: its mean, with Student's intervals for it.
 *
 * @param mean    NaN where no replica has the number
 * @param ci95    null below two replicas
 * @param judged  the interval that verdicts rest on, at 1 - 0.05 / m for m comparisons (Bonferroni), so that all m hold
 *                together at 95%; null below two replicas
 * @param n       replicas that have it
 */
public record Estimate(double mean, Interval ci95, Interval judged, int n) {
    /**
     * From a number a replica; NaNs are left out.
     *
     * @param comparisons m, fixed before the run
     */
    public static Estimate of(double[] values, int comparisons) {
        var there = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        return new Estimate(
                there.length == 0 ? Double.NaN : StatUtils.mean(there),
                StudentInterval.ofMean(there),
                StudentInterval.ofMean(there, 0.05 / comparisons),
                there.length);
    }

    /**
     * Whether there is an effect above 0, at least as large as a margin fixed before the run: reproduced if the interval
     * is above 0 and the mean at least the margin; differs if it is above 0 and the mean less; not reproduced if the
     * interval reaches 0 and stays below the margin; else not tested, for then these replicas cannot tell.
     */
    public Verdict above(double margin) {
        if (judged == null) {
            return Verdict.NOT_TESTED;
        }
        if (judged.low() > 0) {
            return mean >= margin ? Verdict.REPRODUCED : Verdict.DIFFERS;
        }
        return judged.high() < margin ? Verdict.NOT_REPRODUCED : Verdict.NOT_TESTED;
    }

    /** The words of {@link #above}, for a claim's reason. */
    public static String rule(double margin, int comparisons) {
        return "Reproduced if above 0 and at least " + margin
                + ", differs if above 0 but less, not reproduced if surely less; " + comparisons
                + " comparisons, intervals at 95% for all together";
    }
}
