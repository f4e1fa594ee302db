package org.basinlab.current;

import java.util.List;

/**
 * What a run of the probability current found. Times are in steps.
 *
 * @param low          lower end of the solver's domain
 * @param high         its upper end
 * @param cells        in it
 * @param barrier      beyond it W has escaped; null for none
 * @param states       the density by the equation
 * @param walkers      many walkers at the same times
 * @param operator     SGD's own law at the same times, without chance
 * @param moments      exact mean and deviation at the same times where all gradients are linear; null elsewhere
 * @param conventions  every equation at the last time
 * @param endState     what the density comes to
 * @param escapeErrors of every equation in P1's pit; empty where no temperature is asked for
 * @param rateErrors   likewise
 * @param validations  P2's first two, with walkers as many as in the post
 * @param remedy       P2's several small steps, in P1's pit
 * @param endExponents the c of SGD's own end state, by inner steps
 * @param widths       a wide and a narrow minimum
 * @param plane        two parameters
 */
public record CurrentResults(
        double low,
        double high,
        int cells,
        Double barrier,
        List<Solved> states,
        List<Walked> walkers,
        List<Exact> operator,
        List<Moments> moments,
        List<Ending> conventions,
        End endState,
        List<EscapeError> escapeErrors,
        List<RateError> rateErrors,
        List<Validation> validations,
        List<Remedy> remedy,
        List<Exponent> endExponents,
        Widths widths,
        Plane plane) {
    /**
     * The density at a time.
     *
     * @param mass    in the domain
     * @param minimum the smallest density of a cell
     * @param escaped mass beyond the barrier; null where there is none
     */
    public record Solved(double time, double mean, double sd, double mass, double minimum, Double escaped) {}

    /**
     * The walkers at a time.
     *
     * @param escaped    their part beyond the barrier; null where there is none
     * @param overflowed how many have no finite W any more; they are in neither mean nor sd
     */
    public record Walked(double time, double mean, double sd, Double escaped, long overflowed) {}

    /**
     * SGD's law at a time. The errors are differences from a grid of half the cells.
     *
     * @param outside mass that has left the grid, which is in neither mean nor sd
     */
    public record Exact(
            double time,
            double mean,
            double sd,
            Double escaped,
            double outside,
            double meanError,
            double sdError,
            Double escapedError) {}

    /** Exact moments at a time: of SGD, and of the run's equation. */
    public record Moments(double time, double mean, double sd, double equationMean, double equationSd) {}

    /** An equation at the last time. */
    public record Ending(NoiseConvention convention, double mean, double sd, Double escaped) {}

    /**
     * The end state between the domain's ends, as the run's equation has it.
     *
     * @param defined whether its logarithm, -energy, is
     * @param mean    null where it is not
     * @param sd      likewise
     * @param at      where it fails; null where it does not
     * @param reason  why; null likewise
     */
    public record End(boolean defined, Double mean, Double sd, Double at, String reason) {}

    /**
     * Escape from P1's pit by an equation.
     *
     * @param escaped by the equation
     * @param error   of that: its difference from a coarser mesh's
     * @param sgd     by the operator
     * @param ratio   of the two
     * @param inRange whether the equation is an approximation at all at this temperature
     * @param mass    in the domain
     * @param minimum the smallest density of a cell
     */
    public record EscapeError(
            double temperature,
            NoiseConvention convention,
            int steps,
            double escaped,
            double error,
            double sgd,
            double ratio,
            boolean inRange,
            double mass,
            double minimum) {}

    /**
     * Escapes a step from P1's pit to W = 1.5, as 1 / mean first passage.
     *
     * @param rate  by the equation; null where it never leaves, for want of noise
     * @param sgd   by the operator
     * @param ratio of the two
     */
    public record RateError(
            double temperature, NoiseConvention convention, Double rate, double sgd, Double ratio, boolean inRange) {}

    /**
     * P2's validation at a time.
     *
     * @param scenario    drift or spreading
     * @param mean        by the equation
     * @param sgdMean     of SGD's own law
     * @param walkersMean of a thousand walkers
     * @param meanError   the standard error of theirs
     */
    public record Validation(
            Scenario scenario,
            double time,
            double mean,
            double sd,
            double sgdMean,
            double sgdSd,
            double walkersMean,
            double walkersSd,
            double meanError,
            double sdError) {}

    /**
     * Rates of escape from P1's pit with the post's remedy.
     *
     * @param innerSteps    small steps with each datapoint
     * @param rate          of SGD so made, by the operator
     * @param plain         of plain SGD
     * @param postsEquation by the post's equation
     */
    public record Remedy(double temperature, int innerSteps, double rate, double plain, double postsEquation) {}

    /**
     * The c of {@code d log P/dW = -c d log S2/dW - 2 G / (T S2)}.
     *
     * @param measured on SGD's own law
     * @param error    its difference from a coarser grid's
     * @param expected (1 + 1/innerSteps) / 2
     */
    public record Exponent(int innerSteps, double measured, double error, double expected) {}

    /**
     * The density at a minimum over that at one half as wide, and half as far below the common barrier in 2 G / (T S2).
     *
     * @param exponent       x, that integral up the narrow side; 4 x up the wide one
     * @param sgd            SGD's own, by the operator
     * @param sgdError       its difference from a coarser grid's, extrapolated
     * @param ito            by that equation, as the others
     */
    public record Widths(
            double temperature,
            double exponent,
            double sgd,
            double sgdError,
            double ito,
            double stratonovich,
            double fick,
            double modified) {}

    /**
     * Two parameters.
     *
     * @param circulation      integral of x rho_y - y rho_x in the end state
     * @param circulationExact by Lyapunov's equation
     * @param curl             of rho at the minimum
     * @param flow             integral of |rho|
     * @param curvatureConstant Gaussian curvature of S2^-1 where S2 is constant
     * @param curvatureVarying  where it is not
     */
    public record Plane(
            int cells,
            double circulation,
            double circulationExact,
            double curl,
            double curlExact,
            double flow,
            double curvatureConstant,
            double curvatureVarying) {}
}
