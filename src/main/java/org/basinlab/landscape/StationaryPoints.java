package org.basinlab.landscape;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.basinlab.landscape.StationaryPoint.Kind;

/**
 * Finds the zeros of a slope on an interval: sign changes on a grid of 20 000 cells, then Brent's method (R. P. Brent
 * 1973) on the slope. Where the slope comes near 0 and turns, the same on its derivative finds zeros that touch, such as
 * that of W^3, and pairs within a cell.
 *
 * <p>No stationary points are where the slope is 0 on a stretch, as where an exponential underflows or a loss is
 * constant, nor where it is not a finite number, nor at its poles. A kink, where the slope jumps through 0, is one.
 */
public final class StationaryPoints {
    private static final int CELLS = 20_000;
    private static final double RELATIVE_ACCURACY = 0x1p-52;
    private static final double ABSOLUTE_ACCURACY = 1e-16;
    private static final int MOST_EVALUATIONS = 500;
    /** A slope that turns at less than this part of its size one cell away touches 0, to rounding. */
    private static final double TOUCH = 1e-6;

    private final DatapointLoss loss;
    private final double low;
    private final double step;
    private final List<StationaryPoint> points = new ArrayList<>();

    private StationaryPoints(DatapointLoss loss, double low, double high) {
        require(
                low < high && Double.isFinite(high - low),
                "stationary points need an interval from low to high, got %s to %s",
                low,
                high);
        this.loss = loss;
        this.low = low;
        step = (high - low) / CELLS;
    }

    /**
     * Those of one datapoint's loss, ascending. Of three and more within (high - low) / 20 000 some may be missed.
     *
     * @throws org.basinlab.experiment.InputException unless low is below high, both finite
     */
    public static List<StationaryPoint> of(DatapointLoss loss, double low, double high) {
        var search = new StationaryPoints(loss, low, high);
        search.search();
        search.points.sort(Comparator.comparingDouble(StationaryPoint::w));
        return List.copyOf(search.points);
    }

    /** Those of the mean loss L. */
    public static List<StationaryPoint> of(Landscape landscape, double low, double high) {
        return of(mean(landscape), low, high);
    }

    private void search() {
        // One node beyond either end, to know on which side of 0 the slope comes and goes.
        var before = slope(-1);
        var here = slope(0);
        for (var i = 0; i <= CELLS; i++) {
            var after = slope(i + 1);
            if (here == 0) {
                atNode(i, before, after);
            } else if (i < CELLS && here * Math.signum(after) < 0) {
                crossing(at(i), at(i + 1));
            }
            if (i > 0 && i < CELLS && turns(before, here, after)) {
                turn(at(i - 1), at(i + 1), Math.max(Math.abs(before), Math.abs(after)));
            }
            before = here;
            here = after;
        }
    }

    private double at(int node) {
        return low + node * step;
    }

    private double slope(int node) {
        return loss.gradient(at(node));
    }

    private void atNode(int node, double before, double after) {
        if (before != 0 && after != 0 && Double.isFinite(before) && Double.isFinite(after)) {
            add(at(node), before, after);
        }
    }

    /** All of one sign, and in the middle nearest to 0. */
    private static boolean turns(double before, double here, double after) {
        var sign = Math.signum(here);
        return before * sign > 0
                && after * sign > 0
                && Math.abs(here) <= Math.abs(before)
                && Math.abs(here) < Math.abs(after)
                && Double.isFinite(before)
                && Double.isFinite(after);
    }

    private void turn(double from, double to, double size) {
        var curveFrom = loss.curvature(from);
        var curveTo = loss.curvature(to);
        if (!(curveFrom * Math.signum(curveTo) < 0) || !Double.isFinite(curveFrom) || !Double.isFinite(curveTo)) {
            return;
        }
        var w = solve(loss::curvature, from, to);
        var least = loss.gradient(w);
        var around = loss.gradient(from);
        if (Math.abs(least) <= TOUCH * size) {
            add(w, around, around);
        } else if (least * Math.signum(around) < 0) {
            crossing(from, w);
            crossing(w, to);
        }
    }

    /** Between two places where the slope has finite values of opposite signs. */
    private void crossing(double from, double to) {
        var before = loss.gradient(from);
        var after = loss.gradient(to);
        if (!Double.isFinite(before) || !Double.isFinite(after)) {
            return;
        }
        var w = solve(loss::gradient, from, to);
        // At a pole the slope changes sign too, but grows on the way.
        if (Math.abs(loss.gradient(w)) <= 2 * Math.max(Math.abs(before), Math.abs(after))) {
            add(w, before, after);
        }
    }

    /** A zero; NaN if f has places without a value between, on which the method never ends. */
    private static double solve(DoubleUnaryOperator f, double from, double to) {
        try {
            return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, 0)
                    .solve(MOST_EVALUATIONS, f::applyAsDouble, from, to);
        } catch (TooManyEvaluationsException e) {
            return Double.NaN;
        }
    }

    private void add(double w, double before, double after) {
        var kind = Math.signum(before) == Math.signum(after) ? Kind.FLAT : before < 0 ? Kind.MINIMUM : Kind.MAXIMUM;
        points.add(new StationaryPoint(w, kind, loss.value(w)));
    }

    private static DatapointLoss mean(Landscape landscape) {
        return new DatapointLoss() {
            @Override
            public double value(double w) {
                return landscape.loss(w);
            }

            @Override
            public double gradient(double w) {
                return landscape.gradient(w);
            }

            @Override
            public double curvature(double w) {
                return landscape.curvature(w);
            }
        };
    }
}
