package org.basinlab.knowledge.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.match.MatchResult.CarriedBy;
import org.basinlab.knowledge.match.MatchResult.Case;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;

/**
 * P3's third hypothesis, judged. Fixed before the runs: what counts as an effect, below, and that every claim stands behind
 * controls, cases whose answer is known.
 *
 * <p>An agreement of 0.1 between cells explains a hundredth of their variance: less is no help in finding anything. Means of
 * correlations over pairs, and shares, count from 0.05. To be as good as matching by activations is to come out at most 0.05
 * below it, half of what counts as an agreement at all.
 */
public final class MatchClaims {
    /** Agreement of class-wise damage. */
    static final double DAMAGE_MARGIN = 0.1;

    /** Mean correlation of activations. */
    static final double ACTIVATION_MARGIN = 0.05;

    /** Mean correlation of the weights of blocks. */
    static final double BLOCK_MARGIN = 0.05;

    /** Precision of labels. */
    static final double LABEL_MARGIN = 0.05;

    /** Below matching by activations. */
    static final double AS_GOOD_MARGIN = 0.05;

    /** Of a twin's units nearly all must be found; rounding may cost a few their rank. */
    static final double RECOVERED_MARGIN = 0.9;

    /** Three claims for each way in which networks differ, one of blocks, one for each kind of label. */
    static final int COMPARISONS = 3 * Other.values().length + 1 + Reading.values().length;

    private static final String SOURCE = "P3";

    private MatchClaims() {}

    /** The claims, always as many. */
    public static List<Claim> of(MatchResult result) {
        var claims = new ArrayList<Claim>();
        for (var other : Other.values()) {
            var which = words(other, result);
            var found = result.cases().stream()
                    .filter(c -> c.differs().equals(other.toString()))
                    .findFirst()
                    .orElseThrow();
            claims.add(damage(which, found, result.controls()));
            claims.add(activations(which, found, result.controls()));
            claims.add(asGood(which, found, result.controls()));
        }
        claims.add(blocks(result));
        Arrays.stream(Reading.values()).forEach(label -> claims.add(labels(label, result)));
        return claims;
    }

    /** How two networks differ, in words. */
    private static String words(Other other, MatchResult result) {
        return switch (other) {
            case SEED -> "another start";
            case WIDTH -> text("%d units for %d", result.otherHidden(), result.hidden());
            case ACTIVATION -> text("%s for %s", result.otherActivation(), result.activation());
        };
    }

    private static Claim damage(String which, Case found, List<Control> controls) {
        return above(
                "Units of two networks whose updates go together hold the same knowledge, so that ablating them hurts the"
                        + " same classes: " + which,
                found.damageAboveRandom(),
                DAMAGE_MARGIN,
                controls,
                "--replicas",
                text(
                        "Class-wise damage of matched units agrees (Pearson's r) at %.3f by updates, %.3f by updates as"
                                + " shares, %.3f by activations, %.3f by weights, %.3f at random, %.3f by the damage"
                                + " itself",
                        found.by(Method.UPDATES).damage().mean(),
                        found.by(Method.UPDATE_SHARES).damage().mean(),
                        found.by(Method.ACTIVATIONS).damage().mean(),
                        found.by(Method.WEIGHTS).damage().mean(),
                        found.by(Method.RANDOM).damage().mean(),
                        found.by(Method.CEILING).damage().mean()));
    }

    private static Claim activations(String which, Case found, List<Control> controls) {
        return above(
                "Units of two networks whose updates go together answer alike to images not learned from: " + which,
                found.activationsAboveRandom(),
                ACTIVATION_MARGIN,
                controls,
                "--replicas",
                text(
                        "Activations of matched units correlate over test images at %.3f by updates, %.3f by updates"
                                + " as shares, %.3f by activations in training, %.3f by weights, %.3f at random; at"
                                + " most %.3f can be had",
                        found.by(Method.UPDATES).activations().mean(),
                        found.by(Method.UPDATE_SHARES).activations().mean(),
                        found.by(Method.ACTIVATIONS).activations().mean(),
                        found.by(Method.WEIGHTS).activations().mean(),
                        found.by(Method.RANDOM).activations().mean(),
                        found.by(Method.CEILING).activations().mean()));
    }

