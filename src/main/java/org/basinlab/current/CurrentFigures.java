package org.basinlab.current;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Lines;
import org.basinlab.experiment.Figure.Reference;

/** P2's figures: G and S2, paths from many starts, means and deviations; and how wrong each equation is. */
final class CurrentFigures {
    private static final int POINTS = 601;
    private static final int STARTS = 21;
    private static final int MOMENTS = 201;
    /** Of the pit's landscape, what matters of it. */
    private static final double PIT_LOW = 0;

    private static final double PIT_HIGH = 3;

    /** So that the two that nearly coincide are a full line and a broken one over it. */
    private static final List<NoiseConvention> ORDER = List.of(
            NoiseConvention.ITO,
            NoiseConvention.MODIFIED_DRIFT,
            NoiseConvention.FICK,
            NoiseConvention.MODIFIED,
            NoiseConvention.STRATONOVICH);

    /** The time that paths are shown for, in 1 / T: they have come to rest. */
    private static final double REST = 6;

    private final CurrentConfig config;
    private final ProbabilityCurrent.Course course;
    private final ProbabilityCurrent.Cases cases;
    private final CurrentResults results;

    CurrentFigures(
            CurrentConfig config,
            ProbabilityCurrent.Course course,
            ProbabilityCurrent.Cases cases,
            CurrentResults results) {
        this.config = config;
        this.course = course;
        this.cases = cases;
        this.results = results;
    }

    List<Figure> all() {
        var figures = new ArrayList<Figure>();
        figures.add(gradients());
        if (!isFlat()) {
            figures.add(paths());
        }
        figures.addAll(new DensityFigures(config, course).all());
        figures.add(means());
        figures.add(deviations());
        if (config.hasBarrier()) {
            figures.add(escaped());
        }
        if (!results.rateErrors().isEmpty()
                && CurrentWords.temperatures(results).size() > 1) {
            figures.add(rateErrors());
            figures.add(escapeErrors(100));
            figures.add(escapeErrors(1000));
        }
        figures.add(turning());
        return figures;
    }

    private boolean hasPit() {
        return config.scenario() != null && config.scenario().hasPit();
    }

    private double low() {
        return hasPit() ? PIT_LOW : results.low();
    }

    private double high() {
        return hasPit() ? PIT_HIGH : results.high();
    }

    private boolean isFlat() {
        var ground = config.ground();
        return DoubleStream.iterate(low(), w -> w + (high() - low()) / POINTS)
                .limit(POINTS)
                .allMatch(w -> ground.gradient(w) == 0);
    }

    private Figure gradients() {
        var ground = config.ground();
        return new Lines(
                "gradients",
                "Mean gradient and its variance over datapoints",
                "G pulls W down L, S2 spreads it. Where G is 0 and rises, gradient descent is stable; SGD is at rest only where S2"
                        + " is 0 there too.",
                "G and S2 against W.",
                Axis.linear("W"),
                Axis.linear("G (loss / W), S2 (loss² / W²)"),
                List.of(curve("G", ground::gradient), curve("S2", ground::variance)),
                List.of());
    }

    private Line curve(String label, DoubleUnaryOperator f) {
        var x = even(low(), high(), POINTS);
        return new Line(label, x, Arrays.stream(x).map(f).toArray());
    }

