package org.basinlab.knowledge.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basinlab.experiment.Figure;
import org.basinlab.knowledge.split.SplitResult.FamilyResult;
import org.basinlab.knowledge.split.SplitResult.Moment;

/** The figures of {@link SplitStudy}. */
final class SplitFigures {
    /** Shares below are of no interest, and rounding of single precision is not far. */
    private static final double LEAST = 1e-8;

    private static final Figure.Axis SEEN = Figure.Axis.log("datapoints seen");
    private static final List<Level> SHOWN = List.of(
            Level.PARAMETERS, Level.HIDDEN_WEIGHTS, Level.OUTPUT_WEIGHTS, Level.CHANGE, Level.MATCHED, Level.FUNCTION);

    private SplitFigures() {}

    static List<Figure> of(SplitResult result, List<Cell> cells) {
        // With one start, or where all networks diverged, there is nothing to draw in some.
        return Stream.of(
                        shares(result.family(Family.SAMPLES)),
                        course(result),
                        table(result),
                        distances(result.family(Family.SAMPLES)),
                        accuracy(result, cells))
                .filter(figure -> !(figure instanceof Figure.Lines lines)
                        || !lines.lines().isEmpty())
                .filter(figure ->
                        !(figure instanceof Figure.Strips) || !cells.stream().allMatch(c -> Double.isNaN(c.accuracy())))
                .toList();
    }

    /** Whose the variance of the parameters is, along the training. */
    private static Figure shares(FamilyResult samples) {
        var lines = new ArrayList<Figure.Line>();
        for (var level : List.of(Level.PARAMETERS, Level.MATCHED)) {
            var in = level == Level.MATCHED ? ", matched" : "";
            lines.add(line("start" + in, samples, m -> above(m.at(level).startShare())));
            lines.add(line("data" + in, samples, m -> above(m.at(level).dataShare())));
            lines.add(line("both together" + in, samples, m -> above(m.at(level).restShare())));
        }
        return new Figure.Lines(
                "split-shares",
                "Whose the variance of the parameters is",
                "Networks from every start on every sample of the images: shares of the variance of their parameters, as they are and"
                        + " with hidden units matched. Were it as claimed, the data's lines would rise to near 1 and the start's"
                        + " fall to near 0. What chance does in matching counts as of both together."
                        + " Shares below 0, which are truly near it, are left out.",
                text(
                        "At the end, as they are: %s. Matched: %s.",
                        words(samples, Level.PARAMETERS), words(samples, Level.MATCHED)),
                SEEN,
                Figure.Axis.log("share of the variance"),
                there(lines),
                List.of());
    }

    /** A share that a logarithmic axis can show. */
    private static double above(double share) {
        return share > LEAST ? share : Double.NaN;
    }

    private static String words(FamilyResult family, Level level) {
        var split = family.end().at(level);
        return text(
                "start %.4f, data %.2g, both together %.2g", split.startShare(), split.dataShare(), split.restShare());
    }

    /** The data's share r of the function along the training. */
    private static Figure course(SplitResult result) {
        var families = result.families();
        return new Figure.Lines(
                "split-course",
                "The data's share of what networks compute",
                "data / (data + start) in the outputs for test images, as training goes on, by what tells data sets apart. 1/2 is as"
                        + " much the data's as the start's; as claimed, lines would end above 3/4, but for orders, which are no"
                        + " other data. Were the start all that mattered, they would stay at 0.",
                families.stream()
                                .map(f -> text(
                                        "%s: %.3f at the end",
                                        f.family(), f.end().at(Level.FUNCTION).dataOfBoth()))
                                .collect(Collectors.joining("; "))
                        + ".",
                SEEN,
                Figure.Axis.unit("data / (data + start)"),
                there(families.stream()
                        .map(f -> line(f.family(), f, m -> m.at(Level.FUNCTION).dataOfBoth()))
                        .toList()),
                List.of());
    }

