package org.basinlab.detection;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.Interval;

/**
 * P9's conclusion, as far as small networks can judge it.
 *
 * <p>Fixed before the runs: what "exists" is a comparator found by the detector, whose tolerances were chosen on planted
 * circuits alone; it exists in networks of a kind if at least {@link #HALF} of those that learnt the maximum have one, and
 * surely more than controls: the 95% lower end of that share is above the upper end of theirs. Where fewer have one, but
 * surely more than controls, the sentence holds in another sense than most readers take it.
 */
public final class DetectionClaims {
    private static final double HALF = 0.5;

    private static final String EXISTS = "Inner optimization might exist in current neural networks";
    private static final String EVIDENCE =
            "Its being there is evidence of what future AIs can do at what levels of capability";

    private DetectionClaims() {}

    /**
     * The claims.
     *
     * @param result  null if nothing was run
     * @param instead why, for that case
     */
    public static List<Claim> of(DetectionResult result, String instead) {
        return List.of(
                result == null ? untested(EXISTS, instead) : exists(result),
                untested(
                        EVIDENCE,
                        "Networks of some tens of units, trained to select, say nothing about what larger ones do with"
                                + " selection"));
    }

    private static Claim untested(String statement, String because) {
        return new Claim("P9", statement, null, null, null, Verdict.NOT_TESTED, because);
    }

    private static Claim exists(DetectionResult result) {
        var selecting = result.selecting();
        var controls = result.controls();
        if (selecting.isEmpty() || controls.isEmpty()) {
            return untested(
                    EXISTS,
                    text(
                            "%d networks learnt the maximum and %d controls what they were trained on: train longer, with"
                                    + " --wild-steps, for at least one of each",
                            selecting.size(), controls.size()));
        }
        var hit = hits(selecting);
        var wrong = hits(controls);
        var ours = Tally.ratio(hit, selecting.size());
        var ci95 = Tally.interval(hit, selecting.size());
        var limit = Tally.interval(wrong, controls.size());
        var whole = (int)
                selecting.stream().filter(DetectionResult.WildNetwork::whole).count();
        return new Claim(
                "P9",
                EXISTS,
                null,
                ours,
                ci95,
                verdict(ours, ci95, limit),
                text(
                        "Reproduced if a comparator is found in at least half of the networks that learnt max of k, and in surely more of"
                                + " them than of controls (95%% intervals apart); differs if in fewer, but surely more. Found"
                                + " in %d of %d (%s), the whole circuit in %d; in %d of %d controls (up to %.1f%%). These are small"
                                + " networks trained to select: it shows that training finds P9's circuit, not that large networks"
                                + " trained on other things contain it",
                        hit,
                        selecting.size(),
                        byOptions(selecting),
                        whole,
                        wrong,
                        controls.size(),
                        100 * limit.high()));
    }

    private static Verdict verdict(double ours, Interval ci95, Interval limit) {
        if (ci95.low() <= limit.high()) {
            return Verdict.NOT_REPRODUCED;
        }
        return ours >= HALF ? Verdict.REPRODUCED : Verdict.DIFFERS;
    }

    private static String byOptions(List<DetectionResult.WildNetwork> networks) {
        return networks.stream()
                .map(DetectionResult.WildNetwork::options)
                .distinct()
                .sorted()
                .map(k -> {
                    var those = networks.stream().filter(n -> n.options() == k).toList();
                    return text("k = %d: %d of %d", k, hits(those), those.size());
                })
                .collect(Collectors.joining(", "));
    }

    private static int hits(List<DetectionResult.WildNetwork> networks) {
        return (int) networks.stream().filter(n -> !n.comparators().isEmpty()).count();
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
