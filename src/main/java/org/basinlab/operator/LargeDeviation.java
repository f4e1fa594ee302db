package org.basinlab.operator;

import static org.basinlab.experiment.InputException.require;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.SgdStep;
import org.basinlab.landscape.StationaryPoint;
import org.basinlab.landscape.StationaryPoints;

/**
 * How escape over a barrier of L goes as T goes to 0: rates as exp(-A / T).
 *
 * <p>With G the mean and g_k the gradient of minibatch k, K of them, S2 their variance:
 *
 * <pre>
 *     A = integral from the pit to the barrier of p dW,     mean_k exp(-p g_k) = 1,  p != 0
 *     A = integral from the pit to the barrier of 2 G / S2 dW          for Gaussian noise
 * </pre>
 *
 * p has the sign of G and tends to 2 G / S2 where both are small. It is infinite, and so is A, where no minibatch leads
 * uphill. For two losses with g = G -+ S the condition is {@code exp(-p G) cosh(p S) = 1}. Inner steps make no difference:
 * all is of the limit of small T. What stands before the exponential is another matter, and still matters at T = 0.01.
 *
 * <p>Source: M. I. Freidlin and A. D. Wentzell, "Random perturbations of dynamical systems", 1984, for the action of such
 * chains; the zero-energy path by which W climbs.
 *
 * @param pit      where L is least
 * @param barrier  where L is greatest; on either side of the pit
 * @param action   A, not negative, in units of T
 * @param gaussian A if the noise were Gaussian with the same variance
 */
public record LargeDeviation(double pit, double barrier, double action, double gaussian) {
    /** Pieces of the integral; within each 10 points of Gauss and Legendre, so that it is good to about 1e-12. */
    private static final int PIECES = 64;

    private static final int POINTS = 10;
    private static final double ACCURACY = 1e-13;

    /**
     * From a pit of L to the next barrier.
     *
     * @param step  its T does not matter
     * @param start in the pit's basin
     * @param limit the barrier is looked for between the start and here; on either side
     */
    public static LargeDeviation of(SgdStep step, double start, double limit) {
        require(start != limit, "--barrier must differ from --start, both are %s", start);
        var landscape = step.landscape();
        var width = Math.abs(limit - start);
        var points = StationaryPoints.of(landscape, start - width, start + width);
        var pit = points.stream()
                .filter(p -> p.kind() == StationaryPoint.Kind.MINIMUM)
                .filter(p -> sameBasin(landscape, start, p.w()))
                .findFirst();
        require(
                pit.isPresent(),
                "no minimum of the loss lies below %s within %s: give a --start in a pit",
                start,
                width);
        var from = pit.get().w();
        var up = limit > start;
        var barrier = points.stream()
                .filter(p -> p.kind() == StationaryPoint.Kind.MAXIMUM && (up ? p.w() > from : p.w() < from))
                .reduce((a, b) -> up ? a : b);
        require(barrier.isPresent(), "the loss has no maximum between %s and %s", from, limit);
        return between(step, from, barrier.get().w());
    }

    /** Whether G leads from the start to the minimum all the way. */
    private static boolean sameBasin(Landscape landscape, double start, double minimum) {
        for (var i = 0; i < 100; i++) {
            var w = start + (minimum - start) * i / 100;
            if (landscape.gradient(w) * (w - minimum) < 0) {
                return false;
            }
        }
        return true;
    }

    /** From one place to another; where G leads that way, it costs nothing. */
    public static LargeDeviation between(SgdStep step, double pit, double barrier) {
        var maps = new Maps(step);
        var action = integral(w -> uphill(exponent(maps.gradients(w)), pit, barrier), pit, barrier);
        var gaussian = integral(w -> uphill(gaussian(step, w), pit, barrier), pit, barrier);
        return new LargeDeviation(pit, barrier, action, gaussian);
    }

    /** p for one set of gradients g_k, all equally likely: the other root of {@code mean_k exp(-p g_k) = 1}. */
    static double exponent(double... gradients) {
        var mean = 0.0;
        var largest = 0.0;
        for (var g : gradients) {
            mean += g / gradients.length;
            largest = Math.max(largest, Math.abs(g));
        }
        if (mean == 0) {
            return 0;
        }
        var sign = Math.signum(mean);
        var against = false;
        for (var g : gradients) {
            against |= g * sign < 0;
        }
        if (!against) {
            return sign * Double.POSITIVE_INFINITY;
        }
        // log mean exp(-p g) / p is -G at p = 0 and rises with p: the root at 0 is gone. In units of the largest g.
        var scale = sign / largest;
        DoubleUnaryOperator rising = x -> logMeanExp(-x * scale, gradients) / x;
        var high = 1.0;
        while (rising.applyAsDouble(high) <= 0) {
            high *= 2;
            if (high > 1e12) {
                return sign * Double.POSITIVE_INFINITY;
            }
        }
        var low = high;
        while (rising.applyAsDouble(low) > 0) {
            low /= 2;
            if (low < 1e-12) {
                return 0;
            }
        }
        return low >= high
                ? low * scale
                : scale * new BrentSolver(ACCURACY, 0).solve(500, rising::applyAsDouble, low, high);
    }

    private static double gaussian(SgdStep step, double w) {
        var gradient = step.landscape().gradient(w);
        return gradient == 0 ? 0 : 2 * gradient / step.variance(w);
    }

    private static double logMeanExp(double factor, double... values) {
        var most = Double.NEGATIVE_INFINITY;
        for (var v : values) {
            most = Math.max(most, factor * v);
        }
        var shift = most > 1 ? most : 0;
        var sum = 0.0;
        for (var v : values) {
            sum += (shift == 0 ? Math.expm1(factor * v) : Math.exp(factor * v - shift)) / values.length;
        }
        return shift == 0 ? Math.log1p(sum) : shift + Math.log(sum);
    }

    /** The cost of going from the pit to the barrier, per length gone. */
    private static double uphill(double exponent, double pit, double barrier) {
        return Math.max(0, exponent * Math.signum(barrier - pit));
    }

    private static double integral(DoubleUnaryOperator f, double from, double to) {
        var rule = new GaussIntegratorFactory().legendre(POINTS);
        var half = (to - from) / PIECES / 2;
        var sum = 0.0;
        for (var i = 0; i < PIECES; i++) {
            for (var j = 0; j < POINTS; j++) {
                var w = from + half * (2 * i + 1 + rule.getPoint(j));
                sum += rule.getWeight(j) * Math.abs(half) * f.applyAsDouble(w);
            }
        }
        return sum;
    }
}
