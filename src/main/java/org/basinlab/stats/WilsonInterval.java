package org.basinlab.stats;

/**
 * The 95% interval of a probability from k successes in n independent trials: the p at which k is within
 * z = 1.96 standard errors, {@code |k/n - p| <= z sqrt(p (1 - p) / n)} (E. B. Wilson 1927). It holds for no successes, too.
 */
public final class WilsonInterval {
    /** 97.5% of a standard normal law lie below it. */
    private static final double Z = 1.959963984540054;

    private WilsonInterval() {}

    /**
     * The interval.
     *
     * @param successes from 0 to trials
     * @param trials    at least 1
     */
    public static Interval of(long successes, long trials) {
        var n = (double) trials;
        var p = successes / n;
        var centre = p + Z * Z / (2 * n);
        var half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        var scale = 1 + Z * Z / n;
        var low = successes == 0 ? 0 : (centre - half) / scale;
        var high = successes == trials ? 1 : (centre + half) / scale;
        return new Interval(low, high);
    }
}
