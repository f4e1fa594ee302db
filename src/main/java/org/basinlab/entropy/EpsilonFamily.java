package org.basinlab.entropy;

import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * P6's narrow distributions on a thermostat: product law with marginals (e/2, 1 - e, e/2) at t - 1, one step to P, one
 * to P next.
 *
 * <p>For the smart thermostat the adjusted strength tends to half the entropy at t - 1. To first order in e, with L =
 * log2(1/e), a law whose unlikely states have probabilities c_i e has
 * {@code S = e (C L - sum c_i log2 c_i + C / ln 2)}, C = sum c_i. Those states have
 *
 * <pre>
 *   P at t - 1   (1/2, 1/2, 1/2, 1/2)   S = e (2 L + 2 + 2 / ln 2)
 *   P            (1/2, 1/2, 1/2, 1/2)   S = e (2 L + 2 + 2 / ln 2)
 *   P'           (1/2, 1/2, 1, 1)       S = e (3 L + 1 + 3 / ln 2)
 *   P next       (1/2, 1/2)             S = e (L + 1 + 1 / ln 2)
 *   P' next      (1/2, 1/2, 1, 1)       S = e (3 L + 1 + 3 / ln 2)
 * </pre>
 *
 * <p>so that the adjusted strength is e (L + 1 + 1 / ln 2), exactly half of the first line: the ratio is 1/2 but for
 * terms of relative order e, without any in 1 / L. Hence the fast approach.
 *
 * @param rows one for each e
 * @param fit  of the adjusted strength to the entropy; null below two usable rows
 */
public record EpsilonFamily(List<Row> rows, Fit fit) {
    /** The post fits so many points, those of the least entropy. */
    private static final int FITTED = 5;

    public EpsilonFamily {
        rows = List.copyOf(rows);
    }

    /**
     * One member.
     *
     * @param start            entropy at t - 1
     * @param adjustedStrength of P
     * @param ratio            of the two
     */
    public record Row(double epsilon, double start, double adjustedStrength, double ratio) {}

    /**
     * {@code log(adjusted strength) = log(factor) + slope log(start)}, least squares.
     *
     * @param points how many, those of the least entropy
     */
    public record Fit(double slope, double factor, int points) {}

    /**
     * The family.
     *
     * @param epsilons each above 0, at most 1
     */
    public static EpsilonFamily of(Thermostat thermostat, List<Double> epsilons) {
        var system = thermostat.system();
        var rows = epsilons.stream()
                .map(epsilon -> {
                    var before = Thermostat.narrow(epsilon);
                    var bits = Course.of(system, Thermostat.SPLIT, system.next(before), 1)
                            .bits();
                    var start = before.entropy();
                    return new Row(epsilon, start, bits.adjustedStrength(), bits.adjustedStrength() / start);
                })
                .toList();
        return new EpsilonFamily(rows, fit(rows));
    }

    /** The plain thermostat's adjusted strength is negative: it has no logarithm, and no fit. */
    private static Fit fit(List<Row> rows) {
        var left = rows.stream()
                .sorted((one, other) -> Double.compare(one.start, other.start))
                .limit(FITTED)
                .toList();
        if (left.size() < 2 || left.stream().anyMatch(row -> row.adjustedStrength <= 0)) {
            return null;
        }
        var line = new SimpleRegression();
        left.forEach(row -> line.addData(Math.log(row.start), Math.log(row.adjustedStrength)));
        return new Fit(line.getSlope(), Math.exp(line.getIntercept()), left.size());
    }
}
