package org.basinlab.atlas;

import static org.basinlab.atlas.Judgement.text;

import org.basinlab.experiment.Verdict;

/**
 * The rule for "it only worked for a ReLU-like activation", of a number over the whole map, by the 95% intervals of
 * {@link Contrast}.
 *
 * <p>With sigmoid-like activations the number is <em>none</em> where its whole interval lies from {@code -none} to
 * {@code none}: {@value #NONE} of an R^2, or of r for the neurons' own part. <em>Reproduced</em>: it is surely greater
 * with ReLU-like activations, and none with sigmoid-like ones. <em>Differs</em>: surely greater, but surely more than
 * none with sigmoid-like ones too, so that it worked for both. <em>Not reproduced</em>: not surely greater, and surely
 * more than none with sigmoid-like ones; or surely smaller. Else the map cannot tell: <em>not tested</em>.
 */
final class ActivationRule {
    /** What counts as none. */
    static final double NONE = 0.05;

    private ActivationRule() {}

    static Judgement of(Contrast contrast) {
        if (contrast.ci95() == null) {
            return new Judgement(
                    null,
                    null,
                    Verdict.NOT_TESTED,
                    "Fewer than two bases have networks of both kinds that learned: give more --bases.");
        }
        return new Judgement(
                contrast.difference(),
                contrast.ci95(),
                verdict(contrast),
                text(
                        "%.3f with ReLU-like activations, %.3f with sigmoid-like ones [%.3f, %.3f], of which at most"
                                + " %.2f counts as none; it is greater with ReLU-like ones in %.0f%% of %d bases, which"
                                + " agree in all other choices.",
                        contrast.reluLike(),
                        contrast.sigmoidLike(),
                        contrast.sigmoidCi95().low(),
                        contrast.sigmoidCi95().high(),
                        NONE,
                        100 * contrast.greater(),
                        contrast.bases()));
    }

    private static Verdict verdict(Contrast contrast) {
        var sigmoid = contrast.sigmoidCi95();
        var none = -NONE <= sigmoid.low() && sigmoid.high() <= NONE;
        var some = sigmoid.low() > NONE;
        if (contrast.ci95().low() > 0) {
            return none ? Verdict.REPRODUCED : some ? Verdict.DIFFERS : Verdict.NOT_TESTED;
        }
        return some || contrast.ci95().high() < 0 ? Verdict.NOT_REPRODUCED : Verdict.NOT_TESTED;
    }
}
