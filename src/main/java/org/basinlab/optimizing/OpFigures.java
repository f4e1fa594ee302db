package org.basinlab.optimizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.basinlab.causal.Basins;
import org.basinlab.causal.Comp;
import org.basinlab.causal.Moment;
import org.basinlab.causal.OpCourse;
import org.basinlab.causal.OpMap;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Field;
import org.basinlab.experiment.Figure.FieldOutline;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Lines;
import org.basinlab.experiment.Figure.Reference;

/** Op along the course, what it is made of, the course itself, the long run, and maps. */
final class OpFigures {
    private static final int MOST_LINES = 6;
    private static final int MOST_PIXELS = 1000;
    /** Share of neighbouring points between which the sign changes. */
    private static final double TANGLED = 0.02;

    private final OpConfig config;
    private final OpCourse course;
    private final OpResults results;
    private final List<OpMap> maps;
    private final List<String> to;
    private final String a;

    OpFigures(OpConfig config, OpCourse course, OpResults results, List<OpMap> maps) {
        this.config = config;
        this.course = course;
        this.results = results;
        this.maps = maps;
        to = config.question().to();
        a = "{" + String.join(",", config.frozen()) + "}";
    }

    List<Figure> all() {
        var figures = new ArrayList<Figure>();
        figures.add(op());
        figures.add(derivatives());
        figures.add(state());
        if (results.exponents() != null) {
            figures.add(longRun());
        }
        for (var map : maps) {
            figures.add(field(map));
            if (isTangled(map)) {
                figures.add(signs(map));
            }
        }
        for (var i = 0; i < maps.size(); i++) {
            if (!results.maps().get(i).integrals().isEmpty()) {
                figures.add(integrals(maps.get(i), results.maps().get(i)));
            }
        }
        return figures;
    }

    private static double[] times(List<Moment> moments) {
        return moments.stream().mapToDouble(Moment::time).toArray();
    }

    /** Infinite values have no place on an axis. */
    private static double[] values(List<Moment> moments, ToDoubleFunction<Moment> value) {
        return moments.stream()
                .mapToDouble(value)
                .map(v -> Double.isFinite(v) ? v : Double.NaN)
                .toArray();
    }

    private Figure op() {
        var moments = course.moments();
        var lines = new ArrayList<Line>();
        for (var i = 0; i < Math.min(MOST_LINES, to.size()); i++) {
            var place = i;
            lines.add(new Line(
                    "m = " + to.get(i),
                    times(moments),
                    values(moments, m -> m.comps().get(place).op())));
        }
        var first = results.op().get(to.get(0));
        var last = first.get(first.size() - 1);
        return new Lines(
                "op",
                "Op(" + a + "; " + config.from() + ", m) over time",
                "Above 0 part of a change of " + config.from() + " is removed by " + a
                        + "; below 0 it is added to. Were " + a
                        + " without effect on m, the line would lie on 0."
                        + (results.flips().isEmpty()
                                ? ""
                                : " Spikes are where Comp passes 0 or infinity and changes its sign."),
                String.format(
                        Locale.ROOT,
                        "Op in nats by time for %s; at time %s it is %s for %s.",
                        String.join(", ", to),
                        OpWords.brief(last.time()),
                        last.op() == null ? "undefined" : String.format(Locale.ROOT, "%.4g", last.op()),
                        to.get(0)),
                Axis.linear("time"),
                Axis.linear("Op (nats)"),
                lines,
                List.of());
    }

    private Figure derivatives() {
        var moments = course.moments();
        var m = to.get(0);
        return new Lines(
                "derivatives",
                "What is left of a change of " + config.from() + " in " + m,
                "The size of a change of " + m + " for a small change of " + config.from()
                        + " at the start, relative to it. Op is the" + " distance between the lines.",
                "Two lines, the change with " + a + " free and with it frozen, by time, on a scale of powers of ten.",
                Axis.linear("time"),
                Axis.linear("log10 |d" + m + " / d" + config.from() + "|"),
                List.of(
                        new Line(a + " free", times(moments), values(moments, t -> digits(t, Comp::logFree))),
                        new Line(a + " frozen", times(moments), values(moments, t -> digits(t, Comp::logFrozen)))),
                List.of());
    }

