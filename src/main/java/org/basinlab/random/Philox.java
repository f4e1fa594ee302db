package org.basinlab.random;

/**
 * Philox4x32-10, the counter-based generator every engine shares: a keyed bijection of 128-bit
 * counters, so that any word of any stream is computed on its own, in any order, on any device.
 *
 * <p>Ten rounds of {@code (x0, x1, x2, x3) <- (hi(M1 x2) ^ x1 ^ k0, lo(M1 x2), hi(M0 x0) ^ x3 ^ k1, lo(M0 x0))},
 * the key raised by the Weyl constants after each.
 *
 * <p>Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, "Parallel random numbers: as easy
 * as 1, 2, 3", SC 2011. Tested against the vectors published with it.
 */
public final class Philox {
    private static final int ROUNDS = 10;
    private static final long M0 = 0xD2511F53L;
    private static final long M1 = 0xCD9E8D57L;
    private static final int W0 = 0x9E3779B9;
    private static final int W1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;

    private Philox() {}

    /**
     * The four words of one counter.
     *
     * @param key      64 bits, low half first
     * @param low      the counter's words 0 and 1, low half first
     * @param high     the counter's words 2 and 3, low half first
     * @param words    modified: receives the four words
     */
    public static void words(long key, long low, long high, int[] words) {
        var k0 = (int) key;
        var k1 = (int) (key >>> 32);
        var x0 = (int) low;
        var x1 = (int) (low >>> 32);
        var x2 = (int) high;
        var x3 = (int) (high >>> 32);
        for (var round = 0; round < ROUNDS; round++) {
            var p0 = M0 * (x0 & LOW);
            var p1 = M1 * (x2 & LOW);
            var y0 = (int) (p1 >>> 32) ^ x1 ^ k0;
            var y2 = (int) (p0 >>> 32) ^ x3 ^ k1;
            x1 = (int) p1;
            x3 = (int) p0;
            x0 = y0;
            x2 = y2;
            k0 += W0;
            k1 += W1;
        }
        words[0] = x0;
        words[1] = x1;
        words[2] = x2;
        words[3] = x3;
    }
}
