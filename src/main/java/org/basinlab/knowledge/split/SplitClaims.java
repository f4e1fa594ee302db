package org.basinlab.knowledge.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;
import org.basinlab.knowledge.setting.Control;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.knowledge.split.SplitResult.Moment;
import org.basinlab.stats.Interval;

/**
 * What P3 says of theta(theta_0, X, t), judged: at t = 0 it depends on theta_0 alone, and in the end mostly on X and much
 * less on theta_0.
 *
 * <p>Fixed before the runs: r is the data's share of what is the data's or the start's. "Mostly" is more than half of it
 * surely, and three quarters or more: three times as much as the start's.
 */
public final class SplitClaims {
    /** Three quarters, above half. */
    static final double MARGIN = 0.25;

    private static final String SOURCE = "P3";
    private static final String START = "Before training, parameters depend on their start alone";
    private static final String END = "After training, networks depend mostly on the data, little on their start: ";

    private static final List<Comparison> JUDGED = List.of(
            new Comparison(Family.SAMPLES, Level.PARAMETERS),
            new Comparison(Family.EDITS, Level.PARAMETERS),
            new Comparison(Family.LABELS, Level.PARAMETERS),
            new Comparison(Family.SAMPLES, Level.MATCHED),
            new Comparison(Family.EDITS, Level.MATCHED),
            new Comparison(Family.SAMPLES, Level.FUNCTION),
            new Comparison(Family.EDITS, Level.FUNCTION),
            new Comparison(Family.LONGER, Level.PARAMETERS),
            new Comparison(Family.LONGER, Level.MATCHED),
            new Comparison(Family.LONGER, Level.FUNCTION));

    private SplitClaims() {}

    /** What is judged of what. */
    private record Comparison(String family, Level level) {
        String words() {
            return level.words() + ", "
                    + switch (family) {
                        case Family.SAMPLES -> "samples of the images";
                        case Family.EDITS -> "worlds with a stroke on a class";
                        case Family.LABELS -> "other groupings of the classes";
                        default -> "samples of the images, longer training";
                    };
        }
    }

    /** How many comparisons are judged together, whether or not all can be made. */
    static int comparisons() {
        return JUDGED.size();
    }

    /** The claims. */
    public static List<Claim> of(SplitResult result) {
        var claims = new ArrayList<Claim>();
        claims.add(start(result));
        for (var comparison : JUDGED) {
            claims.add(end(result, comparison));
        }
        return Control.gate(result.controls(), claims);
    }

    private static Claim notTested(String statement, String because) {
        return Judged.of(SOURCE, statement, null, null, Verdict.NOT_TESTED, "%s", because);
    }

    private static Claim start(SplitResult result) {
        var least = result.families().stream()
                .mapToDouble(f -> f.moments().get(0).at(Level.PARAMETERS).startShare())
                .min()
                .orElse(Double.NaN);
        if (Double.isNaN(least)) {
            return notTested(START, "A split takes two starts at least: give more --replicas");
        }
        return Judged.holds(
                SOURCE,
                START,
                1.0,
                least,
                least == 1,
                "A check of the sums, for it holds by definition: reproduced if the start's share of the variance at t = 0 is"
                        + " exactly 1 with every kind of data sets");
    }

    private static Claim end(SplitResult result, Comparison comparison) {
        var family = result.family(comparison.family());
        var statement = END + comparison.words();
        if (family == null) {
            return notTested(statement, "Not trained, as --split-passes is 0");
        }
        var end = family.end();
        var found = end.at(comparison.level());
        var share = found.jackknife();
        if (Double.isNaN(found.neither()) && end.starts() >= 2) {
            return notTested(
                    statement,
                    text(
                            "Hidden units are matched up to %d of them, and need a reference network that did not diverge",
                            Alignment.WIDEST));
        }
        if (share.judged() == null && end.starts() >= 3) {
            return notTested(
                    statement,
                    text(
                            "Neither the data nor the start make a difference by themselves (variances %.3g and %.3g), with all"
                                    + " starts or without one of them: there is nothing for either to have a share of",
                            found.dataVariance(), found.startVariance()));
        }
        if (share.judged() == null) {
            return notTested(
                    statement,
                    text(
                            "An interval over starts takes three whose networks all stay finite, and there are %d: give more"
                                    + " --replicas, or a smaller --learning-rate where networks diverged (%d did)",
                            end.starts(), family.diverged()));
        }
        return new Claim(
                SOURCE,
                statement,
                null,
                share.mean(),
                share.ci95(),
                beyondHalf(share).above(MARGIN),
                text(
                        "The data's share r of the variance that is the data's or the start's is %.3g (%.3g to %.3g, for %d"
                                + " comparisons together; before the jackknife's correction %.3g), from %d starts, each trained on"
                                + " all of %d data sets, %d datapoints. Of all variance %.3g%% is the start's, %.3g%% the data's,"
                                + " %.3g%% of both together; parameters still correlate %.4f with their start. Reproduced if r is surely above 1/2 and at least 3/4, differs if"
                                + " surely above 1/2 but less, not reproduced if surely below 3/4. The interval is over"
                                + " starts, for these data sets%s",
                        share.mean(),
                        share.judged().low(),
                        share.judged().high(),
                        result.comparisons(),
                        found.dataOfBoth(),
                        end.starts(),
                        family.dataSets().size(),
                        end.datapoints(),
                        100 * found.startShare(),
                        100 * found.dataShare(),
                        100 * found.restShare(),
                        end.kept(),
                        comparison.level() == Level.FUNCTION
                                ? text(". Outputs are compared for %d test images, none edited", result.testImages())
                                : ""));
    }

    /** r - 1/2 at a level. */
    static Estimate beyondHalf(Moment moment, Level level) {
        return beyondHalf(moment.at(level).jackknife());
    }

    private static Estimate beyondHalf(Estimate share) {
        return new Estimate(share.mean() - 0.5, lowered(share.ci95()), lowered(share.judged()), share.n());
    }

    private static Interval lowered(Interval interval) {
        return interval == null ? null : new Interval(interval.low() - 0.5, interval.high() - 0.5);
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
