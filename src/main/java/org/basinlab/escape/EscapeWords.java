package org.basinlab.escape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.operator.EscapeTimeFit;

/** An escape run's numbers for people. */
final class EscapeWords {
    private EscapeWords() {}

    static String headline(EscapeConfig config, EscapeResults results) {
        var last = results.rows().get(results.rows().size() - 1);
        var law = results.law() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        " By large deviations the logarithm of the escape time goes as %.3f / T as T falls to 0; its slope by 1 / T"
                                + " is %.3f at T = %.2g.",
                        results.law().action(),
                        results.law().slopes().get(0).slope(),
                        results.law().slopes().get(0).temperature());
        return String.format(
                        Locale.ROOT,
                        "At T = %s SGD has left the pit after %d steps with probability %s (%s).",
                        last.temperature(),
                        last.steps(),
                        brief(last.atEnd()),
                        last.method())
                + law;
    }

    /** A probability in few digits. */
    static String brief(double p) {
        return p == 0 || p >= 0.001 ? String.format(Locale.ROOT, "%.4f", p) : String.format(Locale.ROOT, "%.3g", p);
    }

    static EscapeResults.LawFit fit(EscapeTimeFit fit) {
        return new EscapeResults.LawFit(
                fit.law().name().toLowerCase(Locale.ROOT),
                Arrays.stream(fit.coefficients()).boxed().toList(),
                fit.residualSd(),
                fit.holdsFrom(),
                fit.holdsTo());
    }

    static List<KeyNumbers> numbers(EscapeResults results) {
        var tables = new ArrayList<KeyNumbers>();
        tables.add(new KeyNumbers(
                String.format(
                        Locale.ROOT, "Probability of W > %.7g, from W = %.7g", results.barrier(), results.start()),
                List.of("T", "steps", "method", "at the end", "ever", "95% low", "95% high", "error", "overflowed"),
                results.rows().stream()
                        .map(r -> KeyNumbers.row(
                                r.temperature(),
                                r.steps(),
                                r.method(),
                                r.atEnd(),
                                r.ever(),
                                r.ci95() == null ? null : r.ci95().low(),
                                r.ci95() == null ? null : r.ci95().high(),
                                r.error(),
                                r.overflowed()))
                        .toList()));
        tables.add(rates(results));
        if (results.law() != null) {
            tables.add(laws(results.law()));
        }
        return tables;
    }

    private static KeyNumbers rates(EscapeResults results) {
        var columns = new ArrayList<>(
                List.of("T", "1 / mean first passage", "its error", "1 - eigenvalue", "the eigenvalue's error"));
        var reasons = results.rates().stream().anyMatch(r -> r.because() != null);
        if (reasons) {
            columns.add("remark");
        }
        return new KeyNumbers(
                String.format(Locale.ROOT, "Escape a step, to W > %.7g, by the operator", results.rateBarrier()),
                columns,
                results.rates().stream()
                        .map(r -> KeyNumbers.row(
                                        r.temperature(),
                                        r.rateFirstPassage(),
                                        r.rateFirstPassageError(),
                                        r.rateEigenvalue(),
                                        r.rateEigenvalueError(),
                                        r.because())
                                .subList(0, columns.size()))
                        .toList());
    }

    private static KeyNumbers laws(EscapeResults.Law law) {
        return new KeyNumbers(
                String.format(
                        Locale.ROOT,
                        "log(mean escape time) by T: A = %.4f for this noise, %.4f were it Gaussian; the slope"
                                + " d log(time) / d(1/T) at T = 0, by a line through the three lowest: %.3f",
                        law.action(),
                        law.gaussianAction(),
                        law.slopeAtZero()),
                List.of("law", "first coefficient", "second", "residual sd", "within 10% from T", "to T"),
                Stream.concat(
                                law.fits().stream().map(fit -> row(fit, "")),
                                law.lowestFits().stream().map(fit -> row(fit, ", lowest " + Escape.LOW)))
                        .toList());
    }

    private static List<Object> row(EscapeResults.LawFit fit, String where) {
        return KeyNumbers.row(
                words(fit.law()) + where,
                fit.coefficients().get(0),
                fit.coefficients().get(1),
                fit.residualSd(),
                fit.holdsFrom(),
                fit.holdsTo());
    }

    static String words(String law) {
        return switch (law) {
            case "linear" -> "a + b T";
            case "reciprocal" -> "a + b / T";
            default -> "A / T + a + c log T";
        };
    }
}
