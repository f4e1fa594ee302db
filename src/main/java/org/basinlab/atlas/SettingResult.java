package org.basinlab.atlas;

import java.util.List;
import java.util.Map;

/**
 * What one setting gives. Spreads are over the networks that every setting has and that learned; those that only a
 * chosen setting has judge it, and are in nothing else.
 *
 * @param choices       level by option
 * @param contradicts   the options whose level contradicts what P4 says
 * @param learning      what became of its networks
 * @param networks      how many every setting has
 * @param diverged      of them
 * @param usable        of them: learned, and with both correlations
 * @param accuracy      mean on test images of those that did not diverge
 * @param weightsR2     R^2 over the weights
 * @param biasesR2      R^2 over the biases
 * @param ownPart       of r over the hidden weights, what is the neurons' own
 * @param perPixel      mean correlation of a pixel
 * @param weightsBelow  share of networks whose weights R^2 is below the published one
 * @param biasesBelow   share whose biases R^2 is
 * @param near          share with both R^2, signs included, within {@value PublishedPair#MARGIN} of the published ones
 * @param choosing      the first half of the seeds
 * @param judging       all others
 * @param pMeanHolm     of those that judge, adjusted for the number of chosen settings; NaN where not chosen
 * @param holding       the verdict
 */
public record SettingResult(
        Map<String, String> choices,
        List<String> contradicts,
        Learning learning,
        int networks,
        int diverged,
        int usable,
        double accuracy,
        Spread weightsR2,
        Spread biasesR2,
        Spread ownPart,
        Spread perPixel,
        double weightsBelow,
        double biasesBelow,
        double near,
        Half choosing,
        Half judging,
        double pMeanHolm,
        Holding holding) {
    /** Its level of a choice. */
    public String level(Choice choice) {
        return choices.get(choice.option());
    }

    /** Whether it contradicts nothing that P4 says. */
    boolean faithful() {
        return contradicts.isEmpty();
    }

    /** Whether its networks learned and have correlations. */
    boolean learned() {
        return learning == Learning.LEARNED;
    }

    boolean chosen() {
        return holding != Holding.NOT_CHOSEN;
    }
}
