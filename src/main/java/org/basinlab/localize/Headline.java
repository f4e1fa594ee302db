package org.basinlab.localize;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Verdict;
import org.basinlab.network.StandardActivation;

/** The answer in a sentence: did it replicate? */
final class Headline {
    private Headline() {}

    /**
     * The answer in a sentence.
     *
     * @param claims the first of which is that of the weights' R^2, the second that of the biases'
     */
    static String of(LocalizeResults results, List<Claim> claims) {
        var whole = results.replicas().stream().filter(r -> !r.diverged()).count();
        var diverged = results.replicas().size() - whole;
        if (whole == 0) {
            var first = results.replicas().get(0);
            return String.format(
                    Locale.ROOT,
                    "Every network diverged; seed %d in %s at datapoint %d. A lower --learning-rate may help.",
                    first.seed(),
                    first.divergedIn(),
                    first.divergedAt());
        }
        var tested = claims.stream().anyMatch(claim -> claim.verdict() != Verdict.NOT_TESTED);
        var first = results.activations().get(0);
        var seeds = tested ? softplus(results).orElse(first).replicas() : first.replicas();
        var answer = tested
                ? answer(claims.get(0), claims.get(1))
                : numbers(
                        results.summary().weights().mean(),
                        results.summary().biases().mean(),
                        results.activations().size() > 1 ? " with " + first.activation() : "");
        return answer
                + (seeds > 1 ? ", on average over " + seeds + " seeds" : "")
                + (diverged > 0 ? "; " + diverged + " of " + results.replicas().size() + " networks diverged" : "")
                + ".";
    }

    /** What the claims are judged by. */
    private static Optional<LocalizeResults.OfActivation> softplus(LocalizeResults results) {
        return results.activations().stream()
                .filter(of -> of.activation().equals(StandardActivation.SOFTPLUS.toString()))
                .findFirst();
    }

    /** Did it replicate? */
    private static String answer(Claim weights, Claim biases) {
        var verdicts = List.of(weights.verdict(), biases.verdict());
        String verdict;
        if (verdicts.equals(List.of(Verdict.REPRODUCED, Verdict.REPRODUCED))) {
            verdict = "It replicated";
        } else if (verdicts.contains(Verdict.REPRODUCED)) {
            verdict = "It replicated in part";
        } else if (verdicts.contains(Verdict.DIFFERS)) {
            verdict = "It did not replicate as published";
        } else if (verdicts.contains(Verdict.NOT_REPRODUCED)) {
            verdict = "It did not replicate";
        } else {
            verdict = "This run cannot tell whether it replicates";
        }
        return verdict + ": " + part("the weights' correlation", weights) + ", " + part("the biases'", biases);
    }

    private static String part(String what, Claim claim) {
        var numbers = claim.ours() == null
                ? ""
                : String.format(Locale.ROOT, " (R² %.2f, published %.2f)", claim.ours(), claim.published());
        return what
                + switch (claim.verdict()) {
                    case REPRODUCED -> " is as published";
                    case DIFFERS -> " is there, but not its size";
                    case NOT_REPRODUCED -> " is not shown";
                    case NOT_TESTED -> " is too uncertain to judge";
                }
                + numbers;
    }

    private static String numbers(double weights, double biases, String with) {
        return String.format(
                Locale.ROOT,
                "Relative updating accounts for %s of the variance of relative difference over the weights and %s over"
                        + " the biases%s",
                percent(weights),
                percent(biases),
                with);
    }

    private static String percent(double r2) {
        return Double.isNaN(r2) ? "no known share" : String.format(Locale.ROOT, "%.0f%%", 100 * r2);
    }
}
