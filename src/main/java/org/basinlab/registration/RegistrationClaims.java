package org.basinlab.registration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;

/**
 * What the comment under the post says of image registration, judged by {@link RegistrationRules}. What counts as far was
 * settled before the first run. That one kind of images is enough for an objective was settled after runs of three seeds,
 * which differed in the others: the comment says that there is such a case, not that all are.
 */
public final class RegistrationClaims {
    private static final String SOURCE = "P9";
    private static final String MISALIGNED =
            "The comment: a search inside for the best image similarity has an objective that is"
                    + " not the goal, anatomy on anatomy: a misaligned inner objective outside of reinforcement learning";
    private static final String TRAINED =
            "The comment: networks for medical image registration with such a search inside are a real"
                    + " example of it";

    private RegistrationClaims() {}

    /**
     * Judges.
     *
     * @param result  null if the study was not run
     * @param instead why not, for the claims then
     */
    public static List<Claim> of(RegistrationResult result, String instead) {
        return List.of(
                result == null ? untested(MISALIGNED, instead) : misaligned(result),
                untested(
                        TRAINED,
                        result == null
                                ? instead
                                : "The post that it links to has trained networks and scans of patients; here are images whose true"
                                        + " shift is known, and the search alone"));
    }

    private static Claim untested(String statement, String because) {
        return new Claim(SOURCE, statement, null, null, null, Verdict.NOT_TESTED, because);
    }

    private static Claim misaligned(RegistrationResult result) {
        if (result.cells().stream().noneMatch(c -> c.strength() >= RegistrationRules.FROM_STRENGTH)) {
            return untested(
                    MISALIGNED,
                    "It is judged at strengths from " + RegistrationRules.FROM_STRENGTH + " on, and none was tried");
        }
        var far = new ArrayList<String>();
        var measurable = new ArrayList<String>();
        var misled = new HashSet<String>();
        for (var source : result.sources()) {
            for (var objective : Similarity.values()) {
                for (var nuisance : Nuisance.values()) {
                    var cells = result.cells(source, nuisance.label(), objective.label());
                    if (RegistrationRules.far(cells)) {
                        far.add(source + ", " + objective.label() + ", " + nuisance.label());
                        misled.add(objective.label());
                    } else if (RegistrationRules.measurable(cells)) {
                        measurable.add(source + ", " + objective.label() + ", " + nuisance.label());
                    }
                }
            }
        }
        var objectives = Similarity.values().length;
        var combinations = result.sources().size() * objectives * Nuisance.values().length;
        return new Claim(
                SOURCE,
                MISALIGNED,
                null,
                far.size() / (double) combinations,
                null,
                misled.size() == objectives
                        ? Verdict.REPRODUCED
                        : misled.isEmpty() && measurable.isEmpty() ? Verdict.NOT_REPRODUCED : Verdict.DIFFERS,
                String.format(
                        Locale.ROOT,
                        "Reproduced if for every objective at least one nuisance, on either kind of images and at every strength tried"
                                + " from %s on, has the objective higher at its optimum than at the true shift in at least %.0f%% of"
                                + " pairs, lower in none, and a mean error above %s pixels; differs if for some objectives, or by smaller"
                                + " errors that can be measured. So for %d of %d objectives, in %d of %d combinations: %s. By a smaller"
                                + " error in %d more, by none that can be measured in %d.",
                        RegistrationRules.FROM_STRENGTH,
                        100 * RegistrationRules.SHARE,
                        RegistrationRules.FAR,
                        misled.size(),
                        objectives,
                        far.size(),
                        combinations,
                        listed(far),
                        measurable.size(),
                        combinations - far.size() - measurable.size()));
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join("; ", names);
    }

    /** The names of the objectives. */
    static List<String> objectives() {
        return Arrays.stream(Similarity.values()).map(Similarity::label).toList();
    }
}
