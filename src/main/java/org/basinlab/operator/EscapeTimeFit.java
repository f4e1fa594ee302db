package org.basinlab.operator;

/**
 * One law fitted to the logarithm of mean escape times.
 *
 * @param law           what it says
 * @param coefficients  a, b, or a, c: see {@link Law}
 * @param residualSd    of log(time), over all temperatures, with the degrees of freedom left; NaN if there are none
 * @param holdsFrom     lowest temperature of the widest run of them over which a fit to that run alone stays within the
 *                      factor at each; widest by the ratio of its ends. NaN if there is none with more temperatures than
 *                      the law has coefficients
 * @param holdsTo       highest temperature of it
 * @param factor        above 1
 */
public record EscapeTimeFit(
        Law law, double[] coefficients, double residualSd, double holdsFrom, double holdsTo, double factor) {
    /** Forms that log(mean escape time) may take. */
    public enum Law {
        /** a + b T: P1's guess. */
        LINEAR,
        /** a + b / T: Arrhenius. */
        RECIPROCAL,
        /** A / T + a + c log T, with the action A known: {@link LargeDeviation}. */
        LARGE_DEVIATION
    }
}
