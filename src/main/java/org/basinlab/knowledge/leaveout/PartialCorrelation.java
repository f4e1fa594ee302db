package org.basinlab.knowledge.leaveout;

/**
 * Correlations of x and y among cases that are alike in further quantities: that of what is left of each when its straight
 * line, or plane, in the others is taken away (G. U. Yule 1907).
 */
final class PartialCorrelation {
    /** Below this share of its variance, what is left of a quantity is rounding. */
    private static final double NOTHING = 1e-12;

    private PartialCorrelation() {}

    /** {@code (r_xy - r_xz r_yz) / sqrt((1 - r_xz^2)(1 - r_yz^2))}; NaN where z leaves nothing of x or y. */
    static double given(double xy, double xz, double yz) {
        var left = (1 - xz * xz) * (1 - yz * yz);
        return 1 - xz * xz < NOTHING || 1 - yz * yz < NOTHING
                ? Double.NaN
                : Math.max(-1, Math.min(1, (xy - xz * yz) / Math.sqrt(left)));
    }

    /** Given z and w: the same, from the correlations given z. */
    static double given(Centred x, Centred y, Centred z, Centred w) {
        var xz = x.correlation(z);
        var yz = y.correlation(z);
        var wz = w.correlation(z);
        return given(given(x.correlation(y), xz, yz), given(x.correlation(w), xz, wz), given(y.correlation(w), yz, wz));
    }

    /** Given z. */
    static double given(Centred x, Centred y, Centred z) {
        return given(x.correlation(y), x.correlation(z), y.correlation(z));
    }
}
