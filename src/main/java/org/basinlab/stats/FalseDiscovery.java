package org.basinlab.stats;

import java.util.Arrays;

/**
 * Many tests at once: p-values adjusted so that of those at or below q, a share of at most q is false on average.
 *
 * <p>With p_(1) <= ... <= p_(m), the adjusted {@code p_(i) = min over j >= i of m p_(j) / j}, at most 1
 * (Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", 1995). The promise holds for independent
 * tests and for positively dependent ones (Y. Benjamini and D. Yekutieli 2001), as neighbouring pixels are; for
 * tests that pull against each other it may fall short by a factor of up to 1 + 1/2 + ... + 1/m.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Adjusted p-values, in the order given.
     *
     * @param p one a test; NaN where no test was made, which stays NaN and is not counted
     */
    public static double[] adjusted(double[] p) {
        var order = Ascending.order(p);
        var adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        var least = 1.0;
        for (var rank = order.length; rank > 0; rank--) {
            var i = order[rank - 1];
            least = Math.min(least, p[i] * order.length / rank);
            adjusted[i] = least;
        }
        return adjusted;
    }
}
