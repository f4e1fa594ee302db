package org.basinlab.stats;

import java.util.Arrays;

/**
 * Many tests at once: p-values adjusted so that the chance of even one false rejection at level a is at most a,
 * however the tests depend on each other.
 *
 * <p>With p_(1) <= ... <= p_(m), the adjusted {@code p_(i) = max over j <= i of (m - j + 1) p_(j)}, at most 1
 * (S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 1979).
 */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p-values, in the order given.
     *
     * @param p one a test; NaN where no test was made, which stays NaN and is not counted
     */
    public static double[] adjusted(double[] p) {
        var order = Ascending.order(p);
        var adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        var most = 0.0;
        for (var rank = 0; rank < order.length; rank++) {
            var i = order[rank];
            most = Math.max(most, Math.min(1, p[i] * (order.length - rank)));
            adjusted[i] = most;
        }
        return adjusted;
    }
}
