package org.basinlab.knowledge.setting;

import java.util.List;
import java.util.stream.Collectors;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;

/**
 * A case built so that its answer is known, put through the same measures and rules as the data.
 *
 * @param name     of the case
 * @param kind     {@code positive}, in which the hypothesis must hold, or {@code negative}, in which it must not
 * @param built    how, in a sentence
 * @param found    the number that its rule judges
 * @param verdict  by the rule that judges the claim
 * @param passed   whether it came out as built: a positive one reproduced, a negative one not, its mean below the
 *                 margin
 */
public record Control(String name, String kind, String built, Estimate found, Verdict verdict, boolean passed) {
    /** A case in which the hypothesis must hold. */
    public static Control positive(String name, String built, Estimate found, double margin) {
        var verdict = found.above(margin);
        return new Control(name, "positive", built, found, verdict, verdict == Verdict.REPRODUCED);
    }

    /** A case in which it must not. */
    public static Control negative(String name, String built, Estimate found, double margin) {
        var verdict = found.above(margin);
        return new Control(
                name, "negative", built, found, verdict, verdict != Verdict.REPRODUCED && found.mean() < margin);
    }

    /** Claims as judged where every control passed; else none is tested, for the measure does not do what it should. */
    public static List<Claim> gate(List<Control> controls, List<Claim> claims) {
        var failed = controls.stream().filter(c -> !c.passed).map(Control::name).collect(Collectors.joining(", "));
        if (failed.isEmpty()) {
            return claims;
        }
        return claims.stream()
                .map(c -> new Claim(
                        c.source(),
                        c.statement(),
                        c.published(),
                        c.ours(),
                        c.ci95(),
                        Verdict.NOT_TESTED,
                        "Not judged, for a control did not come out as built: " + failed + ". " + c.because()))
                .toList();
    }
}
