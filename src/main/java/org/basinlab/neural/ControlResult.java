package org.basinlab.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.basinlab.stats.Interval;
import org.basinlab.stats.StudentInterval;

/**
 * Networks of several seeds that run one plant: do units that a measure puts high lose the most control when ablated?
 *
 * <p>For each network the rank correlation (Spearman 1904) over its units between a measure and the loss of control;
 * over networks the mean with Student's 95% interval. The best baseline is the one with the highest mean on these same
 * networks, which favours the baselines.
 *
 * @param plant        what is run
 * @param networks     how many seeds
 * @param units        of each network
 * @param imitation    mean over networks of the imitation's error, as a share of the standard deviation
 * @param intact       mean squared deviation under the networks
 * @param taught       the same under the controller they imitate
 * @param medianOp     median over all units of all networks, nats
 * @param negative     share of units and starts with Comp &lt; 0
 * @param correlations of every measure with both losses
 * @param differences  of Op and of |Op| from the best baseline
 */
public record ControlResult(
        String plant,
        int networks,
        int units,
        double imitation,
        double intact,
        double taught,
        double medianOp,
        double negative,
        List<Correlation> correlations,
        List<Difference> differences) {
    /**
     * A measure's rank correlation with the loss of control.
     *
     * @param measure   ranked by
     * @param ablation  {@code zero} or {@code mean}: what units are held at
     * @param byNetwork one a network
     * @param mean      over networks
     * @param ci95      of the mean; null for one network
     */
    public record Correlation(String measure, String ablation, double[] byNetwork, double mean, Interval ci95) {}

    /**
     * How much better a measure ranks than the best baseline.
     *
     * @param measure  {@code Op} or {@code |Op|}
     * @param ablation as above
     * @param baseline the best of them
     * @param mean     over networks, of the difference of rank correlations
     * @param ci95     of the mean; null for one network
     */
    public record Difference(String measure, String ablation, String baseline, double mean, Interval ci95) {}

    static ControlResult of(Plant plant, List<ControlledUnits> all) {
        var correlations = new ArrayList<Correlation>();
        var differences = new ArrayList<Difference>();
        for (var zero : new boolean[] {true, false}) {
            var ablation = zero ? "zero" : "mean";
            var rows = new ArrayList<Correlation>();
            for (var measure : Measure.values()) {
                var r = all.stream()
                        .mapToDouble(n -> spearman(n.by(measure), zero ? n.lostAtZero() : n.lostAtMean()))
                        .toArray();
                rows.add(
                        new Correlation(measure.toString(), ablation, r, StatUtils.mean(r), StudentInterval.ofMean(r)));
            }
            var best = Arrays.stream(Measure.values())
                    .filter(Measure::isBaseline)
                    .max((one, other) -> Double.compare(
                            rows.get(one.ordinal()).mean(),
                            rows.get(other.ordinal()).mean()))
                    .orElseThrow();
            for (var measure : List.of(Measure.OP, Measure.SIZE_OF_OP)) {
                var d = new double[all.size()];
                for (var k = 0; k < d.length; k++) {
                    d[k] = rows.get(measure.ordinal()).byNetwork()[k]
                            - rows.get(best.ordinal()).byNetwork()[k];
                }
                differences.add(new Difference(
                        measure.toString(), ablation, best.toString(), StatUtils.mean(d), StudentInterval.ofMean(d)));
            }
            correlations.addAll(rows);
        }
        return new ControlResult(
                plant.toString(),
                all.size(),
                all.get(0).op().length,
                all.stream().mapToDouble(ControlledUnits::imitation).average().orElseThrow(),
                all.stream().mapToDouble(ControlledUnits::intact).average().orElseThrow(),
                all.stream().mapToDouble(ControlledUnits::taught).average().orElseThrow(),
                StatUtils.percentile(
                        all.stream().flatMapToDouble(n -> Arrays.stream(n.op())).toArray(), 50),
                all.stream()
                        .flatMapToDouble(n -> Arrays.stream(n.negative()))
                        .average()
                        .orElseThrow(),
                correlations,
                differences);
    }

    private static double spearman(double[] x, double[] y) {
        return new SpearmansCorrelation().correlation(x, y);
    }

    /** One measure's correlation. */
    Correlation correlation(Measure measure, String ablation) {
        return correlations.stream()
                .filter(c ->
                        c.measure().equals(measure.toString()) && c.ablation().equals(ablation))
                .findFirst()
                .orElseThrow();
    }

    /** One measure's difference from the best baseline. */
    Difference difference(Measure measure, String ablation) {
        return differences.stream()
                .filter(d ->
                        d.measure().equals(measure.toString()) && d.ablation().equals(ablation))
                .findFirst()
                .orElseThrow();
    }
}
