package org.basinlab.atlas;

import static org.basinlab.atlas.Judgement.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.basinlab.atlas.AtlasResults.Counted;
import org.basinlab.localize.Published;

/** The atlas in plain words. */
final class AtlasWords {
    private AtlasWords() {}

    /** In one sentence: is the published pair found anywhere among the choices left open? */
    static String answer(Counted counts, List<SettingResult> settings) {
        var all = counts.all();
        var faithful = counts.faithful();
        if (all.learned() == 0) {
            return "The atlas says nothing: in none of its settings did the networks learn.";
        }
        var pair =
                text("R² = %.2f over the weights and %.2f over the biases", Published.WEIGHTS_R2, Published.BIASES_R2);
        if (faithful.sure() > 0) {
            return text(
                    "Yes: in %d of %s that contradict nothing in P4, networks on average give the published pair"
                            + " (%s, both to within %.2f).",
                    faithful.sure(), settings(faithful.learned()), pair, PublishedPair.MARGIN);
        }
        if (all.sure() > 0) {
            return text(
                    "Only where P4 is contradicted: %d of %s give the published pair on average (%s, both to within"
                            + " %.2f), %s, and none of the %d that contradict nothing surely do%s.",
                    all.sure(),
                    settings(all.learned()),
                    pair,
                    PublishedPair.MARGIN,
                    common(settings),
                    faithful.learned(),
                    faithful.possible() > 0
                            ? text(", though in %d of them a single network could", faithful.possible())
                            : "");
        }
        if (faithful.possible() > 0) {
            return text(
                    "Not surely: none of %s surely gives the published pair on average (%s, both to within %.2f), but in %d of"
                            + " the %d that contradict nothing in P4 a single network could.",
                    settings(all.learned()), pair, PublishedPair.MARGIN, faithful.possible(), faithful.learned());
        }
        if (all.possible() > 0) {
            return text(
                    "Not as P4 describes it: none of %s surely gives the published pair (%s); a single network could in"
                            + " %d of them, but in none of the %d that contradict nothing in P4.",
                    settings(all.learned()), pair, all.possible(), faithful.learned());
        }
        return text(
                "No: none of %s, %d of which contradict nothing in P4, gives the published pair (%s).",
                settings(all.learned()), faithful.learned(), pair);
    }

    private static String settings(int count) {
        return count == 1 ? "1 setting" : count + " settings";
    }

    /** The contradiction that most of the sure ones share. */
    private static String common(List<SettingResult> settings) {
        var sure = settings.stream()
                .filter(setting -> setting.holding() == Holding.SURE)
                .toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var setting : sure) {
            setting.contradicts().forEach(option -> counts.merge(option, 1, Integer::sum));
        }
        var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return text(
                "%s by another %s",
                most.getValue() == sure.size() ? "each" : most.getValue() + " of them", Choice.words(most.getKey()));
    }

    /** What decides the weights' R^2, and what the biases'. */
    static String drives(List<Driver> drivers) {
        return drivers.stream()
                .filter(driver -> !driver.measure().equals(Measure.OWN_PART.toString()))
                .map(AtlasWords::drives)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** What decides a number: the two greatest shares, and how much no single choice decides. */
    static String drives(Driver driver) {
        var greatest = driver.greatestChoices().stream()
                .limit(2)
                .filter(share -> share.share() > 0)
                .map(share -> text("%s (%.0f%%)", Choice.words(share.of()), 100 * share.share()))
                .collect(Collectors.joining(" and "));
        if (greatest.isEmpty()) {
            return "Too few bases learned to tell what drives it.";
        }
        var together = driver.share(Driver.INTERACTIONS).share();
        var measure = Measure.valueOf(driver.measure().toUpperCase(Locale.ROOT));
        return text(
                "Of the variance of the %s most is decided by %s; %sthe seed alone decides %.0f%%.",
                measure.words(),
                greatest,
                Double.isNaN(together)
                        ? "too few bases learned to tell of the choices that a base has one level of; "
                        : text("choices acting together decide %.0f%%, ", 100 * Math.max(0, together)),
                100 * driver.share(Driver.SEEDS).share());
    }
}
