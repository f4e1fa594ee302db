package org.basinlab.localize;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.basinlab.experiment.Claim;
import org.basinlab.network.StandardActivation;

/**
 * Every claim of P4, judged by the rules in {@link CorrelationRules}, {@link ActivationRules} and
 * {@link PatternRules}, which were fixed before the run. A run in a setting that contradicts P4 judges none (see
 * {@link P4Setting}).
 */
final class LocalizeClaims {
    /** Verdicts that rest on an interval: two R^2, the second half. */
    private static final int COMPARISONS = 3;
    /** More of them where sigmoid was run. */
    private static final int WITH_SIGMOID = 2;

    private final List<Replica> softplus;
    private final List<Replica> sigmoid;
    private final int columns;
    private final String whatDiffers;

    /**
     * The claims before a run's replicas.
     *
     * @param setting what contradicts P4 in the run's setting; empty where nothing does
     * @param columns of an image
     */
    LocalizeClaims(String setting, LocalizeResults results, int columns) {
        softplus = LocalizeResults.whole(results.replicas(), StandardActivation.SOFTPLUS.toString());
        sigmoid = LocalizeResults.whole(results.replicas(), StandardActivation.SIGMOID.toString());
        this.columns = columns;
        whatDiffers = setting.isEmpty() && softplus.isEmpty() ? "Every replica diverged" : setting;
    }

    List<Claim> all() {
        var comparisons = COMPARISONS + (sigmoid.isEmpty() ? 0 : WITH_SIGMOID);
        var correlation = new CorrelationRules(softplus, comparisons);
        var activation = new ActivationRules(softplus, sigmoid, comparisons);
        var pattern = new PatternRules(softplus, columns);
        return Stream.of(
                        new Rule(
                                "Weights: relative updating and relative difference are correlated, R² = 0.28",
                                Published.WEIGHTS_R2,
                                () -> correlation.squared(Published.WEIGHTS_R2, ParameterSet.WEIGHTS)),
                        new Rule(
                                "Biases: they are correlated, R² = 0.17",
                                Published.BIASES_R2,
                                () -> correlation.squared(Published.BIASES_R2, ParameterSet.BIASES)),
                        new Rule("Biases: p < 0.0001 by t-test", Published.BIASES_P, correlation::biasesSignificant),
                        new Rule(
                                "The correlation is slightly stronger over the second half of phase 1 than over all of it",
                                null,
                                correlation::secondHalfStronger),
                        new Rule(
                                "It only worked for a ReLU-like activation; with sigmoid there was nothing like it",
                                null,
                                activation::onlyReluLike),
                        new Rule(
                                "Only a ReLU-like activation, taken of the neurons' own part of r, which shuffling neurons"
                                        + " destroys",
                                null,
                                activation::onlyReluLikeOfOwnPart),
                        new Rule("The weights fall in clusters, one a hidden neuron", null, pattern::clusters),
                        new Rule(
                                "The pattern of the clusters is almost that of the biases",
                                null,
                                pattern::clustersFollowBiases),
                        new Rule(
                                "The correlation of each input pixel is mostly positive",
                                null,
                                pattern::pixelsMostlyPositive),
                        new Rule("Some regions of pixels are negative", null, pattern::negativeRegions),
                        new Rule("It is much weaker round the edges", null, pattern::weakAtTheEdges),
                        new Rule("The loss is least early in the first epoch", null, pattern::lossLeastEarly))
                .map(rule -> rule.claim(whatDiffers.isEmpty() ? rule.judge().get() : Judgement.notTested(whatDiffers)))
                .toList();
    }

    /** What P4 says, and how to judge it. */
    private record Rule(String statement, Double published, Supplier<Judgement> judge) {
        Claim claim(Judgement judgement) {
            return new Claim(
                    "P4",
                    statement,
                    published,
                    judgement.ours(),
                    judgement.ci95(),
                    judgement.verdict(),
                    judgement.because());
        }
    }
}
