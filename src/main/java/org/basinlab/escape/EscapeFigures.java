package org.basinlab.escape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.basinlab.escape.EscapeResults.Row;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Lines;
import org.basinlab.experiment.Figure.Reference;

/** P1's figures: escape against temperature, linear, logarithmic and from near; what escape times follow; the losses. */
final class EscapeFigures {
    private static final double ZOOM_FROM = 0.01;
    private static final double ZOOM_TO = 0.02;
    private static final int POINTS = 601;

    private final EscapeConfig config;
    private final EscapeResults results;
    private final List<Histograms> histograms;

    EscapeFigures(EscapeConfig config, EscapeResults results, List<Histograms> histograms) {
        this.config = config;
        this.results = results;
        this.histograms = histograms;
    }

    List<Figure> all() {
        var figures = new ArrayList<Figure>();
        if (config.temperatures().size() > 1) {
            figures.add(escape(
                    "escape",
                    "Probability of having left the pit, against temperature",
                    new Axis("probability at the end", 0, 1, false),
                    row -> true));
            figures.add(escape(
                    "escape-log",
                    "The same on a logarithmic axis",
                    Axis.log("probability at the end"),
                    row -> row.atEnd() > 0));
            var near = results.rows().stream().filter(EscapeFigures::isNear).count();
            if (near > 2L * config.steps().size() * config.methods().size()
                    && near < results.rows().size()) {
                figures.add(escape(
                        "escape-zoom",
                        "From T = 0.01 to 0.02, as in the post",
                        new Axis("probability at the end", Double.NaN, Double.NaN, false),
                        EscapeFigures::isNear));
            }
            if (results.rates().stream().anyMatch(EscapeResults.Rate::escapes)) {
                figures.add(times());
            }
        }
        if (results.law() != null) {
            figures.add(slopes());
        }
        Histograms.figure(histograms, results).ifPresent(figures::add);
        figures.add(losses());
        figures.add(gradients());
        return figures;
    }

    private static boolean isNear(Row row) {
        return row.temperature() >= ZOOM_FROM && row.temperature() <= ZOOM_TO;
    }

    private Figure escape(String name, String title, Axis axis, Predicate<Row> shown) {
        var lines = new ArrayList<Line>();
        for (var method : config.methods()) {
            for (var steps : config.steps()) {
                var rows = results.rows().stream()
                        .filter(row -> row.method().equals(method.toString()) && row.steps() == steps)
                        .filter(shown)
                        .sorted(Comparator.comparingDouble(Row::temperature))
                        .toList();
                if (!rows.isEmpty()) {
                    lines.add(line(
                            steps + " steps" + (config.methods().size() > 1 ? ", " + method : ""),
                            rows,
                            Row::temperature,
                            Row::atEnd));
                }
            }
        }
        var lowest = results.rows().stream().mapToDouble(Row::atEnd).min().orElseThrow();
        var highest = results.rows().stream().mapToDouble(Row::atEnd).max().orElseThrow();
        return new Lines(
                name,
                title,
                "Each line is a number of steps. More steps and higher temperatures let SGD out of the pit; if they did not,"
                        + " lines would lie on each other, or fall.",
                String.format(
                        Locale.ROOT,
                        "Lines of escape probability by temperature T, rising from %s to %s.",
                        EscapeWords.brief(lowest),
                        EscapeWords.brief(highest)),
                Axis.linear("temperature T (W² / loss)"),
                axis,
                lines,
                List.of());
    }

    private Figure times() {
        var rates = results.rates().stream()
                .filter(EscapeResults.Rate::escapes)
                .sorted(Comparator.comparingDouble(EscapeResults.Rate::temperature))
                .toList();
        var lines = new ArrayList<Line>();
        lines.add(line(
                "mean first passage", rates, EscapeResults.Rate::temperature, rate -> 1 / rate.rateFirstPassage()));
        lines.add(line(
                "1 / (1 - eigenvalue)", rates, EscapeResults.Rate::temperature, rate -> 1 / rate.rateEigenvalue()));
        if (results.law() != null) {
            lines.add(law("a + b T", results.law().fits(), "linear", rates));
            lines.add(
                    law("A / T + a + c log T, from the lowest", results.law().lowestFits(), "large_deviation", rates));
        }
        return new Lines(
                "escape-time",
                "Mean number of steps to escape, against temperature",
                "On this axis a straight line would be P1's guess, that the logarithm is a linear function of T. The large-deviation"
                        + " law is fitted to the five lowest temperatures alone, and drawn over all.",
                "Escape time by temperature on a logarithmic axis, with a straight line and the large-deviation law.",
                Axis.linear("temperature T (W² / loss)"),
                Axis.log("steps"),
                lines,
                List.of());
    }

