package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.SgdStep;

/**
 * Which Fokker-Planck equation is taken for SGD, {@code W <- W - T g_j(W)} in r inner steps of T / r with j kept.
 *
 * <p>The first three differ in c alone and take no notice of r. To find which is right, compare one step of SGD with a
 * unit of time of the equation, as operators on a test function, and expand the logarithm of the step's operator in
 * T. With d = d/dW, the inner steps are to second order the flow of {@code g_j + (T/2r) g_j g_j'}, so
 *
 * <pre>  log mean_j exp(-T (g_j + (T/2r) g_j g_j') d) =
 *      -T G d + T^2 [ (1/2) S2 d^2 + (1/4) S2' d - (1/2r) (G G' + S2'/2) d ] + O(T^3)</pre>
 *
 * <p>as {@code mean g_j g_j' = G G' + S2'/2}. In conservative form that is {@code G~ = G + (T/2r) G G'}, {@code D = S2}
 * and {@code c = (1 + 1/r) / 2}: Ito for plain SGD, and the post's Stratonovich in the limit of many inner steps, where
 * each step is the exact flow of g_j for a time T (as E. Wong and M. Zakai found in 1965 for smooth noise). For r = 1 it
 * is the modified equation of Q. Li, C. Tai and W. E (2017).
 *
 * <p>At third order S2 is multiplied by {@code 1 + (T/r) G'}, and gains {@code (T/2r) G S2'}, which vanishes where G
 * does and is left out here. The factor is as large an effect on a stationary variance as the drift's: for additive
 * noise of variance s^2 about L = W^2 / 2, exactly {@code T s^2 / (2 - T)}, the Ito equation has {@code T s^2 / 2}, with the
 * drift alone modified {@code T s^2 / (2 + T)}, the wrong side of Ito, with both {@code T s^2 (1 + T) / (2 + T)}, right to
 * second order. So {@link #MODIFIED} is the one with both.
 *
 * <p>Both modified equations are expansions in {@code (T/r) G'} and no approximation where it comes near -1: at the
 * published pit's rim, where G' is -45, {@code MODIFIED} has no noise left at T = 0.022, and past -2 the modified drift
 * has changed its sign and makes stable points that SGD does not have.
 */
public enum NoiseConvention {
    /** c = 1: the diffusion term (T^2/2) d(S2 P)/dW. */
    ITO(1),
    /** c = 1/2: (T^2/2) S d(S P)/dW, as in the post. */
    STRATONOVICH(0.5),
    /** c = 0: (T^2/2) S2 dP/dW. */
    FICK(0),
    /**
     * G~ = G + (T/2r) G G', D = S2 (1 + (T/r) G'), c = (1 + 1/r)/2. Where 1 + (T/r) G' is negative, beyond the reach of
     * the expansion, D is 0.
     */
    MODIFIED(Double.NaN),
    /** G~ and c as {@link #MODIFIED} has them, D = S2. */
    MODIFIED_DRIFT(Double.NaN);

    private final double share;

    NoiseConvention(double share) {
        this.share = share;
    }

    /** c, for r inner steps. */
    public double share(int innerSteps) {
        return modified() ? 0.5 * (1 + 1.0 / innerSteps) : share;
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean modified() {
        return this == MODIFIED || this == MODIFIED_DRIFT;
    }

    /** D / S2 where dG/dW = slope. */
    double diffusionFactor(double slope, double temperature, int innerSteps) {
        return this == MODIFIED ? Math.max(0, 1 + temperature / innerSteps * slope) : 1;
    }

    /** G~ / G where dG/dW = slope. */
    double driftFactor(double slope, double temperature, int innerSteps) {
        return modified() ? 1 + temperature / (2 * innerSteps) * slope : 1;
    }

    /** The equation of SGD with its batches and inner steps. */
    public Equation equation(SgdStep step) {
        return equation(step.landscape(), step.temperature(), step.batches().varianceShare(), step.innerSteps());
    }

    /** The equation of plain SGD, one datapoint a step. */
    public Equation equation(Landscape landscape, double temperature) {
        return equation(landscape, temperature, 1, 1);
    }

    /**
     * The equation of SGD on a landscape.
     *
     * @param temperature   T, positive
     * @param varianceShare the variance of a batch's mean gradient over S2, 1 for single datapoints, 0 for no noise; see
     *     {@link org.basinlab.landscape.Batches#varianceShare}
     * @param innerSteps    r, at least 1
     */
    public Equation equation(Landscape landscape, double temperature, double varianceShare, int innerSteps) {
        require(innerSteps >= 1, "--inner-steps must be at least 1, got %s", innerSteps);
        var c = share(innerSteps);
        if (!modified()) {
            return new Equation(
                    temperature,
                    landscape::gradient,
                    w -> varianceShare * landscape.variance(w),
                    w -> varianceShare * landscape.varianceSlope(w),
                    c);
        }
        DoubleUnaryOperator factor = w -> diffusionFactor(landscape.curvature(w), temperature, innerSteps);
        return new Equation(
                temperature,
                w -> landscape.gradient(w) * driftFactor(landscape.curvature(w), temperature, innerSteps),
                w -> varianceShare * landscape.variance(w) * factor.applyAsDouble(w),
                w -> varianceShare
                        * (landscape.varianceSlope(w) * factor.applyAsDouble(w)
                                + landscape.variance(w) * Differences.slope(factor, w)),
                c);
    }
}
