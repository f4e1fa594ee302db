package org.basinlab.walkers;

import org.basinlab.random.Philox;

/**
 * {@link Philox} of many counters side by side: every round is a loop over 32-bit words kept in longs, of which the compiler
 * makes vectors where the processor multiplies them.
 */
final class PhiloxRounds {
    private static final int ROUNDS = 10;
    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;

    private PhiloxRounds() {}

    /** Words 0 to 3 of each of n counters become the four words that {@link Philox#words} gives for it; modified. */
    static void run(long key, long[] x0, long[] x1, long[] x2, long[] x3, int n) {
        var k0 = (int) key;
        var k1 = (int) (key >>> Integer.SIZE);
        for (var round = 0; round < ROUNDS; round++) {
            round(x0, x1, x2, x3, k0 & LOW, k1 & LOW, n);
            k0 += W0;
            k1 += W1;
        }
    }

    private static void round(long[] x0, long[] x1, long[] x2, long[] x3, long k0, long k1, int n) {
        for (var i = 0; i < n; i++) {
            var p0 = M0 * x0[i];
            var p1 = M1 * x2[i];
            x0[i] = p1 >>> Integer.SIZE ^ x1[i] ^ k0;
            x1[i] = p1 & LOW;
            x2[i] = p0 >>> Integer.SIZE ^ x3[i] ^ k1;
            x3[i] = p0 & LOW;
        }
    }
}
