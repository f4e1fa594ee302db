package org.basinlab.localize;

import java.util.ArrayList;

/**
 * What r over the first layer's weights is on average when tallies are dealt out anew among its neurons, exactly. Over
 * all permutations pi of H neurons,
 *
 * <pre>E sum over i, j of r_{i pi(j)} q_{ij} = (1/H) sum over i of (sum over j of r_ij) (sum over j of q_ij)</pre>
 *
 * and means and variances stay, so the mean correlation is that of the pixels' means, scaled. What r is above it is the
 * neurons' own part. Neurons with a weight that has no r or no q are left out.
 */
final class ShuffledMean {
    private ShuffledMean() {}

    /**
     * The mean correlation.
     *
     * @return NaN for fewer than two whole neurons, or where one side does not vary
     */
    static double of(RelativeSizes sizes, int inputs, int units) {
        var whole = new ArrayList<Integer>();
        for (var j = 0; j < units; j++) {
            if (isWhole(sizes, j * inputs, inputs)) {
                whole.add(j);
            }
        }
        var n = (double) whole.size() * inputs;
        var ofR = new double[inputs];
        var ofQ = new double[inputs];
        var sumR = 0.0;
        var sumQ = 0.0;
        var rr = 0.0;
        var qq = 0.0;
        for (var j : whole) {
            for (var i = 0; i < inputs; i++) {
                // About the middle of [0, 1], so that little cancels.
                var r = sizes.r()[j * inputs + i] - 0.5;
                var q = sizes.q()[j * inputs + i] - 0.5;
                ofR[i] += r;
                ofQ[i] += q;
                sumR += r;
                sumQ += q;
                rr += r * r;
                qq += q * q;
            }
        }
        var product = 0.0;
        for (var i = 0; i < inputs; i++) {
            product += ofR[i] * ofQ[i] / whole.size();
        }
        var varianceR = rr - sumR * sumR / n;
        var varianceQ = qq - sumQ * sumQ / n;
        return whole.size() < 2 || !(varianceR > 0) || !(varianceQ > 0)
                ? Double.NaN
                : (product - sumR * sumQ / n) / Math.sqrt(varianceR * varianceQ);
    }

    private static boolean isWhole(RelativeSizes sizes, int from, int inputs) {
        for (var w = from; w < from + inputs; w++) {
            if (Double.isNaN(sizes.r()[w] + sizes.q()[w])) {
                return false;
            }
        }
        return true;
    }
}