    private Line law(String label, List<EscapeResults.LawFit> fits, String law, List<EscapeResults.Rate> rates) {
        var fit = fits.stream().filter(f -> f.law().equals(law)).findFirst().orElseThrow();
        return line(label, rates, EscapeResults.Rate::temperature, rate -> time(fit, rate.temperature()));
    }

    private double time(EscapeResults.LawFit fit, double temperature) {
        var a = fit.coefficients().get(0);
        var b = fit.coefficients().get(1);
        return Math.exp(
                switch (fit.law()) {
                    case "linear" -> a + b * temperature;
                    case "reciprocal" -> a + b / temperature;
                    default -> results.law().action() / temperature + a + b * Math.log(temperature);
                });
    }

    private Figure slopes() {
        var law = results.law();
        return new Lines(
                "slope",
                "How fast the logarithm of the escape time grows with 1 / T",
                "By the large-deviation law the slope tends to A as T falls to 0. Were the logarithm linear in T, it would"
                        + " fall to 0 as T² does.",
                String.format(
                        Locale.ROOT,
                        "Local slope by temperature; it extrapolates to %.3f at T = 0, A is %.3f.",
                        law.slopeAtZero(),
                        law.action()),
                new Axis("temperature T (W² / loss)", 0, Double.NaN, false),
                new Axis("d log(time) / d(1/T)", 0, Double.NaN, false),
                List.of(
                        line("local slope", law.slopes(), EscapeResults.Slope::temperature, EscapeResults.Slope::slope),
                        constant("A", law.action(), law.slopes()),
                        constant("A, Gaussian noise", law.gaussianAction(), law.slopes())),
                List.of());
    }

    private static Line constant(String label, double value, List<EscapeResults.Slope> slopes) {
        var highest = slopes.stream()
                .mapToDouble(EscapeResults.Slope::temperature)
                .max()
                .orElseThrow();
        return new Line(label, new double[] {0, highest}, new double[] {value, value});
    }

    private Figure losses() {
        var landscape = config.landscape().landscape();
        var lines = new ArrayList<Line>();
        lines.add(curve("L", landscape::loss));
        for (var j = 0; j < Math.min(4, landscape.datapoints()); j++) {
            lines.add(curve("l" + j, landscape.losses().get(j)::value));
        }
        return new Lines(
                "losses",
                "The losses",
                "L is the mean of the datapoint losses. W begins at the start and has escaped beyond the barrier.",
                "Datapoint losses and their mean against W.",
                Axis.linear("W"),
                Axis.linear("loss"),
                lines,
                places());
    }

    private Figure gradients() {
        var landscape = config.landscape().landscape();
        return new Lines(
                "gradients",
                "Mean gradient and its variance over datapoints",
                "G pulls W down L, S2 is what the choice of datapoints adds. At a minimum of L where S2 is not 0, SGD does not"
                        + " stand still.",
                "G and S2 against W.",
                Axis.linear("W"),
                Axis.linear("G (loss / W), S2 (loss² / W²)"),
                List.of(curve("G", landscape::gradient), curve("S2", landscape::variance)),
                places());
    }

    private List<Reference> places() {
        return List.of(new Reference("start", results.start()), new Reference("barrier", results.barrier()));
    }

    /** From as far before the start as the barrier is behind it, and some more; of P1's landscape all that matters. */
    private Line curve(String label, DoubleUnaryOperator f) {
        var width = results.barrier() - results.start();
        var low = config.landscape().isPit() ? 0 : results.start() - 2 * width;
        var high = config.landscape().isPit() ? 4 : results.barrier() + 2 * width;
        var x = IntStream.range(0, POINTS)
                .mapToDouble(i -> low + (high - low) * i / (POINTS - 1))
                .toArray();
        return new Line(label, x, Arrays.stream(x).map(f).toArray());
    }

    private static <T> Line line(String label, List<T> rows, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        return new Line(
                label,
                rows.stream().mapToDouble(x).toArray(),
                rows.stream().mapToDouble(y).toArray());
    }
}
