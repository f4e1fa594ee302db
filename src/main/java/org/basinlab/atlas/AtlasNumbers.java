package org.basinlab.atlas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.localize.Published;
import org.basinlab.stats.Interval;

/** The numbers to look at first, in small tables. */
final class AtlasNumbers {
    /** Settings in the table of the nearest ones. */
    private static final int NEAREST = 12;

    private static final double THOUSANDTHS = 1000;

    private AtlasNumbers() {}

    static List<KeyNumbers> of(AtlasResults results) {
        return List.of(counts(results), nearest(results), drivers(results), activations(results), contrasts(results));
    }

    private static KeyNumbers counts(AtlasResults results) {
        return new KeyNumbers(
                "Settings that hold the published pair",
                List.of(
                        "settings",
                        "all",
                        "learned",
                        "chosen",
                        "sure",
                        "possible",
                        "ruled out",
                        "networks",
                        "of these near the pair, %"),
                List.of(
                        counts("the whole map", results.counts().all()),
                        counts("contradicting nothing in P4", results.counts().faithful())));
    }

    private static List<Object> counts(String name, Counts counts) {
        return KeyNumbers.row(
                name,
                counts.settings(),
                counts.learned(),
                counts.chosen(),
                counts.sure(),
                counts.possible(),
                counts.ruledOut(),
                counts.networks(),
                percent(counts.near()));
    }

    /** Ranked by the networks that choose, with the numbers of those that judge: the best of many look too good. */
    private static KeyNumbers nearest(AtlasResults results) {
        var rows = new ArrayList<List<Object>>();
        rows.add(KeyNumbers.row(
                "published", Published.WEIGHTS_R2, Published.BIASES_R2, null, null, null, null, null, "softplus"));
        plain(results.settings()).map(s -> row("the plain reading", s)).forEach(rows::add);
        nearest(results.settings()).forEach(s -> rows.add(row(rows.size() - 1 + ".", s)));
        return new KeyNumbers(
                "The settings nearest to the published pair, picked by half of the seeds, with numbers from the others and the choices that are not the plain reading's",
                List.of(
                        "setting",
                        "weights R²",
                        "biases R²",
                        "holds it",
                        "networks",
                        "of these near, %",
                        "p, further network",
                        "p, mean",
                        "choices"),
                rows);
    }

    private static List<Object> row(String name, SettingResult setting) {
        var judging = setting.judging();
        return KeyNumbers.row(
                name,
                rounded(judging.weights(), THOUSANDTHS),
                rounded(judging.biases(), THOUSANDTHS),
                setting.holding().toString().replace('_', ' '),
                judging.n(),
                percent(judging.near()),
                judging.pFurther(),
                setting.chosen() ? setting.pMeanHolm() : judging.pMean(),
                otherChoices(setting));
    }

    static String otherChoices(SettingResult setting) {
        var others = Stream.of(Choice.values())
                .filter(choice -> !setting.level(choice).equals(choice.plain()))
                .map(choice -> (choice == Choice.ACTIVATION ? "" : choice.words() + " ") + setting.level(choice))
                .toList();
        return others.isEmpty() ? "none" : String.join(", ", others);
    }

    /** The plain reading, where it is in the map. */
    static Stream<SettingResult> plain(List<SettingResult> settings) {
        return settings.stream()
                .filter(setting -> setting.choices().equals(Setting.PLAIN.options()))
                .limit(1);
    }

    static List<SettingResult> nearest(List<SettingResult> settings) {
        return settings.stream()
                .filter(setting ->
                        setting.learned() && !Double.isNaN(setting.choosing().distance()))
                .sorted(Comparator.comparingDouble(setting -> setting.choosing().distance()))
                .limit(NEAREST)
                .toList();
    }

    private static KeyNumbers drivers(AtlasResults results) {
        var rows = new ArrayList<List<Object>>();
        var weights = results.driver(Measure.WEIGHTS_R2);
        var biases = results.driver(Measure.BIASES_R2);
        var own = results.driver(Measure.OWN_PART);
        for (var i = 0; i < weights.shares().size(); i++) {
            var one = weights.shares().get(i);
            var two = biases.shares().get(i);
            var three = own.shares().get(i);
            rows.add(KeyNumbers.row(
                    source(one.of()),
                    percent(one.share()),
                    range(one),
                    percent(two.share()),
                    range(two),
                    percent(three.share()),
                    range(three)));
        }
        return new KeyNumbers(
                "What drives R²: shares of the variance over all networks, in % (" + weights.settings() + " settings, "
                        + weights.bases() + " bases)",
                List.of("source", "weights R²", "95%", "biases R²", "95%", "neurons' own part", "95%"),
                rows);
    }

    static String source(String of) {
        return of.equals(Driver.INTERACTIONS)
                ? "choices acting together"
                : of.equals(Driver.SEEDS) ? "seeds, all choices alike" : Choice.words(of);
    }

    /** In percent, to one decimal, which is more than is known; null where there is none. */
    private static Double percent(double share) {
        return Double.isNaN(share) ? null : rounded(100 * share, 10);
    }

    private static Interval range(Driver.Share share) {
        return share.ci95() == null
                ? null
                : new Interval(percent(share.ci95().low()), percent(share.ci95().high()));
    }

    /** Never a negative zero. */
    private static double rounded(double value, double digits) {
        return Math.rint(value * digits) / digits + 0.0;
    }

    private static Interval rounded(Interval interval) {
        return interval == null
                ? null
                : new Interval(rounded(interval.low(), THOUSANDTHS), rounded(interval.high(), THOUSANDTHS));
    }

    private static KeyNumbers activations(AtlasResults results) {
        return new KeyNumbers(
                "Activations: means over bases",
                List.of("activation", "bases", "weights R²", "95%", "biases R²", "95%", "neurons' own part", "95%"),
                results.activations().each().stream()
                        .map(of -> KeyNumbers.row(
                                of.activation(),
                                of.bases(),
                                rounded(of.weightsR2().mean(), THOUSANDTHS),
                                rounded(of.weightsR2().ci95()),
                                rounded(of.biasesR2().mean(), THOUSANDTHS),
                                rounded(of.biasesR2().ci95()),
                                rounded(of.ownPart().mean(), THOUSANDTHS),
                                rounded(of.ownPart().ci95())))
                        .toList());
    }

    private static KeyNumbers contrasts(AtlasResults results) {
        return new KeyNumbers(
                "ReLU-like less sigmoid-like activations, all other choices alike",
                List.of("number", "bases", "ReLU-like", "sigmoid-like", "difference", "95%", "greater in, % of bases"),
                Stream.of(Measure.values())
                        .map(measure -> {
                            var contrast = results.contrast(measure);
                            return KeyNumbers.row(
                                    measure.words(),
                                    contrast.bases(),
                                    rounded(contrast.reluLike(), THOUSANDTHS),
                                    rounded(contrast.sigmoidLike(), THOUSANDTHS),
                                    rounded(contrast.difference(), THOUSANDTHS),
                                    rounded(contrast.ci95()),
                                    percent(contrast.greater()));
                        })
                        .toList());
    }
}
