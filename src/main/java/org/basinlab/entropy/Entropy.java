package org.basinlab.entropy;

import java.util.Arrays;

/**
 * Shannon's entropy {@code H = -sum p log2 p} in bits (C. E. Shannon 1948), to a relative error near rounding also of
 * laws that are almost certain.
 *
 * <p>A probability near 1 cannot hold how far it is from 1: at 1 - 1e-10 only six digits of the distance are left, and
 * the distance is what matters. So where one state has more than half, its term is {@code -(1 - q) log1p(-q)} with q
 * the sum of all the others, which are small and exact. Terms are added from the least up with compensation (A.
 * Neumaier 1974), so that the same probabilities in another order have the same entropy to the last bit.
 */
public final class Entropy {
    private Entropy() {}

    /**
     * The entropy of a law.
     *
     * @param p not negative, with sum 1; zeros count for nothing
     * @return bits
     */
    public static double bits(double[] p) {
        var some = Arrays.stream(p).filter(value -> value > 0).sorted().toArray();
        if (some.length == 0) {
            throw new IllegalArgumentException("no state has a probability above 0");
        }
        var others = new CompensatedSum();
        var terms = new CompensatedSum();
        for (var i = 0; i < some.length - 1; i++) {
            others.add(some[i]);
            terms.add(-some[i] * Math.log(some[i]));
        }
        var most = some[some.length - 1];
        if (most > 0.5) {
            var q = others.value();
            // 0 - x, not -x: a certain law has entropy 0, not -0.
            terms.add(0 - (1 - q) * Math.log1p(-q));
        } else {
            terms.add(-most * Math.log(most));
        }
        return fromNats(terms.value());
    }

    /** Natural units in bits. */
    static double fromNats(double nats) {
        return nats / Math.log(2);
    }
}
