package org.basinlab.experiment;

import java.util.Locale;

/** Claims judged by the rules that are most common; the words of the rule take numbers as {@link String#format} does. */
public final class Judged {
    private Judged() {}

    /** Reproduced if it holds, else not. */
    public static Claim holds(
            String source,
            String statement,
            Double published,
            Double ours,
            boolean holds,
            String because,
            Object... numbers) {
        return of(
                source,
                statement,
                published,
                ours,
                holds ? Verdict.REPRODUCED : Verdict.NOT_REPRODUCED,
                because,
                numbers);
    }

    /** With a verdict found by another rule. */
    public static Claim of(
            String source,
            String statement,
            Double published,
            Double ours,
            Verdict verdict,
            String because,
            Object... numbers) {
        return new Claim(
                source, statement, published, ours, null, verdict, String.format(Locale.ROOT, because, numbers));
    }

    /** A number printed with so many digits after the point: reproduced if ours rounds to it, else it differs. */
    public static Claim printed(
            String source,
            String statement,
            double published,
            int digits,
            double ours,
            String because,
            Object... numbers) {
        return of(
                source,
                statement,
                published,
                ours,
                rounded(ours, digits).equals(rounded(published, digits)) ? Verdict.REPRODUCED : Verdict.DIFFERS,
                "Reproduced if ours rounds to the published number" + because,
                numbers);
    }

    /** Without the sign of what rounds to 0. */
    private static String rounded(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number).replaceFirst("^-(?=[0.]*$)", "");
    }
}
