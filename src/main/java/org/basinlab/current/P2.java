package org.basinlab.current;

import java.util.Locale;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;

/** Claims of P2 in the making. */
final class P2 {
    private P2() {}

    /** Reproduced if it holds, else not. */
    static Claim holds(
            String statement, Double published, Double ours, boolean holds, String because, Object... numbers) {
        return judged(
                statement, published, ours, holds ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED, because, numbers);
    }

    /** A number printed to so many significant digits: reproduced if ours is within half a unit of the last. */
    static Claim printed(
            String statement, double published, double unit, double ours, String because, Object... numbers) {
        return judged(
                statement,
                published,
                ours,
                Math.abs(ours - published) <= 0.5 * unit ? Verdict.REPRODUCED : Verdict.DIFFERS,
                because,
                numbers);
    }

    static Claim judged(
            String statement, Double published, Double ours, Verdict verdict, String because, Object... numbers) {
        return new Claim("P2", statement, published, ours, null, verdict, String.format(Locale.ROOT, because, numbers));
    }

    static Claim untested(String statement, String why) {
        return new Claim("P2", statement, null, null, null, Verdict.NOT_TESTED, why);
    }
}
