package org.basinlab.knowledge.leaveout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.knowledge.leaveout.Told.OfElement;
import org.basinlab.knowledge.setting.Edit;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.knowledge.setting.World;

/** The figures of {@link LeaveOutStudy}. */
final class LeaveOutFigures {
    /** A map of cells has room for so many columns and rows. */
    private static final int MOST_COLUMNS = 8;

    private static final int MOST_ROWS = 12;

    private LeaveOutFigures() {}

    /**
     * All of them; none where every replica diverged.
     *
     * @param stroke that was painted
     */
    static List<Figure> of(LeaveOutResult result, List<Replica> replicas, Edit stroke, World world) {
        var whole = replicas.stream().filter(r -> !r.diverged()).toList();
        if (whole.isEmpty()) {
            return List.of();
        }
        var figures = new ArrayList<Figure>();
        figures.add(predictors(result, whole));
        figures.add(concentration(whole));
        var classes = result.classNames();
        if (classes.size() <= MOST_ROWS) {
            figures.add(matrix(result, classes));
        }
        whole.stream()
                .map(Replica::sample)
                .filter(Objects::nonNull)
                .filter(s -> positive(s).length > 0)
                .findFirst()
                .ifPresent(s -> figures.add(density(classes.get(0), s)));
        figures.add(pixels(result, whole, stroke, world));
        return figures;
    }

    private static Figure predictors(LeaveOutResult result, List<Replica> whole) {
        var edit = result.editName();
        var strips = new ArrayList<Figure.Strip>();
        var said = new ArrayList<String>();
        for (var predictor : Predictor.values()) {
            ToDoubleFunction<OfElement> number = e -> e.spearman(predictor, Level.HIDDEN_WEIGHTS);
            strips.add(strip(
                    predictor.toString(),
                    whole,
                    r -> Gathered.mean(r.classes(), number),
                    result.score(LeaveOutResult.CLASSES, predictor, Level.HIDDEN_WEIGHTS)
                            .spearman(),
                    said));
        }
        for (var predictor : Told.ORDERS) {
            strips.add(strip(
                    "stroke: " + predictor,
                    whole,
                    r -> r.stroke().spearman(predictor, Level.HIDDEN_WEIGHTS),
                    result.score(edit, predictor, Level.HIDDEN_WEIGHTS).spearman(),
                    said));
        }
        return new Figure.Strips(
                "leave-out-predictors",
                "What tells which weights change when something is left out",
                "Rank correlation, over hidden weights, of each predictor with the change of the final weight: a dot a replica,"
                        + " above the mean over classes left out, below the painted stroke. Were the claim false, own tally would"
                        + " lie at 0; were it no better than update size alone, no further right than total update size.",
                "Means: " + String.join(", ", said) + ".",
                Figure.Axis.linear("Spearman's correlation with the change"),
                strips,
                List.of(new Figure.Reference("nothing told", 0)));
    }

    private static Figure.Strip strip(
            String label, List<Replica> whole, ToDoubleFunction<Replica> number, Estimate estimate, List<String> said) {
        said.add(text("%s %.2f", label, estimate.mean()));
        return new Figure.Strip(label, whole.stream().mapToDouble(number).toArray(), estimate.ci95());
    }

    private static Figure concentration(List<Replica> whole) {
        var lines = new ArrayList<Figure.Line>();
        lines.add(curve("own share of total", whole, OfElement::byShare));
        for (var o = 0; o < Told.ORDERS.size(); o++) {
            var order = o;
            lines.add(curve(Told.ORDERS.get(o).toString(), whole, e -> e.byPredictor()[order]));
        }
        lines.add(new Figure.Line("an order that knows nothing", new double[] {0, 1}, new double[] {0, 1}));
        return new Figure.Lines(
                "leave-out-concentration",
                "How much of the change the weights that come first hold",
                "Hidden weights in the order of each predictor, the greatest first, and the share of the change's energy (its square)"
                        + " that they hold so far; mean over classes and replicas. Were what a class teaches not where it updated"
                        + " most, the lines would run along the diagonal.",
                "At a tenth of the weights: "
                        + lines.stream()
                                .limit(1L + Told.ORDERS.size())
                                .map(l -> text("%s %.2f", l.label(), l.y()[Told.TENTH]))
                                .collect(Collectors.joining(", "))
                        + ".",
                Figure.Axis.unit("share of the hidden weights"),
                Figure.Axis.unit("share of the change's energy"),
                lines,
                List.of());
    }

