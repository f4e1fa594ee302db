package org.basinlab.atlas;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.basinlab.stats.Interval;

/**
 * The map with one activation: means over the bases where it learned, with Student's intervals over bases.
 *
 * @param activation its name
 * @param bases      where it learned
 * @param weightsR2  R^2 over the weights
 * @param biasesR2   R^2 over the biases
 * @param ownPart    of r over the hidden weights, what is the neurons' own
 */
public record ByActivation(String activation, int bases, Estimate weightsR2, Estimate biasesR2, Estimate ownPart) {
    /**
     * A mean over bases.
     *
     * @param mean NaN where there is none
     * @param ci95 null below two bases
     */
    public record Estimate(double mean, Interval ci95) {}

    static List<ByActivation> of(MapOfBases map) {
        return map.settings().stream()
                .map(setting -> setting.level(Choice.ACTIVATION))
                .distinct()
                .sorted(Choice.ACTIVATION.order())
                .map(activation -> new ByActivation(
                        activation,
                        ofBases(map, activation, Measure.WEIGHTS_R2).length,
                        estimate(map, activation, Measure.WEIGHTS_R2),
                        estimate(map, activation, Measure.BIASES_R2),
                        estimate(map, activation, Measure.OWN_PART)))
                .toList();
    }

    /** A mean for each base where the activation learned. */
    static double[] ofBases(MapOfBases map, String activation, Measure measure) {
        return map.bases().stream()
                .mapToDouble(base -> base.stream()
                        .filter(setting -> setting.level(Choice.ACTIVATION).equals(activation))
                        .mapToDouble(measure::mean)
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static Estimate estimate(MapOfBases map, String activation, Measure measure) {
        var values = ofBases(map, activation, measure);
        return new Estimate(StatUtils.mean(values), measure.ofMean(values));
    }
}
