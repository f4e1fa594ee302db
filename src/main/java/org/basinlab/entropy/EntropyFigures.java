package org.basinlab.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.basinlab.entropy.EntropyResults.Nonlinear;
import org.basinlab.entropy.EntropyResults.Polygon;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.HeatMap;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Lines;
import org.basinlab.experiment.Figure.Panel;
import org.basinlab.experiment.Figure.Scatter;

/**
 * P5's and P6's figures: entropy by step, the laws, the narrow family, the square on its way, adjusted strength by
 * gain.
 */
final class EntropyFigures {
    private static final int SHOWN_STEPS = 10;
    private static final int POLYGONS = 4;
    private static final int MOST_ROWS = 12;
    private static final int MOST_COLUMNS = 8;

    private final EntropyConfig config;
    private final EntropyResults results;

    EntropyFigures(EntropyConfig config, EntropyResults results) {
        this.config = config;
        this.results = results;
    }

    List<Figure> all() {
        var figures = new ArrayList<Figure>();
        if (config.finite() != null) {
            figures.add(steps(longer()));
            if (fits()) {
                figures.add(laws());
            }
        }
        if (results.epsilon() != null
                && results.epsilon().rows().stream()
                                .filter(row -> row.adjustedStrength() > 0)
                                .count()
                        > 1) {
            figures.add(epsilon());
        }
        if (results.continuous() != null) {
            figures.add(polygons());
            figures.add(informations());
            figures.add(variances());
            figures.add(gains());
        }
        return figures;
    }

    /** A picture of one step says little: it goes on further than the run. */
    private List<Course.Step> longer() {
        return Course.of(
                        config.finite().map(),
                        config.finite().split(),
                        config.law(),
                        Math.max(SHOWN_STEPS, config.steps()))
                .steps();
    }

    private Figure steps(List<Course.Step> steps) {
        var last = steps.get(steps.size() - 1);
        return new Lines(
                "steps",
                "Entropy of the correlated and the decorrelated law, step by step",
                "The gap between the first two curves at step 0 is the mutual information of A and B, from there on the optimizing strength;"
                        + " how much wider it is than at step 0 is the adjusted strength, the third curve. Of a reversible system all"
                        + " three would be level, the third at 0.",
                String.format(
                        Locale.ROOT,
                        "Entropy from %.3f bits at step 0 to %.3f after %d steps; decorrelated from %.3f to %.3f; adjusted strength"
                                + " %.3f at the end.",
                        steps.get(0).free().next(),
                        last.free().next(),
                        last.step(),
                        steps.get(0).decorrelated().next(),
                        last.decorrelated().next(),
                        last.bits().adjustedStrength()),
                Axis.linear("step"),
                Axis.linear("bits"),
                List.of(
                        line("P", steps, step -> step.free().next()),
                        line(
                                "P', decorrelated at step 0",
                                steps,
                                step -> step.decorrelated().next()),
                        line("adjusted strength", steps, step -> step.bits().adjustedStrength())),
                List.of());
    }

    private static Line line(String label, List<Course.Step> steps, ToDoubleFunction<Course.Step> of) {
        return new Line(
                label,
                steps.stream().mapToDouble(Course.Step::step).toArray(),
                steps.stream().mapToDouble(of).toArray());
    }

    private boolean fits() {
        return !results.tables().isEmpty()
                && results.tables().get(0).rows().size() <= MOST_ROWS
                && results.tables().get(0).columns().size() <= MOST_COLUMNS;
    }

