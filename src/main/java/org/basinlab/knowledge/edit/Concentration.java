package org.basinlab.knowledge.edit;

import java.util.Arrays;

/**
 * How unevenly an energy is spread over n places, m_i in each; all three are NaN where there is no energy, or
 * but one place, as which nothing can be more or less concentrated.
 *
 * @param participation the participation ratio as a share of the places, {@code (sum m)^2 / (n sum m^2)}: k/n if it is
 *                      spread evenly over k of them, so from 1/n, all in one place, to 1
 * @param gini          C. Gini's coefficient (1912), {@code sum (2i - n - 1) m_(i) / (n sum m)} with m_(1) the least: from
 *                      0, spread evenly, to (n - 1)/n, all in one place
 * @param top           the share of the energy in the 1% of places that have most. Where n/100 is no whole number, the
 *                      Lorenz curve is followed between its points: 7.84 of 784 pixels are the first seven and 0.84 of
 *                      the eighth
 */
public record Concentration(double participation, double gini, double top) {
    /** The share of places that {@code top} is about. */
    public static final double TOP = 0.01;

    /** Of no energy at all, or none that is known, or in one place alone. */
    public static final Concentration UNKNOWN = new Concentration(Double.NaN, Double.NaN, Double.NaN);

    /**
     * Of an energy.
     *
     * @param energies none negative
     */
    public static Concentration of(double[] energies) {
        var m = energies.clone();
        Arrays.sort(m);
        var n = m.length;
        var most = n < 2 ? 0 : m[n - 1];
        if (!(most > 0) || !Double.isFinite(most)) {
            return UNKNOWN;
        }
        var sum = 0.0;
        var squares = 0.0;
        var ranked = 0.0;
        for (var i = 0; i < n; i++) {
            // In parts of the greatest, for squares of the energies themselves can be too small to be told from zero.
            var part = m[i] / most;
            sum += part;
            squares += part * part;
            ranked += (2.0 * (i + 1) - n - 1) * part;
        }
        return new Concentration(sum * sum / (n * squares), ranked / (n * sum), greatest(m, TOP * n) / most / sum);
    }

    /** The sum of so many of the greatest, the last of them in part. */
    private static double greatest(double[] ascending, double places) {
        var whole = (int) places;
        var n = ascending.length;
        var sum = 0.0;
        for (var k = 0; k < whole; k++) {
            sum += ascending[n - 1 - k];
        }
        return whole < n ? sum + (places - whole) * ascending[n - 1 - whole] : sum;
    }

    /**
     * How much less of the places this takes up than another, in logarithms: {@code ln(PR of the other / PR of this)}.
     * Positive if this is the more concentrated.
     */
    public double logRatioTo(Concentration other) {
        return Math.log(other.participation / participation);
    }
}
