package org.basinlab.entropy;

import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;

/** Claims that the posts make by printing numbers. */
final class Printed {
    /** Fractions such as 2/27, computed along another way, agree to rounding. */
    private static final double ROUNDING = 1e-12;

    private Printed() {}

    /** Bits with one digit after the point: reproduced if ours rounds to them. */
    static Claim bits(String source, String statement, double published, double ours) {
        return Judged.printed(source, statement, published, 1, ours, "; it is %.5f", ours);
    }

    /** A table of nine probabilities: reproduced if all are ours. */
    static Claim cells(String source, String statement, double[] published, JointLaw ours, String remark) {
        var same = 0;
        for (var s = 0; s < published.length; s++) {
            if (Math.abs(published[s] - ours.of(s)) <= ROUNDING) {
                same++;
            }
        }
        return Judged.of(
                source,
                statement,
                (double) published.length,
                (double) same,
                same == published.length ? Verdict.REPRODUCED : Verdict.DIFFERS,
                "Reproduced if all nine printed probabilities are those that the rules give; %d are.%s",
                same,
                remark.isEmpty() ? "" : " " + remark);
    }
}
