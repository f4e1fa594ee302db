package org.basinlab.localize;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.network.NetworkSpec;
import org.basinlab.stats.Association;

/** P4's three plots, of one replica. */
final class LocalizeFigures {
    private static final Axis UPDATING = Axis.unit("relative updating r = a / (a + b)");
    private static final Axis DIFFERENCE = Axis.unit("relative difference q = c / (c + d)");

    private LocalizeFigures() {}

    static List<Figure> of(ReplicaRun.Outcome outcome, NetworkSpec spec, LabelledImages images) {
        return List.of(weights(outcome, spec), biases(outcome, spec), pixels(outcome, images.rows(), images.columns()));
    }

    private static Figure weights(ReplicaRun.Outcome outcome, NetworkSpec spec) {
        var sets = new ParameterSets(spec);
        var weights = outcome.replica().weights();
        var r = picked(outcome.sizes().r(), sets::isWeight);
        return new Figure.Density(
                "weights",
                "Weights, seed " + outcome.replica().seed(),
                "Each weight once, the darker or brighter the more of them in a cell (logarithmic). Claimed: an upward"
                        + " cloud, R² = 0.28. A level line would refute it. Small dense spots are the weights of one"
                        + " hidden neuron from pixels that are hardly ever inked.",
                alt("weights", weights),
                UPDATING,
                DIFFERENCE,
                r,
                picked(outcome.sizes().q(), sets::isWeight),
                fit(weights, r, picked(outcome.sizes().q(), sets::isWeight)));
    }

    private static Figure biases(ReplicaRun.Outcome outcome, NetworkSpec spec) {
        var sets = new ParameterSets(spec);
        IntPredicate bias = p -> !sets.isWeight(p);
        var biases = outcome.replica().biases();
        var r = picked(outcome.sizes().r(), bias);
        var q = picked(outcome.sizes().q(), bias);
        return new Figure.Scatter(
                "biases",
                "Biases, seed " + outcome.replica().seed(),
                "Each bias once. Claimed: a rising line, R² = 0.17. With about a hundred points the slope of a single"
                        + " seed proves little; a level line over many seeds would refute the claim.",
                alt("biases", biases),
                UPDATING,
                DIFFERENCE,
                r,
                q,
                fit(biases, r, q));
    }

    private static Figure pixels(ReplicaRun.Outcome outcome, int rows, int columns) {
        var perPixel = outcome.replica().perPixel();
        return new Figure.SignedMap(
                "pixels",
                "Correlation of each input pixel, seed " + outcome.replica().seed(),
                "r against q over the weights that leave one pixel. Claimed: mostly positive, with some negative"
                        + " regions, weak at the edges, where pixels are never inked. As many negative as positive"
                        + " pixels would refute it.",
                String.format(
                        Locale.ROOT,
                        "Map of the correlation for each of %d x %d pixels: mean %.3f, %d negative.",
                        rows,
                        columns,
                        perPixel.mean(),
                        perPixel.negative()),
                rows,
                columns,
                perPixel.map(),
                "correlation");
    }

    private static String alt(String what, Association a) {
        return String.format(
                Locale.ROOT,
                "Relative difference against relative updating for %d %s: correlation %.3f, slope %.3f.",
                a.n(),
                what,
                a.r(),
                a.slope());
    }

    private static double[] picked(double[] values, IntPredicate in) {
        return IntStream.range(0, values.length)
                .filter(in)
                .mapToDouble(p -> values[p])
                .toArray();
    }

    /** The least-squares line through the points' mean, where there is one. */
    private static List<Line> fit(Association a, double[] r, double[] q) {
        if (Double.isNaN(a.slope())) {
            return List.of();
        }
        var both = IntStream.range(0, r.length)
                .filter(i -> !Double.isNaN(r[i]) && !Double.isNaN(q[i]))
                .toArray();
        var meanR = IntStream.of(both).mapToDouble(i -> r[i]).average().orElseThrow();
        var meanQ = IntStream.of(both).mapToDouble(i -> q[i]).average().orElseThrow();
        var low = IntStream.of(both).mapToDouble(i -> r[i]).min().orElseThrow();
        var high = IntStream.of(both).mapToDouble(i -> r[i]).max().orElseThrow();
        return List.of(new Line("least squares", new double[] {low, high}, new double[] {
            meanQ + a.slope() * (low - meanR), meanQ + a.slope() * (high - meanR)
        }));
    }
}
