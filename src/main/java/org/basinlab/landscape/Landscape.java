package org.basinlab.landscape;

import java.util.List;
import java.util.Optional;

/**
 * Datapoint losses of one parameter W, uniformly weighted: L = mean_j l_j. P2's notation: g_j = dl_j/dW,
 * G = mean_j g_j, S2 = mean_j (g_j - G)^2, the population variance.
 */
public interface Landscape {
    /** l_0, l_1, ...; at least one. */
    List<? extends DatapointLoss> losses();

    /** These losses. */
    static Landscape of(DatapointLoss... losses) {
        return of(List.of(losses));
    }

    /** These losses. If all are formulas, what they have in common is computed once. */
    static Landscape of(List<? extends DatapointLoss> losses) {
        return !losses.isEmpty() && losses.stream().allMatch(Formula.class::isInstance)
                ? new FormulaLandscape(losses.stream().map(Formula.class::cast).toList())
                : new Losses(List.copyOf(losses));
    }

    /** All g_j of W, in order, as one program; empty unless every loss is a {@link Formula}. To be asked for once. */
    default Optional<Tape> gradients() {
        return Landscape.of(losses()) instanceof FormulaLandscape formulas ? formulas.gradients() : Optional.empty();
    }

    /** How many datapoints there are. */
    default int datapoints() {
        return losses().size();
    }

    /** L(W). */
    default double loss(double w) {
        var sum = 0.0;
        for (var loss : losses()) {
            sum += loss.value(w);
        }
        return sum / datapoints();
    }

    /** G(W) = dL/dW. */
    default double gradient(double w) {
        var sum = 0.0;
        for (var loss : losses()) {
            sum += loss.gradient(w);
        }
        return sum / datapoints();
    }

    /** dG/dW. */
    default double curvature(double w) {
        var sum = 0.0;
        for (var loss : losses()) {
            sum += loss.curvature(w);
        }
        return sum / datapoints();
    }

    /** S2(W), of single datapoints; of batches see {@link Batches#varianceShare}. */
    default double variance(double w) {
        var mean = gradient(w);
        var sum = 0.0;
        for (var loss : losses()) {
            var deviation = loss.gradient(w) - mean;
            sum += deviation * deviation;
        }
        return sum / datapoints();
    }

    /** dS2/dW = 2 mean_j (g_j - G)(g_j' - G'). */
    default double varianceSlope(double w) {
        var mean = gradient(w);
        var slope = curvature(w);
        var sum = 0.0;
        for (var loss : losses()) {
            sum += (loss.gradient(w) - mean) * (loss.curvature(w) - slope);
        }
        return 2 * sum / datapoints();
    }
}
