package org.basinlab.searching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.basinlab.experiment.Figure;
import org.basinlab.searching.NeuronResult.Gap;
import org.basinlab.searching.NeuronResult.GradientError;

/** The figures of {@link NeuronStudy}. */
public final class NeuronFigures {
    private NeuronFigures() {}

    /** Gaps, gradients left, and test errors. */
    public static List<Figure> of(NeuronResult result) {
        return List.of(gaps(result), residuals(result), errors(result));
    }

    private static Figure gaps(NeuronResult result) {
        var lines = new ArrayList<Figure.Line>();
        for (var d = 1; d <= SearchGaps.DIMENSIONS; d++) {
            for (var kind : Proposals.Kind.values()) {
                var dimensions = d;
                var rows = result.gaps().stream()
                        .filter(g -> g.dimensions() == dimensions && g.kind().equals(kind.toString()))
                        .sorted((a, b) -> Long.compare(a.evaluations(), b.evaluations()))
                        .toList();
                lines.add(new Figure.Line(
                        kind + ", " + d + "-dimensional",
                        rows.stream().mapToDouble(Gap::evaluations).toArray(),
                        rows.stream()
                                .mapToDouble(g -> g.mean() > 0 ? g.mean() : Double.NaN)
                                .toArray()));
            }
        }
        var best = NeuronClaims.lastGap(result);
        return new Figure.Lines(
                "neuron-gaps",
                "How near search neurons come to the maximum",
                "Mean over random subnetworks and contexts of (true maximum - what the neuron gives), as a share of the"
                        + " subnetwork's range over the box, against evaluations a forward pass. Were a neuron not to search, its"
                        + " line would be flat; a grid in d dimensions should fall as evaluations to the power -2/d.",
                text(
                        "Six lines, three kinds of proposals in one and two dimensions; the lowest end in one dimension is %s with"
                                + " %.2e at %d evaluations.",
                        best.kind(), best.mean(), best.evaluations()),
                Figure.Axis.log("evaluations of the subnetwork"),
                Figure.Axis.log("mean gap (share of the range)"),
                lines,
                List.of());
    }

    private static Figure residuals(NeuronResult result) {
        var rows = result.gradients().stream()
                .filter(g -> g.steps() > 0 && g.dimensions() == 1)
                .toList();
        var steps = rows.stream().mapToDouble(GradientError::steps).toArray();
        return new Figure.Lines(
                "neuron-gradients",
                "What gradient steps leave, and the error it makes",
                "The largest projected gradient left at a choice, and the largest and the median error of the layer's gradients"
                        + " against differences of its own output. The envelope theorem wants nothing left; were the error not first"
                        + " order in what is left, the lines would not fall together.",
                text(
                        "Three lines over the number of steps; after %d steps %.1e are left and the largest error is %.1e.",
                        rows.get(rows.size() - 1).steps(),
                        rows.get(rows.size() - 1).residual(),
                        rows.get(rows.size() - 1).most()),
                Figure.Axis.log("gradient steps"),
                Figure.Axis.log("share of the gradient; for what is left, as it is"),
                List.of(
                        new Figure.Line(
                                "gradient left", steps, positive(rows.stream().map(GradientError::residual))),
                        new Figure.Line(
                                "largest error", steps, positive(rows.stream().map(GradientError::most))),
                        new Figure.Line(
                                "median error", steps, positive(rows.stream().map(GradientError::median)))),
                List.of());
    }

    private static double[] positive(Stream<Double> values) {
        return values.mapToDouble(v -> v > 0 ? v : Double.NaN).toArray();
    }

    private static Figure errors(NeuronResult result) {
        var strips = result.learned().stream()
                .map(l -> new Figure.Strip(
                        l.target() + ": " + l.network(),
                        l.errors().stream().mapToDouble(e -> e).toArray(),
                        l.ci95()))
                .toList();
        var dense = result.compared().get(0);
        return new Figure.Strips(
                "neuron-learning",
                "Networks with and without search neurons",
                "A dot a seed: root mean square error on new contexts, as a share of the target's standard deviation, of networks"
                        + " with about the same number of parameters. Were search of help where the target is the value of a search,"
                        + " its strip would lie left of the others there, and not on the plain function. The interval is of the"
                        + " geometric mean.",
                text(
                        "Six strips of %d seeds; on the value of a search the error with search neurons is %.2f times that of the"
                                + " dense network.",
                        result.learned().get(0).errors().size(), dense.ratio()),
                Figure.Axis.log("test error (share of the deviation)"),
                strips,
                List.of());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
