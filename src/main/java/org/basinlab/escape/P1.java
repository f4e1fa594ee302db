package org.basinlab.escape;

import java.util.Locale;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;

/** Claims of P1 in the making. */
final class P1 {
    private P1() {}

    /** A number printed with so many digits after the point: reproduced if ours rounds to it. */
    static Claim printed(String statement, double published, int digits, double ours) {
        var format = "%." + digits + "f";
        var same = String.format(Locale.ROOT, format, ours).equals(String.format(Locale.ROOT, format, published));
        return new Claim(
                "P1",
                statement,
                published,
                ours,
                null,
                same ? Verdict.REPRODUCED : Verdict.DIFFERS,
                String.format(
                        Locale.ROOT,
                        "Reproduced if ours rounds to the published number; it is %." + (digits + 2) + "f",
                        ours));
    }

    /** Reproduced if it holds. */
    static Claim holds(String statement, Double published, Double ours, boolean holds, String because) {
        return judged(statement, published, ours, holds ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED, because);
    }

    static Claim judged(String statement, Double published, Double ours, Verdict verdict, String because) {
        return new Claim("P1", statement, published, ours, null, verdict, because);
    }

    /** The same, untested for a reason. */
    static Claim untested(Claim claim, String why) {
        return new Claim(claim.source(), claim.statement(), claim.published(), null, null, Verdict.NOT_TESTED, why);
    }
}