    private static double[] even(double from, double to, int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> from + (to - from) * i / (count - 1))
                .toArray();
    }

    /** One line, broken between starts: they need no names. */
    private Figure paths() {
        var equation = NoiseConvention.ITO.equation(config.ground(), config.temperature(), 0, 1);
        var flow = new Characteristics(equation, config.start(), Mesh.uniform(low(), high(), 1));
        var until = Math.min(config.time(), Math.ceil(REST / config.temperature()));
        var times = even(0, until, MOMENTS);
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        for (var from : even(low(), high(), STARTS)) {
            var path = flow.path(from, times);
            for (var k = 0; k < times.length; k++) {
                x.add(times[k]);
                y.add(path[k]);
            }
            x.add(Double.NaN);
            y.add(Double.NaN);
        }
        return new Lines(
                "paths",
                "W against time from many starts, without noise",
                "dW/dt = -T G from evenly spaced starts: where the drift alone takes W. Lines that run together end in a minimum of"
                        + " L; a maximum parts them.",
                STARTS + " paths of W from " + number(low()) + " to " + number(high()) + " over " + config.time()
                        + " steps.",
                Axis.linear("time (steps)"),
                Axis.linear("W"),
                List.of(new Line("W", numbers(x), numbers(y))),
                List.of());
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private Figure means() {
        return over(
                "means",
                "Mean of W over time",
                "mean of W",
                CurrentResults.Solved::mean,
                CurrentResults.Walked::mean,
                CurrentResults.Exact::mean,
                CurrentResults.Moments::mean);
    }

    private Figure deviations() {
        return over(
                "deviations",
                "Standard deviation of W over time",
                "standard deviation of W",
                CurrentResults.Solved::sd,
                CurrentResults.Walked::sd,
                CurrentResults.Exact::sd,
                CurrentResults.Moments::sd);
    }

    private Figure escaped() {
        return over(
                "escaped",
                "Probability beyond the barrier over time",
                "probability of W > " + number(config.barrierAt()),
                CurrentResults.Solved::escaped,
                CurrentResults.Walked::escaped,
                CurrentResults.Exact::escaped,
                null);
    }

    private Figure over(
            String name,
            String title,
            String axis,
            ToDoubleFunction<CurrentResults.Solved> solved,
            ToDoubleFunction<CurrentResults.Walked> walked,
            ToDoubleFunction<CurrentResults.Exact> exact,
            ToDoubleFunction<CurrentResults.Moments> moments) {
        var lines = new ArrayList<Line>();
        lines.add(line(
                CurrentWords.name(config.convention()) + " equation",
                results.states(),
                CurrentResults.Solved::time,
                solved));
        lines.add(line("walkers", results.walkers(), CurrentResults.Walked::time, walked));
        lines.add(line("SGD's own law", results.operator(), CurrentResults.Exact::time, exact));
        if (moments != null && results.moments() != null) {
            lines.add(line("SGD, exact moments", results.moments(), CurrentResults.Moments::time, moments));
        }
        var last = lines.get(0).y()[lines.get(0).y().length - 1];
        var sgd = lines.get(2).y()[lines.get(2).y().length - 1];
        return new Lines(
                name,
                title,
                "Walkers and SGD's own law lie on each other where both are right. Where the equation leaves them, it is not SGD's;"
                        + " were it exact, there would be one line to see.",
                String.format(Locale.ROOT, "At the end the equation has %s, SGD itself %s.", number(last), number(sgd)),
                Axis.linear("time (steps)"),
                Axis.linear(axis),
                lines,
                List.of());
    }

    private Figure rateErrors() {
        return errors(
                "rate-errors",
                "Escape rate by each equation over SGD's, in P1's pit",
                "Rate of first passage from the pit to W = 1.5. An equation without error would lie on 1 at all temperatures. At low"
                        + " T all escape far too often: their noise is normal, SGD's is two-point. The modified equation has no noise"
                        + " left at the rim of the pit above T = 0.022.",
                "rate of escape over SGD's",
                results.rateErrors(),
                CurrentResults.RateError::convention,
                CurrentResults.RateError::temperature,
                r -> r.ratio() == null ? Double.NaN : r.ratio());
    }

    private Figure escapeErrors(int steps) {
        return errors(
                "escape-errors-" + steps,
                "Escaped after " + steps + " steps by each equation over SGD's, in P1's pit",
                "Probability beyond the barrier of l1. An equation without error would lie on 1.",
                "escaped over SGD's",
                results.escapeErrors().stream().filter(e -> e.steps() == steps).toList(),
                CurrentResults.EscapeError::convention,
                CurrentResults.EscapeError::temperature,
                CurrentResults.EscapeError::ratio);
    }

    private static <T> Figure errors(
            String name,
            String title,
            String caption,
            String axis,
            List<T> rows,
            Function<T, NoiseConvention> convention,
            ToDoubleFunction<T> temperature,
            ToDoubleFunction<T> ratio) {
        var lines = new ArrayList<Line>();
        for (var each : ORDER) {
            lines.add(line(
                    CurrentWords.name(each),
                    rows.stream()
                            .filter(row -> convention.apply(row) == each)
                            .sorted((a, b) ->
                                    Double.compare(temperature.applyAsDouble(a), temperature.applyAsDouble(b)))
                            .toList(),
                    temperature,
                    ratio));
        }
        var ends = lines.get(0).x();
        lines.add(new Line("SGD", new double[] {ends[0], ends[ends.length - 1]}, new double[] {1, 1}));
        var ito = lines.get(0).y();
        return new Lines(
                name,
                title,
                caption,
                String.format(
                        Locale.ROOT,
                        "Ratios to SGD by temperature; Itô's goes from %s at T = %s to %s at T = %s.",
                        number(ito[0]),
                        ends[0],
                        number(ito[ito.length - 1]),
                        ends[ends.length - 1]),
                Axis.linear("temperature T (W² / loss)"),
                Axis.log(axis),
                lines,
                List.of());
    }

    /** Turned so that y goes up. */
    private Figure turning() {
        var end = cases.plane().end();
        var grid = end.grid();
        var values = new double[grid.cells()];
        for (var row = 0; row < grid.rows(); row++) {
            for (var column = 0; column < grid.columns(); column++) {
                var cell = row * grid.columns() + column;
                values[(grid.rows() - 1 - row) * grid.columns() + column] =
                        grid.inside(cell, 1) ? end.curl(cell) : Double.NaN;
            }
        }
        return new Figure.SignedMap(
                "turning",
                "Two parameters: the end state's current turns about the minimum",
                "Curl of rho over x (right) and y (up), each from -3 to 3, on a landscape of four datapoints whose noise and Hessian do"
                        + " not commute. Were rho = 0 in the end state, as the post has it, the map would be white.",
                String.format(
                        Locale.ROOT,
                        "A spot of negative curl at the minimum, %.3f, in a ring of the other sign; the circulation is %.5f, by"
                                + " Lyapunov's equation %.5f.",
                        results.plane().curl(),
                        results.plane().circulation(),
                        results.plane().circulationExact()),
                grid.rows(),
                grid.columns(),
                values,
                "curl of rho",
                List.of());
    }

    static <T> Line line(String label, List<T> rows, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        return new Line(
                label,
                rows.stream().mapToDouble(x).toArray(),
                rows.stream().mapToDouble(y).toArray());
    }

    /** Where W has escaped, if there is such a place. */
    static List<Reference> barrier(CurrentConfig config) {
        return config.hasBarrier() ? List.of(new Reference("barrier", config.barrierAt())) : List.of();
    }
}
