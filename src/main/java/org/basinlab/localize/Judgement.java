package org.basinlab.localize;

import java.util.Locale;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.Interval;

/** What a rule says of a claim: our number, its interval, the verdict and why. */
record Judgement(Double ours, Interval ci95, Verdict verdict, String because) {
    /** This run cannot judge it. */
    static Judgement notTested(String because) {
        return new Judgement(null, null, Verdict.NOT_TESTED, because + ".");
    }

    /** A sentence with numbers in it, the same everywhere. */
    static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** How many intervals a run's verdicts rest on, in a sentence. */
    static String comparisons(int made) {
        return text("%d comparisons are made in this run, each at 95%%.", made);
    }
}
