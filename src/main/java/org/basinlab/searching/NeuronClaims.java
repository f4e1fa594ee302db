package org.basinlab.searching;

import java.util.Comparator;
import java.util.List;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Judged;
import org.basinlab.experiment.Verdict;
import org.basinlab.searching.NeuronResult.Gap;
import org.basinlab.searching.NeuronResult.GradientError;

/**
 * What P9 says of custom neurons, judged.
 *
 * <p>Fixed before the runs: such a neuron is embedded and performs search if it gives the same outputs to the bit when
 * saved, loaded and cloned; its gradients are exact to 1e-6 of their largest number (1e-5 for the most gradient steps,
 * which leave a little of the gradient); a network with it learns the value of a search to less than half of the
 * target's deviation; and every kind of proposal comes within a hundredth of the range of the true maximum in one
 * dimension on average, with the whole budget.
 */
public final class NeuronClaims {
    private static final double EXACT = 1e-6;
    private static final double AFTER_STEPS = 1e-5;
    private static final double LEARNED = 0.5;
    private static final double NEAR = 0.01;

    private NeuronClaims() {}

    /**
     * The claims.
     *
     * @param result  of the study; null where it was not run
     * @param instead why it was not
     */
    public static List<Claim> of(NeuronResult result, String instead) {
        return List.of(embedded(result, instead), unused());
    }

    private static Claim embedded(NeuronResult result, String instead) {
        var statement = "Custom neuron functions can be embedded into a network and perform search: propose inputs to a"
                + " subnetwork, evaluate, keep the best";
        if (result == null) {
            return Judged.of("P9", statement, null, null, Verdict.NOT_TESTED, "%s", instead);
        }
        var fixed = result.gradients().stream()
                .filter(g -> g.steps() == 0)
                .mapToDouble(GradientError::most)
                .max()
                .orElseThrow();
        var stepped = lastSteps(result);
        var learned = result.learned().get(0).mean();
        var gap = gapOfWorst(result);
        return Judged.holds(
                "P9",
                statement,
                null,
                gap,
                result.survivesSaving() && fixed <= EXACT && stepped <= AFTER_STEPS && learned < LEARNED && gap <= NEAR,
                "Reproduced if a DL4J layer of them gives the same outputs to the bit when saved, loaded and cloned (%s), has"
                        + " gradients within %.0e of central differences, as a share of the largest (%.1e; after the most gradient"
                        + " steps within %.0e: %.1e), learns the value of a search to a test error below %s deviations (%.3f), and"
                        + " in one dimension misses the maximum by at most %s of the range on average, by each kind of proposal"
                        + " (the worst, %.2e)",
                result.survivesSaving() ? "it does" : "it does not",
                EXACT,
                fixed,
                AFTER_STEPS,
                stepped,
                LEARNED,
                learned,
                NEAR,
                gap);
    }

    private static double lastSteps(NeuronResult result) {
        var all = result.gradients().stream().filter(g -> g.steps() > 0).toList();
        return all.stream()
                .filter(g -> all.stream().noneMatch(o -> o.dimensions() == g.dimensions() && o.steps() > g.steps()))
                .mapToDouble(GradientError::most)
                .max()
                .orElseThrow();
    }

    /** Of each kind in one dimension with the whole budget, the worst. */
    private static double gapOfWorst(NeuronResult result) {
        return largest(result).stream().mapToDouble(Gap::mean).max().orElseThrow();
    }

    /** The nearest of each kind's largest budget in one dimension. */
    static Gap lastGap(NeuronResult result) {
        return largest(result).stream()
                .min(Comparator.comparingDouble(Gap::mean))
                .orElseThrow();
    }

    private static List<Gap> largest(NeuronResult result) {
        var line = result.gaps().stream().filter(g -> g.dimensions() == 1).toList();
        return line.stream()
                .filter(g ->
                        line.stream().noneMatch(o -> o.kind().equals(g.kind()) && o.evaluations() > g.evaluations()))
                .toList();
    }

    private static Claim unused() {
        return Judged.of(
                "P9",
                "No public model uses such neurons",
                null,
                null,
                Verdict.NOT_TESTED,
                "What public models are made of is no matter of this laboratory");
    }
}
