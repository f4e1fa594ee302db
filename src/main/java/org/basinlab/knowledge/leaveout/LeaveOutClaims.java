package org.basinlab.knowledge.leaveout;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.leaveout.LeaveOutResult.Rival;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.stats.Interval;

/** P3's second hypothesis, in its strict form. */
public final class LeaveOutClaims {
    private static final String P3 = "P3";
    private static final String CLASSES =
            "The more a class of the data updated a parameter, the more the parameter would have changed without the class";
    private static final String EDIT =
            "The more images with a stroke painted on updated a parameter, the more it would have changed without the stroke";
    private static final String OWN = "A class's own updates tell this better than the updates of other classes do";
    private static final String MORE = "They tell more than how much a parameter was updated by all classes together";
    private static final String SHARE =
            "What a class teaches is concentrated out of proportion in the parameters that it updated most";
    private static final String RIVALS =
            "Update sizes are as good a guide as Fisher information and synaptic intelligence";

    private LeaveOutClaims() {}

    /** The claims. */
    public static List<Claim> of(LeaveOutResult result) {
        return Control.gate(
                result.controls(),
                List.of(
                        beside(
                                above(
                                        CLASSES,
                                        result.classes(),
                                        Margins.CORRELATION,
                                        "Spearman's correlation of the class's tally and |change| over hidden weights, mean over classes,"),
                                text(
                                        "Beside it, the class's mean input, which knows of no training, has %.3f, and among weights of"
                                                + " like mean input the tally has %.3f",
                                        input(result, LeaveOutResult.CLASSES),
                                        result.partialGivenInput().mean())),
                        beside(
                                above(
                                        EDIT,
                                        result.edit(),
                                        Margins.CORRELATION,
                                        "Spearman's correlation of the painted images' tally and |change| over hidden weights"),
                                text(
                                        "Beside it, their mean input, which knows of no training, has %.3f, and among weights of like total"
                                                + " update size the tally has %.3f",
                                        input(result, result.editName()),
                                        result.editPartial().mean())),
                        beside(
                                above(
                                        OWN,
                                        result.specificity(),
                                        Margins.SPECIFICITY,
                                        "The correlation of the class's own tally with |change| less that of other classes' tallies, mean"
                                                + " over classes,"),
                                "One by one: " + oneByOne(result, result::specificity)),
                        beside(
                                above(
                                        MORE,
                                        result.partial(),
                                        Margins.PARTIAL,
                                        "The rank correlation of the class's tally and |change| among hidden weights of like total update"
                                                + " size, mean over classes,"),
                                "One by one: "
                                        + oneByOne(
                                                result,
                                                name -> result.partials().stream()
                                                        .filter(p -> p.element().equals(name))
                                                        .findFirst()
                                                        .orElseThrow()
                                                        .givenTotal()
                                                        .mean())),
                        above(
                                SHARE,
                                result.lift(),
                                Margins.LIFT,
                                text(
                                        "The tenth of hidden weights with the largest tally holds %.0f%% of the change's energy (that with"
                                                + " the largest total update size, whoever caused it, %.0f%%, that with the largest mean"
                                                + " input, %.0f%%); over 10%%, less 1, it",
                                        10 * (result.lift().mean() + 1),
                                        held(result, Predictor.TOTAL),
                                        held(result, Predictor.INPUT))),
                        rivals(result)));
    }

    private static Claim above(String statement, Estimate found, double margin, String what) {
        return new Claim(
                P3,
                statement,
                null,
                found.mean(),
                found.ci95(),
                found.above(margin),
                what + " is " + number(found) + ". " + Estimate.rule(margin, LeaveOutResult.COMPARISONS) + "."
                        + few(found));
    }

    /** A claim with what its number has to be seen beside, for those who read no further. */
    private static Claim beside(Claim claim, String more) {
        return new Claim(
                claim.source(),
                claim.statement(),
                claim.published(),
                claim.ours(),
                claim.ci95(),
                claim.verdict(),
                claim.because() + " " + more + ".");
    }

    /** What a correlation over weights comes to by the pixels alone. */
    private static double input(LeaveOutResult result, String element) {
        return result.score(element, Predictor.INPUT, Level.HIDDEN_WEIGHTS)
                .spearman()
                .mean();
    }

    /** Per cent of the change's energy in the first tenth of the weights. */
    private static double held(LeaveOutResult result, Predictor order) {
        return 100 * result.held(LeaveOutResult.CLASSES, order).mean();
    }

    /** Where classes differ, their mean hides it. */
    private static String oneByOne(LeaveOutResult result, ToDoubleFunction<String> number) {
        return result.classNames().stream()
                .map(name -> text("%s %.3f", name, number.applyAsDouble(name)))
                .collect(Collectors.joining(", "));
    }

    /** The claim's number is the tally's correlation less the best rival's. */
    private static Claim rivals(LeaveOutResult result) {
        var worst = result.rivals().stream()
                .min((a, b) ->
                        Double.compare(a.difference().mean(), b.difference().mean()))
                .orElseThrow();
        return new Claim(
                P3,
                RIVALS,
                null,
                worst.difference().mean(),
                worst.difference().ci95(),
                asGood(result.rivals()),
                text(
                                "The tally's correlation with |change| is %.3f; it less that of ",
                                result.classes().mean())
                        + result.rivals().stream()
                                .map(r -> r.predictor() + " is " + number(r.difference()))
                                .collect(Collectors.joining(", of "))
                        + text(
                                ". Reproduced if surely above -%.2f for each, not reproduced if surely below that for one; %d"
                                        + " comparisons, intervals at 95%% for all together.",
                                Margins.AS_GOOD, LeaveOutResult.COMPARISONS)
                        + few(worst.difference()));
    }

    /** Non-inferiority to each rival. */
    static Verdict asGood(List<Rival> rivals) {
        var judged = rivals.stream().map(r -> r.difference().judged()).toList();
        if (judged.stream().anyMatch(i -> i != null && i.high() < -Margins.AS_GOOD)) {
            return Verdict.NOT_REPRODUCED;
        }
        return judged.stream().allMatch(i -> i != null && i.low() > -Margins.AS_GOOD)
                ? Verdict.REPRODUCED
                : Verdict.NOT_TESTED;
    }

    private static String few(Estimate found) {
        return found.judged() == null
                ? " With fewer than two replicas that came to an end it cannot be judged: give more --replicas."
                : "";
    }

    static String number(Estimate found) {
        return found.judged() == null
                ? text("%.3f", found.mean())
                : text("%.3f (%s)", found.mean(), ends(found.judged()));
    }

    private static String ends(Interval interval) {
        return text("%.3f to %.3f", interval.low(), interval.high());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
