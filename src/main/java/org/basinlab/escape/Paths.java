package org.basinlab.escape;

import static org.basinlab.experiment.KeyNumbers.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.basinlab.experiment.Experiment;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Lines;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Progress;
import org.basinlab.experiment.Table;
import org.basinlab.experiment.Table.Column;
import org.basinlab.experiment.Tables;
import org.basinlab.landscape.SgdStep;

/** P1's single paths: gradient descent, SGD and Newton's form, and what the post says of them. */
public final class Paths implements Experiment<PathConfig> {
    /** More lines than this nobody can tell apart. */
    private static final int MOST_LINES = 12;

    @Override
    public String name() {
        return "path";
    }

    @Override
    public Findings run(PathConfig config, Progress progress, Tables tables) {
        progress.begin("path", 1);
        var results = new PathResults(paths(config));
        tables.accept(table(results));
        var figures = new ArrayList<Figure>();
        figures.add(
                figure(
                        "paths",
                        "W, step by step",
                        results.paths().stream().limit(MOST_LINES).toList(),
                        "Each line is a path of W. A path that stays on a level is in a minimum; one that zig-zags oversteps it."));
        figures.addAll(new PathClaims.Published().figures());
        progress.advance(1);
        return new Findings(
                name(),
                config,
                headline(results),
                PathClaims.all(),
                results,
                List.of(numbers(results)),
                figures,
                new Origin("java", null, null, null, Map.of()));
    }

    private static List<PathResults.Path> paths(PathConfig config) {
        var paths = new ArrayList<PathResults.Path>();
        for (var rule : config.rules()) {
            for (var temperature : config.temperatures()) {
                for (var start : config.starts()) {
                    var walkers = rule == Rule.SGD ? config.paths() : 1;
                    for (var walker = 0L; walker < walkers; walker++) {
                        paths.add(path(config, rule, temperature, start, walker));
                    }
                }
            }
        }
        return paths;
    }

    private static PathResults.Path path(PathConfig config, Rule rule, double temperature, double start, long walker) {
        var landscape = config.landscape().landscape();
        var step = new SgdStep(landscape, temperature, config.batch(), config.innerSteps());
        var w = switch (rule) {
            case DESCENT -> Descent.descent(step, start, config.steps());
            case SGD -> Descent.sgd(step, start, config.steps(), config.seed(), walker);
            case NEWTON -> Descent.newton(landscape, temperature, start, config.steps());
        };
        var overflowed =
                IntStream.range(0, w.length).filter(n -> !Double.isFinite(w[n])).findFirst();
        return new PathResults.Path(
                rule.toString(),
                temperature,
                start,
                rule == Rule.SGD ? walker : null,
                w,
                overflowed.isPresent() ? overflowed.getAsInt() : null);
    }

    static Lines figure(String name, String title, List<PathResults.Path> paths, String caption) {
        var lines = paths.stream()
                .map(path -> new Line(
                        label(path),
                        IntStream.range(0, path.w().length).asDoubleStream().toArray(),
                        finite(path.w())))
                .toList();
        var ends = paths.stream()
                .map(path -> String.format(Locale.ROOT, "%s at %.4g", label(path), path.end()))
                .toList();
        return new Lines(
                name,
                title,
                caption,
                "Paths of W by step; they end: " + String.join("; ", ends) + ".",
                Axis.linear("step"),
                Axis.linear("W"),
                lines,
                List.of());
    }

    private static double[] finite(double[] w) {
        return Arrays.stream(w).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
    }

    private static String label(PathResults.Path path) {
        return String.format(
                Locale.ROOT,
                "%s, %s = %s, from %s%s",
                path.rule(),
                path.rule().equals(Rule.NEWTON.toString()) ? "k" : "T",
                plain(path.temperature()),
                plain(path.start()),
                path.walker() == null ? "" : ", walker " + path.walker());
    }

    /** Without the .0 of a whole number. */
    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String headline(PathResults results) {
        var first = results.paths().get(0);
        return String.format(
                Locale.ROOT, "%s ends at W = %.6g after %d steps.", label(first), first.end(), first.w().length - 1);
    }

    private static KeyNumbers numbers(PathResults results) {
        return new KeyNumbers(
                "Where paths end",
                List.of("path", "after 1 step", "after 10", "at the end", "lowest", "highest", "overflowed at"),
                results.paths().stream()
                        .map(path -> row(
                                label(path),
                                path.w()[1],
                                path.w()[Math.min(10, path.w().length - 1)],
                                path.end(),
                                Arrays.stream(path.w()).min().orElseThrow(),
                                Arrays.stream(path.w()).max().orElseThrow(),
                                path.overflowed()))
                        .toList());
    }

    private static Table table(PathResults results) {
        var rows = results.paths().stream().mapToInt(path -> path.w().length).sum();
        var which = new long[rows];
        var step = new long[rows];
        var w = new double[rows];
        var next = 0;
        for (var p = 0; p < results.paths().size(); p++) {
            var path = results.paths().get(p).w();
            for (var n = 0; n < path.length; n++, next++) {
                which[next] = p;
                step[next] = n;
                w[next] = path[n];
            }
        }
        return new Table(
                "paths",
                List.of(new Column.Longs("path", which), new Column.Longs("step", step), new Column.Doubles("w", w)));
    }
}
