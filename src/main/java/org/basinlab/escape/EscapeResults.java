package org.basinlab.escape;

import java.util.List;
import org.basinlab.stats.Interval;

/**
 * What a run of the escape experiment found.
 *
 * @param start         where W began
 * @param barrier       beyond it is escaped
 * @param rateBarrier   beyond it a first passage has ended that the rates are of
 * @param rows          one a temperature, number of steps and method
 * @param rates         one a temperature, by the operator
 * @param firstPassages one a temperature, by the walkers; empty without them
 * @param law           of the mean escape times; null for fewer than five temperatures with a rate, or where L has no pit about the
 *     start with a barrier after it
 */
public record EscapeResults(
        double start,
        double barrier,
        double rateBarrier,
        List<Row> rows,
        List<Rate> rates,
        List<FirstPassages> firstPassages,
        Law law) {
    public EscapeResults {
        rows = List.copyOf(rows);
        rates = List.copyOf(rates);
        firstPassages = List.copyOf(firstPassages);
    }

    /**
     * Escape by one method.
     *
     * @param atEnd      the probability that W is beyond the barrier after the steps
     * @param ever       that it is or was after one of them
     * @param ci95       interval of the first: Wilson's of walkers, Student's of splitting; null for the operator
     * @param everCi95   interval of the second
     * @param error      of the first, estimated by refining the operator's grid; null for the others
     * @param everError  of the second
     * @param walkers    null for the operator
     * @param overflowed walkers whose W was no finite number any more; they are in neither count unless they had escaped
     *     before; null but for walkers
     */
    public record Row(
            double temperature,
            int steps,
            String method,
            double atEnd,
            double ever,
            Interval ci95,
            Interval everCi95,
            Double error,
            Double everError,
            Long walkers,
            Long overflowed) {}

    /**
     * Escape a step.
     *
     * @param rateFirstPassage 1 / mean number of steps from the start until W is first beyond {@code rateBarrier}
     * @param rateEigenvalue   1 - the leading eigenvalue of the chain killed beyond it
     * @param because          why there are no rates, such as a W that wanders off; null where there are
     */
    public record Rate(
            double temperature,
            Double rateFirstPassage,
            Double rateFirstPassageError,
            Double rateEigenvalue,
            Double rateEigenvalueError,
            String because) {
        /** Whether W escapes at a known rate above 0. */
        public boolean escapes() {
            return rateFirstPassage != null && rateFirstPassage > 0;
        }
    }

    /**
     * When the walkers were beyond the barrier first.
     *
     * @param until  steps
     * @param passed walkers whose first passage was after the step count before and not after this
     * @param atRisk walker-steps without a passage, to the last step count
     * @param rate   all passages over that, the maximum likelihood of an exponential law under censoring; null if none
     */
    public record FirstPassages(
            double temperature, List<Integer> until, List<Long> passed, double atRisk, Double rate) {}

    /**
     * How the logarithm of the mean escape time, 1 / {@code rateFirstPassage}, goes with temperature.
     *
     * @param action         A of the large-deviation law for the noise as it is
     * @param gaussianAction A if the noise were Gaussian
     * @param fits           of each law, to all temperatures
     * @param lowestFits     of each law, to the lowest {@link Escape#LOW} temperatures
     * @param slopes         d log(time) / d(1/T) between neighbouring temperatures
     * @param slopeAtZero    by a line in T through those at the lowest temperatures
     * @param slopeAtZeroSe  its standard error, which tells nothing of curvature
     */
    public record Law(
            double action,
            double gaussianAction,
            List<LawFit> fits,
            List<LawFit> lowestFits,
            List<Slope> slopes,
            double slopeAtZero,
            Double slopeAtZeroSe) {}

    /**
     * A law fitted to log(time).
     *
     * @param law        {@code linear} (a + b T), {@code reciprocal} (a + b / T) or {@code large_deviation}
     *     (A / T + a + c log T)
     * @param residualSd in natural logarithms
     * @param holdsFrom  lowest and
     * @param holdsTo    highest temperature of the widest range over which it stays within 10%
     */
    public record LawFit(String law, List<Double> coefficients, Double residualSd, Double holdsFrom, Double holdsTo) {}

    /** A local slope. */
    public record Slope(double temperature, double slope) {}
}
