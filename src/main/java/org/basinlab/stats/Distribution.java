package org.basinlab.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * A sample of numbers in brief, such as R^2 over replicas. NaNs among them are left out.
 *
 * @param mean      NaN for an empty sample
 * @param sd        with n - 1 below; NaN for fewer than two
 * @param min       NaN for an empty sample
 * @param max       NaN for an empty sample
 * @param quantiles by probability: 0.05, 0.25, 0.5, 0.75, 0.95, interpolated between order statistics as
 *                  {@link Quantiles} says
 */
public record Distribution(double mean, double sd, double min, double max, Map<String, Double> quantiles) {
    /** Summarises a sample. */
    public static Distribution of(double[] sample) {
        var values = Quantiles.sortedWithoutNaN(sample);
        var none = values.length == 0;
        var quantiles = new LinkedHashMap<String, Double>();
        for (var p : new String[] {"0.05", "0.25", "0.5", "0.75", "0.95"}) {
            quantiles.put(p, Quantiles.of(values, Double.parseDouble(p)));
        }
        return new Distribution(
                new Mean().evaluate(values),
                values.length < 2 ? Double.NaN : new StandardDeviation().evaluate(values),
                none ? Double.NaN : values[0],
                none ? Double.NaN : values[values.length - 1],
                quantiles);
    }
}