    private static Figure.Line curve(String label, List<Replica> whole, Function<OfElement, double[]> curve) {
        var shares = Told.shares();
        var held = IntStream.range(0, shares.length)
                .mapToDouble(s -> whole.stream()
                        .mapToDouble(r -> Gathered.mean(r.classes(), e -> curve.apply(e)[s]))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        return new Figure.Line(label, shares, held);
    }

    /** The whole matrix, or of many classes the own tally beside the mean of others. */
    private static Figure matrix(LeaveOutResult result, List<String> classes) {
        var count = classes.size();
        var cells =
                result.matrix().stream().mapToDouble(c -> c.spearman().mean()).toArray();
        var all = count <= MOST_COLUMNS;
        var columns = all ? classes : List.of("own", "others");
        var values = new double[count * columns.size()];
        var outlined = new boolean[values.length];
        for (var without = 0; without < count; without++) {
            for (var k = 0; k < count; k++) {
                var cell = cells[k * count + without];
                if (all) {
                    values[without * count + k] = cell;
                } else if (k == without) {
                    values[2 * without] = cell;
                } else {
                    values[2 * without + 1] += cell / (count - 1);
                }
            }
            outlined[without * columns.size() + (all ? without : 0)] = true;
        }
        return new Figure.HeatMap(
                "leave-out-matrix",
                "Whose updates tell what leaving a class out changes",
                "Rank correlation, over hidden weights, of the tally of a column's class with the change that leaving the row's"
                        + " class out causes; mean over replicas. Were a class's own updates no more telling than those of"
                        + " others, outlined cells would be no darker than the rest of their row.",
                text(
                        "Own tallies less those of others, mean over classes left out: %.3f.",
                        result.specificity().mean()),
                "left out",
                classes,
                all ? "tally of" : "tally",
                columns,
                List.of(new Figure.Panel("all replicas", values, outlined)),
                Figure.Axis.linear("Spearman's correlation"),
                null,
                "its own tally");
    }

    private static Figure density(String element, double[][] sample) {
        var both = positive(sample);
        return new Figure.Density(
                "leave-out-weights",
                "Hidden weights of one network, " + element + " left out",
                "The tally of " + element
                        + " and how far the final weight lies from where it ends without the class, both"
                        + " logarithms; first replica. Did updates not tell, the cloud would lie flat.",
                text(
                        "%d of %d weights, the others without an update or a change; rank correlation %.2f.",
                        both.length, sample[0].length, Centred.ranks(sample[0]).correlation(Centred.ranks(sample[1]))),
                Figure.Axis.linear("log10 of the tally (parameter units)"),
                Figure.Axis.linear("log10 of the change (parameter units)"),
                Arrays.stream(both).mapToDouble(p -> Math.log10(sample[0][p])).toArray(),
                Arrays.stream(both).mapToDouble(p -> Math.log10(sample[1][p])).toArray(),
                List.of(),
                null);
    }

    /** Those with a tally and a change. */
    private static int[] positive(double[][] sample) {
        return IntStream.range(0, sample[0].length)
                .filter(p -> sample[0][p] > 0 && sample[1][p] > 0)
                .toArray();
    }

    private static Figure pixels(LeaveOutResult result, List<Replica> whole, Edit stroke, World world) {
        var pixels = world.train().pixelsPerImage();
        var values = IntStream.range(0, pixels)
                .mapToDouble(i -> whole.stream()
                        .mapToDouble(r -> r.stroke().pixels()[i])
                        .filter(v -> !Double.isNaN(v))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        var inside = new boolean[pixels];
        for (var p : stroke.pixels()) {
            inside[p] = true;
        }
        var within = mean(values, inside, true);
        var outside = mean(values, inside, false);
        return new Figure.SignedMap(
                "leave-out-pixels",
                "Which units, pixel by pixel: a stroke on half of class " + result.editLabel(),
                "For each pixel, the rank correlation over its weights, one a unit, of the painted images' tally and the change"
                        + " that painting makes; mean over replicas. Were the claim false, the map would be white.",
                text("Mean %.2f on the stroke, %.2f elsewhere.", within, outside),
                world.train().rows(),
                world.train().columns(),
                values,
                "Spearman's correlation over units",
                List.of(new Figure.Outline("the stroke", inside)));
    }

    private static double mean(double[] values, boolean[] inside, boolean which) {
        return IntStream.range(0, values.length)
                .filter(i -> inside[i] == which && !Double.isNaN(values[i]))
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
