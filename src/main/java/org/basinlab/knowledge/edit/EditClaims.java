package org.basinlab.knowledge.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;

/**
 * P3's first hypothesis, judged.
 *
 * <p>Fixed before the runs: the number is ln(PR of the rival / PR of the structured edit), by {@link Estimate#above} with
 * a margin of a tenth less, {@link EditStudy#MARGIN}. A claim is of two edits and both must hold: it has the verdict that
 * the two share; not tested if either is not tested; else, where one is shown fully and the other partly or not at all,
 * differs. Our number is that of the edit with the smaller mean.
 *
 * <p>Nothing is judged of a run with one replica, or if an untouched twin was not equal to the base, or if a control did
 * not come out as built.
 */
public final class EditClaims {
    private static final String SOURCE = "P3";
    private static final String RULE =
            "An edit holds if its change surely takes up less (participation ratio, PR) and on average at least 10%% less, holds"
                    + " in part if surely less but not by as much, and fails if it surely is not 10%% less; reproduced if both"
                    + " edits hold, not reproduced if both fail, differs if they hold otherwise";

    private EditClaims() {}

    /** One statement, on one level against one rival. */
    private record Asked(String statement, Level level, Rival rival) {}

    private enum Rival {
        SCATTERED("the same changes at random pixels of each image"),
        SAME_PLACES("the same changes at random pixels, the same in every image"),
        ORDER("no edit but another order of the datapoints");

        private final String words;

        Rival(String words) {
            this.words = words;
        }

        private Twin of(Twin structured) {
            return structured.rivals().get(ordinal());
        }
    }

    private static List<Asked> asked() {
        var asked = new ArrayList<Asked>();
        for (var level : Level.values()) {
            asked.add(new Asked(
                    "Structured, localized changes in the data cause localized changes in the final parameters: by "
                            + level.words(),
                    level,
                    Rival.SCATTERED));
        }
        for (var level : Level.values()) {
            asked.add(new Asked(
                    "They do because they are localized, not because they are the same in every image: by "
                            + level.words(),
                    level,
                    Rival.SAME_PLACES));
        }
        for (var level : List.of(Level.PARAMETERS, Level.UNITS)) {
            asked.add(new Asked(
                    "They move less of the network than another order of the data does: by " + level.words(),
                    level,
                    Rival.ORDER));
        }
        return asked;
    }

    /** The claims. */
    public static List<Claim> of(EditResult result) {
        if (result.replicas() < 2) {
            return notTested("One replica has no interval to judge by: give more --replicas");
        }
        if (!result.repeatable()) {
            return notTested(text(
                    "A twin whose images were not edited came out other than the base, by up to %.3g in a parameter, so that no"
                            + " change can be put down to an edit",
                    result.untouchedChange()));
        }
        return Control.gate(
                result.controls(),
                asked().stream().map(asked -> claim(result, asked)).toList());
    }

    private static List<Claim> notTested(String because) {
        return asked().stream()
                .map(asked -> Judged.of(SOURCE, asked.statement, null, null, Verdict.NOT_TESTED, "%s", because))
                .toList();
    }

    private static Claim claim(EditResult result, Asked asked) {
        var stroke = ratio(result, asked, Twin.STROKE);
        var eye = ratio(result, asked, Twin.EYE);
        // NaN is no smaller: then the other's is shown.
        var shown = eye.mean() < stroke.mean() || Double.isNaN(stroke.mean()) ? eye : stroke;
        var verdict = both(stroke.above(EditStudy.MARGIN), eye.above(EditStudy.MARGIN));
        return new Claim(
                SOURCE,
                asked.statement,
                null,
                Double.isNaN(shown.mean()) ? null : shown.mean(),
                shown.ci95(),
                verdict,
                text(
                        RULE
                                + "; %d comparisons, intervals at 95%% for all together. ln(PR with %s / PR with the edit): %s; %s",
                        EditStudy.COMPARISONS,
                        asked.rival.words,
                        words(result, asked, Twin.STROKE),
                        words(result, asked, Twin.EYE)));
    }

    private static Estimate ratio(EditResult result, Asked asked, Twin edit) {
        return result.comparison(edit, asked.rival.of(edit), asked.level).logRatio();
    }

    /** Of two edits that must both hold: the verdict they share, else not tested if one is not, else differs. */
    static Verdict both(Verdict one, Verdict other) {
        if (one == other) {
            return one;
        }
        return one == Verdict.NOT_TESTED || other == Verdict.NOT_TESTED ? Verdict.NOT_TESTED : Verdict.DIFFERS;
    }

    private static String words(EditResult result, Asked asked, Twin edit) {
        var ratio = ratio(result, asked, edit);
        var what = edit.words() + " on " + result.label(edit);
        if (ratio.judged() == null) {
            return what + ": fewer than two replicas have a number, for training diverged, the edit changed nothing,"
                    + " or the network has one " + asked.level.one() + " alone";
        }
        return text(
                "%s: %.3f [%.3f, %.3f] over %d seeds, PR %.3g against %.3g, %s",
                what,
                ratio.mean(),
                ratio.judged().low(),
                ratio.judged().high(),
                ratio.n(),
                result.end(edit, asked.level).participation(),
                result.end(asked.rival.of(edit), asked.level).participation(),
                ratio.above(EditStudy.MARGIN).toString().replace('_', ' '));
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
