package org.basinlab.atlas;

import static org.basinlab.atlas.Judgement.text;

import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;

/**
 * What the map says of P4's claims, by rules fixed before any run: {@link Judging} for the pair, {@link ActivationRule}
 * for the activations.
 *
 * <p>The pair, among settings that contradict nothing in P4: <em>reproduced</em> if at least one is sure to hold it;
 * else <em>not tested</em> if one possibly does, for then the map cannot tell; else <em>not reproduced</em>. Over the
 * whole map the same, but <em>differs</em> if all that are sure contradict P4.
 */
final class AtlasClaims {
    private AtlasClaims() {}

    static List<Claim> of(AtlasResults results) {
        var faithful = results.counts().faithful();
        var all = results.counts().all();
        return List.of(
                pair(faithful, faithful)
                        .claim("R² = 0.28 over the weights and 0.17 over the biases, in a setting that contradicts"
                                + " nothing in P4 (settings that surely hold the pair)"),
                pair(all, faithful).claim("The same, in any setting of the map (settings that surely hold the pair)"),
                ActivationRule.of(results.contrast(Measure.WEIGHTS_R2))
                        .claim("It only worked for a ReLU-like activation: weights' R² (ReLU-like less sigmoid-like,"
                                + " at matched choices)"),
                ActivationRule.of(results.contrast(Measure.BIASES_R2))
                        .claim("It only worked for a ReLU-like activation: biases' R²"),
                ActivationRule.of(results.contrast(Measure.OWN_PART))
                        .claim("It only worked for a ReLU-like activation: the neurons' own part of r, which shuffling"
                                + " neurons destroys"));
    }

    private static Judgement pair(Counts of, Counts faithful) {
        return new Judgement(
                of.learned() == 0 ? null : (double) of.sure(),
                null,
                verdict(of, faithful),
                text(
                        "Of %d settings that learned, half of the seeds chose %d; of these the other seeds are sure of %d,"
                                + " leave %d possible and rule out %d. Were every mean just too far, %.1f would be called"
                                + " sure by chance; adjusted for their number (Holm), even one is in at most 5%% of maps."
                                + " Of single networks %.1f%% are within %.2f of both R².",
                        of.learned(),
                        of.chosen(),
                        of.sure(),
                        of.possible(),
                        of.ruledOut(),
                        of.expectedByChance(),
                        100 * of.near(),
                        PublishedPair.MARGIN));
    }

    private static Verdict verdict(Counts of, Counts faithful) {
        if (of.learned() == 0) {
            return Verdict.NOT_TESTED;
        }
        if (of.sure() > 0) {
            return faithful.sure() > 0 ? Verdict.REPRODUCED : Verdict.DIFFERS;
        }
        return of.possible() > 0 ? Verdict.NOT_TESTED : Verdict.NOT_REPRODUCED;
    }
}
