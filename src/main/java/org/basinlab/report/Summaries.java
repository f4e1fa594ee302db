package org.basinlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.basinlab.experiment.Figure.Strip;

/**
 * The mean of each strip and its interval, as one broken line whose first vertex of each row is the
 * mean: one legend entry then explains them all.
 */
final class Summaries {
    /** Vertices a row: mean, gap, lower end, upper end, gap. */
    private static final int VERTICES = 5;

    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();
    private boolean means;
    private boolean intervals;

    /** At height {@code y}; a value that stands alone is its own mean, and is shown as what it is. */
    void add(Strip strip, Scale across, double height) {
        var values = Arrays.stream(strip.values()).filter(Scale::drawable).toArray();
        var mean = values.length < 2
                ? Double.NaN
                : across.at(Arrays.stream(values).average().orElse(Double.NaN));
        var interval = strip.interval();
        means |= !Double.isNaN(mean);
        intervals |= interval != null;
        x.add(mean);
        x.add(Double.NaN);
        x.add(interval == null ? Double.NaN : end(interval.low(), across, across.low()));
        x.add(interval == null ? Double.NaN : end(interval.high(), across, across.high()));
        x.add(Double.NaN);
        for (var i = 0; i < VERTICES; i++) {
            y.add(height);
        }
    }

    /** An end without a place, such as zero on a logarithmic axis, lies beyond the axis. */
    private static double end(double value, Scale across, double otherwise) {
        var place = across.at(value);
        return Double.isNaN(place) ? otherwise : place;
    }

    boolean isEmpty() {
        return !means && !intervals;
    }

    boolean hasIntervals() {
        return intervals;
    }

    static boolean isMean(int vertex) {
        return vertex % VERTICES == 0;
    }

    String label() {
        return means && intervals ? "mean, 95% interval" : means ? "mean" : "95% interval";
    }

    /** Coordinates of the vertices. */
    double[][] vertices() {
        return new double[][] {array(x), array(y)};
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
