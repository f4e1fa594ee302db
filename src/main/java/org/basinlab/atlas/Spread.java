package org.basinlab.atlas;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.basinlab.stats.Distribution;

/**
 * A number over the networks of a setting.
 *
 * @param mean   NaN where no network has it
 * @param sd     over networks, n - 1 below; NaN for fewer than two
 * @param low    5% quantile
 * @param median 50% quantile
 * @param high   95% quantile
 */
public record Spread(double mean, double sd, double low, double median, double high) {
    static Spread of(List<Network> networks, ToDoubleFunction<Network> number) {
        var all = Distribution.of(networks.stream().mapToDouble(number).toArray());
        var quantiles = all.quantiles();
        return new Spread(all.mean(), all.sd(), quantiles.get("0.05"), quantiles.get("0.5"), quantiles.get("0.95"));
    }
}