    private static Claim asGood(String which, Case found, List<Control> controls) {
        var statement = "Updates tell which units hold the same knowledge as well as activations do: " + which;
        var less = found.lessActivations();
        var because = text(
                "Agreement of class-wise damage by updates, less that by activations: %s. Reproduced if surely above %.2f, not"
                        + " reproduced if surely below; %d comparisons, intervals at 95%% for all together",
                words(less), -AS_GOOD_MARGIN, COMPARISONS);
        return judged(statement, less, noWorse(less), controls, "--replicas", because);
    }

    private static Verdict noWorse(Estimate less) {
        if (less.judged() == null) {
            return Verdict.NOT_TESTED;
        }
        if (less.judged().low() > -AS_GOOD_MARGIN) {
            return Verdict.REPRODUCED;
        }
        return less.judged().high() < -AS_GOOD_MARGIN ? Verdict.NOT_REPRODUCED : Verdict.NOT_TESTED;
    }

    private static Claim blocks(MatchResult result) {
        var statement =
                "Weights from one place of the image to one unit are alike in two networks where their updates go together";
        var found = result.blocks();
        return above(
                statement,
                found.aboveRandom(),
                BLOCK_MARGIN,
                found.controls(),
                "--block-replicas",
                text(
                        "Weights of matched blocks correlate at %.3f, those of random pairs at the same place at %.3f; what training"
                                + " has changed of them at %.3f and %.3f; %.1f%% of"
                                + " blocks are matched as their units are, %.1f%% by chance; %.1f%% are most like one at the"
                                + " same place, %.1f%% by chance, which the pixels alone bring about",
                        found.weights().mean(),
                        found.random().mean(),
                        found.changes().mean(),
                        found.changesRandom().mean(),
                        100 * found.asUnits().mean(),
                        100 * found.asUnitsRandom(),
                        100 * found.samePlace().mean(),
                        100 * found.samePlaceRandom()));
    }

    private static Claim labels(Reading label, MatchResult result) {
        var means =
                label == Reading.DAMAGE ? "the class that its ablation hurts most" : "the class it is most active at";
        var statement = "A small interpreted model tells about a much larger one, by updates: of a unit, " + means;
        var found = result.labels().by(label, Method.UPDATES);
        return above(
                statement,
                found.aboveChance(),
                LABEL_MARGIN,
                result.labels().controls(),
                "--replicas",
                text(
                        "From %d units to %d, %s of labels are right by updates where chance is %s; %s by updates as shares, %s"
                                + " by activations; weighted by damage, %s above chance",
                        result.labels().smallHidden(),
                        result.labels().largeHidden(),
                        percent(found.precision()),
                        percent(found.chance()),
                        percent(precision(result, label, Method.UPDATE_SHARES)),
                        percent(precision(result, label, Method.ACTIVATIONS)),
                        percent(found.weightedAboveChance())));
    }

    private static Estimate precision(MatchResult result, Reading label, Method method) {
        CarriedBy by = result.labels().by(label, method);
        return by.precision();
    }

    private static Claim above(
            String statement, Estimate found, double margin, List<Control> controls, String more, String numbers) {
        return judged(
                statement,
                found,
                found.above(margin),
                controls,
                more,
                numbers + ". Above chance by " + words(found) + ". " + Estimate.rule(margin, COMPARISONS));
    }

    private static Claim judged(
            String statement, Estimate found, Verdict verdict, List<Control> controls, String more, String because) {
        if (found.judged() == null) {
            return new Claim(
                    SOURCE,
                    statement,
                    null,
                    found.mean(),
                    null,
                    Verdict.NOT_TESTED,
                    "There is no interval from " + found.n() + " of the replicas: give more " + more + ". " + because);
        }
        return Control.gate(
                        controls,
                        List.of(new Claim(SOURCE, statement, null, found.mean(), found.ci95(), verdict, because)))
                .get(0);
    }

    static String words(Estimate found) {
        return found.judged() == null
                ? text("%.3f", found.mean())
                : text(
                        "%.3f (%.3f to %.3f)",
                        found.mean(), found.judged().low(), found.judged().high());
    }

    private static String percent(Estimate share) {
        return text("%.1f%%", 100 * share.mean());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
