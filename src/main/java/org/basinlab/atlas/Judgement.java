package org.basinlab.atlas;

import java.util.Locale;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.Interval;

/** What a rule says of a claim: our number, its interval, the verdict and why. */
record Judgement(Double ours, Interval ci95, Verdict verdict, String because) {
    /** A sentence with numbers in it, the same everywhere; what is 0 but for rounding has no sign. */
    static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments).replaceAll("-(0\\.0+)(?!\\d)", "$1");
    }

    /** The claim of P4 that it is about. */
    Claim claim(String statement) {
        return new Claim("P4", statement, null, ours, ci95, verdict, because);
    }
}
