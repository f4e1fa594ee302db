package org.basinlab.knowledge.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.knowledge.setting.Estimate;

/** The numbers of {@link MatchStudy} to look at first, and its answer in a sentence. */
public final class MatchNumbers {
    private MatchNumbers() {}

    /** The answer in a sentence. */
    public static String headline(MatchResult result) {
        var seed = result.cases().get(0);
        var damage = result.labels().by(Reading.DAMAGE, Method.UPDATES);
        if (Double.isNaN(seed.by(Method.UPDATES).damage().mean())) {
            return "Nothing can be said of matching: trainings ran away, or units are dead: give a smaller --learning-rate or"
                    + " another --activation.";
        }
        return String.format(
                Locale.ROOT,
                "Units of two networks matched by the sizes of their updates agree in class-wise damage at r = %.2f (by activations"
                        + " %.2f, at random %.2f, at most %.2f); labels carried from %d units to %d are right for %.0f%%, by"
                        + " chance %.0f%%.",
                seed.by(Method.UPDATES).damage().mean(),
                seed.by(Method.ACTIVATIONS).damage().mean(),
                seed.by(Method.RANDOM).damage().mean(),
                seed.by(Method.CEILING).damage().mean(),
                result.labels().smallHidden(),
                result.labels().largeHidden(),
                100 * damage.precision().mean(),
                100 * damage.chance().mean());
    }

    /** Small tables for people. */
    public static List<KeyNumbers> of(MatchResult result) {
        return List.of(units(result), blocks(result), labels(result), controls(result));
    }

    private static KeyNumbers units(MatchResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var found : result.cases()) {
            for (var by : found.methods()) {
                rows.add(KeyNumbers.row(
                        "other " + found.differs() + ", by " + by.method(),
                        by.damage().mean(),
                        low(by.damage()),
                        high(by.damage()),
                        by.rank().mean(),
                        by.accuracy().mean(),
                        by.activations().mean()));
            }
        }
        return new KeyNumbers(
                "Units of two networks matched: agreement of class-wise damage (r, 95% interval), and more",
                List.of(
                        "other network and method",
                        "damage",
                        "from",
                        "to",
                        "damage, ranks",
                        "accuracy lost",
                        "activations on test images"),
                rows);
    }

    private static KeyNumbers blocks(MatchResult result) {
        var blocks = result.blocks();
        return new KeyNumbers(
                "Blocks of weights matched, of two networks of other seeds, " + blocks.replicas() + " replicas",
                List.of("measure", "found", "from", "to", "by chance"),
                List.of(
                        KeyNumbers.row(
                                "correlation of weights",
                                blocks.weights().mean(),
                                low(blocks.weights()),
                                high(blocks.weights()),
                                blocks.random().mean()),
                        KeyNumbers.row(
                                "correlation of what training changed",
                                blocks.changes().mean(),
                                low(blocks.changes()),
                                high(blocks.changes()),
                                blocks.changesRandom().mean()),
                        KeyNumbers.row(
                                "matched as their units are",
                                blocks.asUnits().mean(),
                                low(blocks.asUnits()),
                                high(blocks.asUnits()),
                                blocks.asUnitsRandom()),
                        KeyNumbers.row(
                                "most like one at the same place",
                                blocks.samePlace().mean(),
                                low(blocks.samePlace()),
                                high(blocks.samePlace()),
                                blocks.samePlaceRandom())));
    }

    private static KeyNumbers labels(MatchResult result) {
        return new KeyNumbers(
                "Labels carried from " + result.labels().smallHidden() + " units to "
                        + result.labels().largeHidden() + ": share right",
                List.of("label and method", "share right", "from", "to", "by chance", "weighted, above chance"),
                result.labels().carried().stream()
                        .map(c -> KeyNumbers.row(
                                c.label() + ", by " + c.method(),
                                c.precision().mean(),
                                low(c.precision()),
                                high(c.precision()),
                                c.chance().mean(),
                                c.weightedAboveChance().mean()))
                        .toList());
    }

    private static KeyNumbers controls(MatchResult result) {
        return new KeyNumbers(
                "Matching: cases whose answer is known",
                List.of("case", "kind", "found", "verdict", "as built"),
                result.allControls().stream()
                        .map(c -> KeyNumbers.row(
                                c.name(),
                                c.kind(),
                                c.found().mean(),
                                c.verdict().toString(),
                                c.passed() ? "yes" : "no"))
                        .toList());
    }

    private static Double low(Estimate estimate) {
        return estimate.ci95() == null ? null : Double.valueOf(estimate.ci95().low());
    }

    private static Double high(Estimate estimate) {
        return estimate.ci95() == null ? null : Double.valueOf(estimate.ci95().high());
    }
}