    private Figure laws() {
        var first = results.tables().get(0);
        var panels = results.tables().stream()
                .map(table -> new Panel(
                        EntropyWords.name(table.law()),
                        table.cells().stream()
                                .flatMap(List::stream)
                                .mapToDouble(p -> p)
                                .toArray(),
                        new boolean[first.rows().size() * first.columns().size()]))
                .toList();
        return new HeatMap(
                "laws",
                "The laws: P and its decorrelated P', before and after",
                "Each cell is a joint state. P' has the sums of P over rows and over columns, and no other structure. Where P next is on fewer"
                        + " cells than P' next, correlation has helped.",
                "Four tables of probabilities by the states of " + String.join(", ", results.a()) + " and of "
                        + String.join(", ", results.b()) + ".",
                String.join(", ", results.a()),
                first.rows(),
                String.join(", ", results.b()),
                first.columns(),
                panels,
                new Axis("probability", 0, Double.NaN, false),
                null,
                "");
    }

    private Figure epsilon() {
        var rows = results.epsilon().rows().stream()
                .filter(row -> row.adjustedStrength() > 0)
                .sorted((one, other) -> Double.compare(one.start(), other.start()))
                .toList();
        var start = rows.stream().mapToDouble(EpsilonFamily.Row::start).toArray();
        var half = rows.stream().mapToDouble(row -> row.start() / 2).toArray();
        var narrowest = rows.get(0);
        return new Lines(
                "epsilon",
                "Adjusted strength of narrow distributions against their entropy",
                "As the distribution at t - 1 narrows, the adjusted strength falls onto half of its entropy. Were the ratio to tend to another"
                        + " number the lines would end apart, were there another power they would have other slopes.",
                String.format(
                        Locale.ROOT,
                        "A curve that joins the line of one half; at e = %.0e the ratio is %.6f.",
                        narrowest.epsilon(),
                        narrowest.ratio()),
                Axis.log("entropy at t - 1 (bits)"),
                Axis.log("adjusted strength (bits)"),
                List.of(
                        new Line(
                                "adjusted strength",
                                start,
                                rows.stream()
                                        .mapToDouble(EpsilonFamily.Row::adjustedStrength)
                                        .toArray()),
                        new Line("half of the entropy", start, half)),
                List.of());
    }

    private Figure polygons() {
        var linear = config.continuous().linear();
        var lines = results.continuous().polygons().stream()
                .limit(POLYGONS)
                .map(polygon -> closed(polygon, linear.centre(polygon.step())))
                .toList();
        return new Lines(
                "polygons",
                "The square after each step, about its centre",
                String.format(
                        Locale.ROOT,
                        "The linear thermostat with k = %s shears and turns the square of side %s and takes its area times %s at each step;"
                                + " a map that only turned would keep it. Correlation shows as a slant.",
                        linear.gain(),
                        linear.side(),
                        Math.abs(linear.gain())),
                "The square and three parallelograms, with areas "
                        + String.join(
                                ", ",
                                results.continuous().polygons().stream()
                                        .limit(POLYGONS)
                                        .map(p -> String.format(Locale.ROOT, "%.3g", p.area()))
                                        .toList())
                        + ".",
                Axis.linear("thermostat, from its centre (degrees)"),
                Axis.linear("room, from its centre (degrees)"),
                lines,
                List.of());
    }

    private static Line closed(Polygon polygon, LinearThermostat.Point centre) {
        var corners = new ArrayList<>(polygon.corners());
        corners.add(corners.get(0));
        return new Line(
                polygon.step() == 0 ? "the square" : "step " + polygon.step(),
                corners.stream()
                        .mapToDouble(c -> c.thermostat() - centre.thermostat())
                        .toArray(),
                corners.stream().mapToDouble(c -> c.room() - centre.room()).toArray());
    }

    private Figure informations() {
        var polygons = results.continuous().polygons();
        return new Lines(
                "information",
                "Mutual information of thermostat and room, step by step",
                "It is the optimizing strength of every linear map that starts there, exactly, and rises and falls as the parallelogram turns."
                        + " The adjusted strength, in which it is taken off, is 0 throughout.",
                String.format(
                        Locale.ROOT,
                        "From %.3f bits at the square to %.3f after one step.",
                        polygons.get(0).mutualInformation(),
                        polygons.get(1).mutualInformation()),
                Axis.linear("step"),
                Axis.linear("bits"),
                List.of(new Line(
                        "I(thermostat; room)",
                        polygons.stream().mapToDouble(Polygon::step).toArray(),
                        polygons.stream()
                                .mapToDouble(Polygon::mutualInformation)
                                .toArray())),
                List.of());
    }