    /** The data's share at the end by kind of data sets and level. */
    private static Figure table(SplitResult result) {
        var families = result.families();
        var columns = families.size();
        var values = new double[SHOWN.size() * columns];
        var above = new boolean[values.length];
        for (var l = 0; l < SHOWN.size(); l++) {
            for (var f = 0; f < columns; f++) {
                var split = families.get(f).end().at(SHOWN.get(l));
                var interval = split.jackknife().ci95();
                values[l * columns + f] = split.dataOfBoth();
                above[l * columns + f] = interval != null && interval.low() > 0.5;
            }
        }
        return new Figure.HeatMap(
                "split-table",
                "The data's share at the end of training",
                "data / (data + start) by what tells data sets apart and in what networks are compared: all parameters as they are,"
                        + " hidden weights, output weights, what became of each parameter since the start, all with hidden units"
                        + " matched, and outputs for test images. As claimed, all would be"
                        + " above 0.75, but for orders, which are no other data. Outlined: surely above 1/2, each by itself at"
                        + " 95%. Below 0: truly near 0.",
                families.stream()
                                .map(f -> f.family() + ": "
                                        + Arrays.stream(Level.values())
                                                .map(l -> text(
                                                        "%s %.2g",
                                                        l.words(), f.end().at(l).dataOfBoth()))
                                                .collect(Collectors.joining(", ")))
                                .collect(Collectors.joining("; "))
                        + ".",
                "compared in",
                List.of("all", "hidden", "output", "change", "matched", "function"),
                "data sets",
                families.stream().map(FamilyResult::family).toList(),
                List.of(new Figure.Panel("", values, above)),
                Figure.Axis.unit("data / (data + start)"),
                new Figure.Reference("three quarters", 0.75),
                "surely above 1/2");
    }

    /** How far networks are apart, along the training. */
    private static Figure distances(FamilyResult samples) {
        var all = Level.PARAMETERS;
        var end = samples.end().at(all);
        return new Figure.Lines(
                "split-distances",
                "How far apart networks are",
                "Root mean square distance of parameters. Were the data what matters, networks of the same data would come near each"
                        + " other and end closer than networks of the same start.",
                text(
                        "At the end %.3g between networks of the same start, %.3g of the same data, %.3g of neither; a network is"
                                + " %.3g from its start.",
                        end.sameStart(), end.sameData(), end.neither(), end.moved()),
                SEEN,
                Figure.Axis.log("distance (parameter units)"),
                there(List.of(
                        line("neither shared", samples, m -> m.at(all).neither()),
                        line("same data", samples, m -> m.at(all).sameData()),
                        line("same start", samples, m -> m.at(all).sameStart()),
                        line("from its own start", samples, m -> m.at(all).moved()))),
                List.of());
    }

    /** How well every network does what it was taught. */
    private static Figure accuracy(SplitResult result, List<Cell> cells) {
        var strips = result.families().stream()
                .map(f -> new Figure.Strip(
                        f.family(),
                        cells.stream()
                                .filter(c -> c.family().equals(f.family()) && !Double.isNaN(c.accuracy()))
                                .mapToDouble(Cell::accuracy)
                                .toArray(),
                        null))
                .toList();
        return new Figure.Strips(
                "split-accuracy",
                "How well the networks do what they were taught",
                "Share of test images that a network puts in the right group, a dot a network. Networks that differ in nearly all"
                        + " their parameters can do equally well. Networks of edits are asked about images without a stroke: those"
                        + " that took it for a sign of its class do worse.",
                result.families().stream()
                                .map(f -> text(
                                        "%s: mean %.3f, from %.3f to %.3f",
                                        f.family(), f.accuracy(), f.lowest(), f.highest()))
                                .collect(Collectors.joining("; "))
                        + ".",
                Figure.Axis.linear("accuracy on test images"),
                strips,
                List.of());
    }

    /** From the first checkpoint on: a logarithmic axis has no 0. */
    private static Figure.Line line(String label, FamilyResult family, ToDoubleFunction<Moment> value) {
        var moments = family.moments().stream()
                .filter(m -> m.datapoints() > 0 && !Double.isNaN(value.applyAsDouble(m)))
                .toList();
        return new Figure.Line(
                label,
                moments.stream().mapToDouble(Moment::datapoints).toArray(),
                moments.stream().mapToDouble(value).toArray());
    }

    private static List<Figure.Line> there(List<Figure.Line> lines) {
        return lines.stream().filter(line -> line.x().length > 0).toList();
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
