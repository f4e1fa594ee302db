package org.basinlab.refinement;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;
import org.basinlab.refinement.RefinementResult.Course;

/**
 * What P9 says of optimization at the level of scaffolding, judged.
 *
 * <p>Fixed before the runs: a loop optimizes from a kind of start if it lowers its inner objective at 99 of 100 passes and
 * ends below where it began in every case. The inner objective is E where it is known, the residual otherwise.
 */
public final class RefinementClaims {
    private static final String SOURCE = "P9";
    private static final String SCAFFOLDING =
            "Optimization on the level of scaffolding, by a loop round a model, is possible already";
    private static final String DIFFUSION =
            "Iterative diffusion models are very close to optimization, as they modify an intermediate image at each pass";
    private static final String SCRATCHPAD =
            "Language models with a scratchpad can write down plans and compare them: optimization on the level of scaffolding";

    private RefinementClaims() {}

    /**
     * The claims.
     *
     * @param result  null where it was not run
     * @param instead why it was not
     */
    public static List<Claim> of(RefinementResult result, String instead) {
        var scratchpad = Judged.of(
                SOURCE, SCRATCHPAD, null, null, Verdict.NOT_TESTED, "There is no language model here to try it on");
        if (result == null) {
            return List.of(notTested(SCAFFOLDING, instead), notTested(DIFFUSION, instead), scratchpad);
        }
        return List.of(scaffolding(result), diffusion(result), scratchpad);
    }

    private static Claim notTested(String statement, String instead) {
        return Judged.of(SOURCE, statement, null, null, Verdict.NOT_TESTED, "%s", instead);
    }

    private static Claim scaffolding(RefinementResult result) {
        var known = result.courses().stream().filter(c -> c.energy() != null).toList();
        var falls = known.stream().filter(Course::innerFalls).count();
        return Judged.of(
                SOURCE,
                SCAFFOLDING,
                null,
                least(known),
                falls == known.size() ? Verdict.REPRODUCED : falls > 0 ? Verdict.DIFFERS : Verdict.NOT_REPRODUCED,
                "Reproduced if a loop round a denoiser that is a gradient lowers its objective E at 99%% of passes at least and ends"
                        + " below its start in every case, from every kind of start; differs if from some. Least share of passes"
                        + " %.4f, over %d kinds of start, %d cases each, %d passes. It is proved for every step below 2; the"
                        + " least fall was %.4f of the proved bound",
                least(known),
                known.size(),
                result.cases(),
                result.iterations(),
                known.stream().mapToDouble(Course::leastFall).min().orElse(Double.NaN));
    }

    private static double least(List<Course> courses) {
        return courses.stream().mapToDouble(Course::lowered).min().orElse(Double.NaN);
    }

    private static Claim diffusion(RefinementResult result) {
        var courses = result.courses();
        var inner = courses.stream().filter(Course::innerFalls).count();
        var outer = courses.stream().filter(c -> c.outer() != null).toList();
        var nearer =
                outer.stream().filter(c -> c.outer().end() < c.outer().start()).count();
        return Judged.of(
                SOURCE,
                DIFFUSION,
                null,
                inner / (double) courses.size(),
                inner == courses.size() && nearer == outer.size()
                        ? Verdict.REPRODUCED
                        : inner > 0 || nearer > 0 ? Verdict.DIFFERS : Verdict.NOT_REPRODUCED,
                "Reproduced if looped denoisers of both kinds lower the inner objective (E; of the free one, with none known, the"
                        + " residual) at 99%% of passes and end below their start in every case, from every kind of start, and the"
                        + " mean distance from the clean image ends below its start; differs if some do. Inner: %d of %d (%s)."
                        + " Outer: %d of %d (%s). Denoisers of digits with one hidden layer, not a diffusion model",
                inner,
                courses.size(),
                courses.stream()
                        .map(c -> text("%s, %s: %.1f%% of passes", c.denoiser(), c.start(), 100 * c.lowered()))
                        .collect(Collectors.joining("; ")),
                nearer,
                outer.size(),
                outer.stream()
                        .map(c -> text(
                                "%s, %s: %.2f, least %.2f at pass %d, end %.2f",
                                c.denoiser(),
                                c.start(),
                                c.outer().start(),
                                c.outer().least(),
                                c.outer().leastIteration(),
                                c.outer().end()))
                        .collect(Collectors.joining("; ")));
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