    private Figure variances() {
        var rows = results.continuous().variances();
        var steps =
                rows.stream().mapToDouble(EntropyResults.VarianceRow::before).toArray();
        return new Lines(
                "variances",
                "P6's strengths with variances, over the steps before they are taken",
                "With V the determinant of the covariance the adjusted strength is 0 always, the other turns about. With the room's variance"
                        + " the adjusted one is not 0: it rests on what is meant by V.",
                String.format(
                        Locale.ROOT,
                        "Over %d steps: not adjusted, between 0 and %.3f; adjusted, at most %.0e from 0; with the room's variance,"
                                + " up to %.3f.",
                        rows.size() - 1,
                        most(rows, EntropyResults.VarianceRow::determinantStrength),
                        most(rows, row -> Math.abs(row.determinantAdjusted())),
                        most(rows, EntropyResults.VarianceRow::roomAdjusted)),
                Axis.linear("steps from the square to P"),
                Axis.linear("log of the ratio of variances"),
                List.of(
                        new Line(
                                "not adjusted, determinant",
                                steps,
                                rows.stream()
                                        .mapToDouble(EntropyResults.VarianceRow::determinantStrength)
                                        .toArray()),
                        new Line(
                                "adjusted, determinant",
                                steps,
                                rows.stream()
                                        .mapToDouble(EntropyResults.VarianceRow::determinantAdjusted)
                                        .toArray()),
                        new Line(
                                "adjusted, room's variance",
                                steps,
                                rows.stream()
                                        .mapToDouble(EntropyResults.VarianceRow::roomAdjusted)
                                        .toArray())),
                List.of());
    }

    private static double most(List<EntropyResults.VarianceRow> rows, ToDoubleFunction<EntropyResults.VarianceRow> of) {
        return rows.stream().mapToDouble(of).max().orElseThrow();
    }

    private Figure gains() {
        var rows = results.continuous().nonlinear();
        var weights = rows.stream().map(Nonlinear::weight).distinct().toList();
        var lines = weights.stream()
                .map(weight ->
                        rows.stream().filter(row -> weight.equals(row.weight())).toList())
                .map(some -> new Line(
                        String.format(Locale.ROOT, "exact, w = %s", some.get(0).weight()),
                        some.stream().mapToDouble(Nonlinear::gain).toArray(),
                        some.stream().mapToDouble(Nonlinear::exact).toArray()))
                .toList();
        return new Scatter(
                "gains",
                "Adjusted strength of saturating thermostats, by gain",
                "Each dot is one estimate by nearest neighbours. A heater that acts on the last reading alone (w = 0) is nonlinear and"
                        + " contracts, and yet has 0; one that acts on a mean of two readings (w = 0.5) optimizes. Dots beside their"
                        + " line are the estimator's bias, which falls as samples grow.",
                "Dots about 0 for w = 0 and above 0 for w = 0.5; exact values at w = 0.5 "
                        + rows.stream()
                                .filter(row -> row.weight() > 0)
                                .map(row -> String.format(Locale.ROOT, "%.3f", row.exact()))
                                .collect(Collectors.joining(", "))
                        + " bits.",
                Axis.linear("gain k"),
                Axis.linear("adjusted strength (bits)"),
                rows.stream()
                        .flatMapToDouble(row -> row.repeated().stream().mapToDouble(one -> row.gain()))
                        .toArray(),
                rows.stream()
                        .flatMapToDouble(row -> row.repeated().stream().mapToDouble(one -> one))
                        .toArray(),
                lines,
                List.of());
    }
}