    private static double digits(Moment moment, Function<Comp, Double> log) {
        return log.apply(moment.comps().get(0)) / Math.log(10);
    }

    private Figure state() {
        var moments = course.moments();
        var variables = config.stepping().system().variables();
        var lines = new ArrayList<Line>();
        for (var i = 0; i < Math.min(MOST_LINES, variables.size()); i++) {
            var place = i;
            lines.add(new Line(variables.get(i), times(moments), values(moments, m -> m.state()[place])));
        }
        return new Lines(
                "course",
                "World W: the course of " + config.stepping().system().name(),
                "The system as it is, from its start. Op is about small changes of this course.",
                "The variables " + String.join(", ", variables) + " by time.",
                Axis.linear("time"),
                Axis.linear("value"),
                lines,
                List.of());
    }

    private Figure longRun() {
        var moments = course.moments().stream().filter(m -> m.time() > 0).toList();
        var lines = new ArrayList<Line>();
        for (var i = 0; i < Math.min(MOST_LINES, to.size()); i++) {
            var place = i;
            lines.add(new Line(
                    "m = " + to.get(i),
                    times(moments),
                    values(moments, m -> m.comps().get(place).op() / m.time())));
        }
        var difference = results.exponents().difference();
        var levels = new ArrayList<Line>(lines);
        if (difference != null) {
            levels.add(new Line(
                    "conditional - largest exponent",
                    new double[] {moments.get(0).time(), config.time()},
                    new double[] {difference, difference}));
        }
        return new Lines(
                "long-run",
                "Op / t, and the difference of Lyapunov exponents it should tend to",
                "If the statement holds, all lines come to the level one. A line that comes to another belongs to a node for which a"
                        + " hypothesis fails.",
                difference == null
                        ? "Op divided by time, for each node."
                        : String.format(
                                Locale.ROOT,
                                "Op divided by time, for each node; the exponents' difference is %.4g.",
                                difference),
                Axis.log("time"),
                Axis.linear("Op / t (nats a unit of time)"),
                levels,
                List.of());
    }

    /** Whether the sign of Comp changes so often that outlines of it would cover the map. */
    private static boolean isTangled(OpMap map) {
        var columns = map.x().range().points();
        var changes = 0;
        for (var p = 0; p + 1 < map.sign().length; p++) {
            changes += (p + 1) % columns != 0 && map.sign()[p] * map.sign()[p + 1] < 0 ? 1 : 0;
        }
        return changes > TANGLED * map.sign().length;
    }

    private Figure field(OpMap map) {
        var picture = new Picture(map);
        var negative = picture.flags(p -> map.sign()[p] < 0);
        var outlines = new ArrayList<FieldOutline>();
        if (!isTangled(map)) {
            var inside = Basins.of(map).inside();
            outlines.add(new FieldOutline("optimized: Op > " + Basins.NOTICEABLE, picture.flags(p -> inside[p])));
            if (Maps.summary(map).negative() > 0) {
                outlines.add(new FieldOutline("Comp negative", negative));
            }
        }
        var summary = Maps.summary(map);
        return picture.field(
                "map-" + map.node(),
                "Op(" + a + "; " + config.from() + ", " + map.node() + ") over "
                        + map.x().name() + " and " + map.y().name(),
                "Where " + a + " removes part of a change and where it adds to it."
                        + (outlines.isEmpty() ? "" : " Outlined are optimization basins.") + " Were " + a
                        + " without effect, all would be blank." + when(map),
                String.format(
                        Locale.ROOT,
                        "Map of Op: %.0f%% of the points lie in %d basins; Comp is negative at %.0f%%.",
                        100 * summary.inBasins(),
                        summary.basins(),
                        100 * summary.negative()),
                picture.values(p -> sixDigits(map.op()[p])),
                Axis.linear("Op (nats)"),
                outlines);
    }

