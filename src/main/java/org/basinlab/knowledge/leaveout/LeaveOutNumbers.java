package org.basinlab.knowledge.leaveout;

import static org.basinlab.experiment.KeyNumbers.row;
import static org.basinlab.knowledge.leaveout.LeaveOutResult.CLASSES;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Left;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Score;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.stats.Interval;

/** What to look at first. */
public final class LeaveOutNumbers {
    private LeaveOutNumbers() {}

    /** In one sentence. */
    public static String headline(LeaveOutResult r) {
        if (r.diverged() == r.replicas()) {
            return "Every training ran away, so nothing can be said of what leaving out does: give a smaller --learning-rate.";
        }
        if (Double.isNaN(r.classes().mean())) {
            return "Leaving classes out changed nothing, or nothing was updated, so there is nothing to be told: give another"
                    + " --learning-rate or --activation.";
        }
        var best = best(r, CLASSES);
        return text(
                "How much a class updated a weight and how much leaving the class out changes it have rank correlation %s over %s"
                        + " (of the stroke %.2f), %.2f at like total update size; the tenth of the weights with the largest tallies"
                        + " holds %.0f%% of the change's energy; the class's mean input alone gives %.2f, and what predicts best is"
                        + " the %s (%.2f).",
                about(r.classes()),
                r.classes().n() == 1 ? "1 replica" : r.classes().n() + " replicas",
                r.edit().mean(),
                r.partial().mean(),
                10 * (1 + r.lift().mean()),
                r.score(CLASSES, Predictor.INPUT, Level.HIDDEN_WEIGHTS)
                        .spearman()
                        .mean(),
                best.predictor(),
                best.spearman().mean());
    }

    /** The predictor of hidden weights with the greatest mean. */
    static Score best(LeaveOutResult r, String element) {
        return Arrays.stream(Predictor.values())
                .map(p -> r.score(element, p, Level.HIDDEN_WEIGHTS))
                .filter(s -> !Double.isNaN(s.spearman().mean()))
                .max(Comparator.comparingDouble(s -> s.spearman().mean()))
                .orElseGet(() -> r.score(element, Predictor.TALLY, Level.HIDDEN_WEIGHTS));
    }

    /** For the console and the report. */
    public static List<KeyNumbers> of(LeaveOutResult r) {
        var edit = r.editName();
        return List.of(
                new KeyNumbers(
                        "What tells where leaving out shows (rank correlation with the change; means over replicas)",
                        List.of(
                                "predictor",
                                "classes: weights",
                                "95% interval",
                                "biases",
                                "output weights",
                                "units",
                                "pixels",
                                edit + ": weights",
                                "95% interval"),
                        Arrays.stream(Predictor.values())
                                .map(p -> row(
                                        p.toString(),
                                        mean(r, CLASSES, p, Level.HIDDEN_WEIGHTS),
                                        interval(r.score(CLASSES, p, Level.HIDDEN_WEIGHTS)
                                                .spearman()),
                                        mean(r, CLASSES, p, Level.HIDDEN_BIASES),
                                        mean(r, CLASSES, p, Level.OUTPUT_WEIGHTS),
                                        mean(r, CLASSES, p, Level.UNITS),
                                        mean(r, CLASSES, p, Level.PIXELS),
                                        mean(r, edit, p, Level.HIDDEN_WEIGHTS),
                                        interval(r.score(edit, p, Level.HIDDEN_WEIGHTS)
                                                .spearman())))
                                .toList()),
                new KeyNumbers(
                        "The own tally over hidden weights",
                        List.of("question", "mean", "95% interval", "replicas"),
                        List.of(
                                answer("classes: rank correlation with the change", r.classes()),
                                answer("classes: own tally less other classes'", r.specificity()),
                                answer("classes: given the total update size", r.partial()),
                                answer(
                                        "classes: given that and the empirical Fisher information",
                                        r.partialGivenFisher()),
                                answer("classes: given the class's mean input", r.partialGivenInput()),
                                answer("classes: relative, as P4 (Pearson)", r.relative()),
                                answer("classes: lift of the tenth with the largest tally", r.lift()),
                                answer("classes: lift of the tenth with the largest own share", r.liftByShare()),
                                answer(edit + ": rank correlation with the change", r.edit()),
                                answer(edit + ": given the total update size", r.editPartial()),
                                answer(edit + ": lift of the tenth with the largest tally", r.editLift()))),
                new KeyNumbers(
                        "Each element",
                        List.of(
                                "left out",
                                "images",
                                "own tally",
                                "given total",
                                "best predictor",
                                "its correlation",
                                "energy in a tenth"),
                        r.elements().stream().map(e -> element(r, e)).toList()),
                new KeyNumbers(
                        "Cases with a known answer",
                        List.of("case", "kind", "found", "passed"),
                        r.controls().stream()
                                .map(c -> row(c.name(), c.kind(), c.found().mean(), c.passed() ? "yes" : "no"))
                                .toList()));
    }

    private static List<Object> element(LeaveOutResult r, Left e) {
        var best = best(r, e.name());
        return row(
                e.name(),
                e.images(),
                mean(r, e.name(), Predictor.TALLY, Level.HIDDEN_WEIGHTS),
                orNull(r.partials().get(r.elements().indexOf(e)).givenTotal().mean()),
                best.predictor(),
                orNull(best.spearman().mean()),
                orNull(r.held(e.name(), Predictor.TALLY).mean()));
    }

    private static List<Object> answer(String question, Estimate found) {
        return row(question, orNull(found.mean()), interval(found), found.n());
    }

    private static Double mean(LeaveOutResult r, String element, Predictor predictor, Level level) {
        return orNull(r.score(element, predictor, level).spearman().mean());
    }

    private static Double orNull(double number) {
        return Double.isNaN(number) ? null : Double.valueOf(number);
    }

    private static String interval(Estimate found) {
        return found.ci95() == null ? null : ends(found.ci95());
    }

    private static String about(Estimate found) {
        return found.ci95() == null
                ? text("%.2f", found.mean())
                : text("%.2f (95%%: %s)", found.mean(), ends(found.ci95()));
    }

    private static String ends(Interval interval) {
        return text("%.3f to %.3f", interval.low(), interval.high());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
