package org.basinlab.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network's outputs rebuilt from nothing but a constant, its inputs and the bends |a - b| of found comparators, by least
 * squares on one half of the points and judged on the other.
 *
 * @param variance   of the outputs, summed over them
 * @param linear     share of it that constant and inputs alone explain; NaN for constant outputs
 * @param explained  share that they and the comparators explain; NaN for constant outputs
 * @param worst      largest difference of the rebuilt outputs from the network's
 */
public record Rebuilt(double variance, double linear, double explained, double worst) {
    /** Less of a column than this left is rounding: it depends on those before. */
    private static final double DEPENDENT = 1e-9;

    /** Share of what is not linear in the inputs that the comparators explain; NaN where all is linear. */
    public double ofBending() {
        var rest = 1 - linear;
        return rest > DEPENDENT ? (explained - linear) / rest : Double.NaN;
    }

    static Rebuilt of(List<double[]> outputs, Cloud cloud, List<Signal.Selected> selected) {
        var half = cloud.points() / 2;
        var basis = new ArrayList<double[]>();
        add(basis, ones(cloud.points()), half);
        cloud.columns().forEach(column -> add(basis, column, half));
        var linear = List.copyOf(basis);
        for (var comparator : selected) {
            var bend = comparator.difference(cloud);
            for (var p = 0; p < bend.length; p++) {
                bend[p] = Math.abs(bend[p]);
            }
            add(basis, bend, half);
        }
        var variance = 0.0;
        var left = 0.0;
        var leftLinear = 0.0;
        var worst = 0.0;
        for (var output : outputs) {
            variance += variance(output, half);
            leftLinear += meanSquare(remainder(output, linear, half), half);
            var rest = remainder(output, basis, half);
            left += meanSquare(rest, half);
            for (var r : rest) {
                worst = Math.max(worst, Math.abs(r));
            }
        }
        return new Rebuilt(
                variance,
                variance > 0 ? 1 - leftLinear / variance : Double.NaN,
                variance > 0 ? 1 - left / variance : Double.NaN,
                worst);
    }

    private static double[] ones(int points) {
        var ones = new double[points];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Adds what of a column the basis has not, at unit length over the first half. */
    private static void add(List<double[]> basis, double[] column, int half) {
        // Twice is enough: J. W. Daniel et al. 1976.
        var rest = remainder(remainder(column, basis, half), basis, half);
        var norm = Math.sqrt(dot(rest, rest, half));
        if (norm > DEPENDENT * Math.sqrt(dot(column, column, half))) {
            for (var p = 0; p < rest.length; p++) {
                rest[p] /= norm;
            }
            basis.add(rest);
        }
    }

    private static double[] remainder(double[] column, List<double[]> basis, int half) {
        var rest = column.clone();
        for (var direction : basis) {
            var along = dot(rest, direction, half);
            for (var p = 0; p < rest.length; p++) {
                rest[p] -= along * direction[p];
            }
        }
        return rest;
    }

    private static double dot(double[] a, double[] b, int half) {
        var sum = 0.0;
        for (var p = 0; p < half; p++) {
            sum += a[p] * b[p];
        }
        return sum;
    }

    private static double meanSquare(double[] values, int from) {
        var sum = 0.0;
        for (var p = from; p < values.length; p++) {
            sum += values[p] * values[p];
        }
        return sum / (values.length - from);
    }

    private static double variance(double[] values, int from) {
        var mean = 0.0;
        for (var p = from; p < values.length; p++) {
            mean += values[p] / (values.length - from);
        }
        var sum = 0.0;
        for (var p = from; p < values.length; p++) {
            sum += (values[p] - mean) * (values[p] - mean);
        }
        return sum / (values.length - from);
    }
}