    private Figure signs(OpMap map) {
        var picture = new Picture(map);
        return picture.field(
                "sign-" + map.node(),
                "The sign of Comp(" + a + "; " + config.from() + ", " + map.node() + ")",
                "Red where a change ends on the same side with " + a + " free and frozen, blue where it does not."
                        + when(map),
                String.format(
                        Locale.ROOT,
                        "Map of a sign: negative at %.0f%% of the points.",
                        100 * Maps.summary(map).negative()),
                picture.values(p -> map.sign()[p]),
                new Axis("sign of Comp", -1, 1, false),
                List.of());
    }

    private String when(OpMap map) {
        return map.x().isTime() || map.y().isTime() ? "" : " At time " + OpWords.brief(config.time()) + ".";
    }

    /** What is drawn of a map: of a large one some of its points. */
    private final class Picture {
        private final OpMap map;
        private final int[] columns;
        private final int[] rows;

        Picture(OpMap map) {
            this.map = map;
            columns = picked(map.x());
            rows = picked(map.y());
        }

        private int point(int place) {
            return rows[place / columns.length] * map.x().range().points() + columns[place % columns.length];
        }

        double[] values(IntToDoubleFunction value) {
            var values = new double[rows.length * columns.length];
            for (var i = 0; i < values.length; i++) {
                values[i] = value.applyAsDouble(point(i));
            }
            return values;
        }

        boolean[] flags(IntPredicate flag) {
            var flags = new boolean[rows.length * columns.length];
            for (var i = 0; i < flags.length; i++) {
                flags[i] = flag.test(point(i));
            }
            return flags;
        }

        Field field(
                String name,
                String title,
                String caption,
                String alt,
                double[] values,
                Axis axis,
                List<FieldOutline> outlines) {
            return new Field(
                    name,
                    title,
                    caption,
                    alt,
                    Axis.linear(label(map.x())),
                    Axis.linear(label(map.y())),
                    coordinates(map.x(), columns),
                    coordinates(map.y(), rows),
                    values,
                    axis,
                    true,
                    outlines,
                    List.of(),
                    List.of());
        }
    }

    private Figure integrals(OpMap map, OpResults.Landscape landscape) {
        var other = map.x().name().equals(map.from()) ? map.y() : map.x();
        return new Lines(
                "integral-" + map.node(),
                "Amount of optimization of " + map.node() + " by " + a,
                "The integral of 1 - Comp over the starts of " + config.from() + " on the map: how much narrower " + a
                        + " has made them in " + map.node() + ". Were " + a
                        + " without effect, it would be 0. By the trapezoid rule on"
                        + " the map's points: what lies between two of them, such as the ridge between two basins, it sees by chance.",
                "A line of the integral by " + other.name() + ".",
                Axis.linear(label(other)),
                Axis.linear("integral of 1 - Comp"),
                List.of(new Line(
                        map.node(),
                        landscape.integrals().stream()
                                .mapToDouble(OpResults.Along::at)
                                .toArray(),
                        landscape.integrals().stream()
                                .mapToDouble(i -> i.integral() == null ? Double.NaN : i.integral())
                                .toArray())),
                List.<Reference>of());
    }

    private String label(org.basinlab.causal.Axis axis) {
        return config.stepping().system().variables().contains(axis.name())
                ? axis.name() + " at the start"
                : axis.name();
    }

    private static int[] picked(org.basinlab.causal.Axis axis) {
        var points = axis.range().points();
        var count = Math.min(points, MOST_PIXELS);
        var picked = new int[count];
        for (var i = 0; i < count; i++) {
            picked[i] = (int) Math.round((double) i * (points - 1) / (count - 1));
        }
        return picked;
    }

    private static double[] coordinates(org.basinlab.causal.Axis axis, int[] picked) {
        var places = new double[picked.length];
        for (var i = 0; i < picked.length; i++) {
            places[i] = axis.range().at(picked[i]);
        }
        return places;
    }

    /** More than a colour shows; a file of them is a fraction of the size. */
    private static double sixDigits(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value;
        }
        var scale = Math.pow(10, 6 - Math.ceil(Math.log10(Math.abs(value))));
        return Double.isFinite(scale) && scale > 0 ? Math.rint(value * scale) / scale : value;
    }
}
