package org.basinlab.knowledge.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.basinlab.data.LabelledImages;
import org.basinlab.experiment.Figure;
import org.basinlab.knowledge.setting.World;
import org.basinlab.stats.StudentInterval;

/** The figures of {@link EditStudy}. */
final class EditFigures {
    private EditFigures() {}

    /** An image of each edited class, as each twin sees it. */
    static Figure examples(World world, Edits edits, long seed) {
        var pictures = new ArrayList<double[]>();
        for (var structured : Twin.STRUCTURED) {
            var image = world.images(l -> l == edits.of(structured).label())[0];
            for (var twin : List.of(Twin.BASE, structured, structured.scattered(), structured.samePlaces())) {
                pictures.add(picture(edits.images(world.train(), twin, seed), image));
            }
        }
        return new Figure.Pictures(
                "edit-examples",
                "What is edited",
                "The first training image of each edited class: as it is; painted; with the same changes of brightness at random"
                        + " pixels, others in each image; and at random pixels that are the same in every image of the class.",
                String.format(
                        Locale.ROOT,
                        "Two rows of four pictures: a %d without and with a stroke, a %d without and with a ring, and both with"
                                + " as many pixels changed at random places.",
                        edits.stroke().label(),
                        edits.eye().label()),
                Twin.STRUCTURED.stream()
                        .map(s -> s.words() + " on " + edits.of(s).label())
                        .toList(),
                List.of("clean", "painted", "scattered", "same places"),
                world.train().rows(),
                world.train().columns(),
                pictures);
    }

    private static double[] picture(LabelledImages images, int image) {
        return IntStream.range(0, images.pixelsPerImage())
                .mapToDouble(p -> images.pixel(image, p) / 255.0)
                .toArray();
    }

    /** Those drawn from numbers. */
    static List<Figure> of(EditResult result, List<Replica> replicas) {
        var figures = new ArrayList<>(List.of(ratios(result, replicas), participation(result, replicas)));
        if (replicas.get(0).changes().size() > Twin.changed().size()) {
            figures.add(course(result));
        }
        if (!result.grid().isEmpty()) {
            figures.add(grid(result));
        }
        return figures;
    }

    private static Figure ratios(EditResult result, List<Replica> replicas) {
        var strips = new ArrayList<Figure.Strip>();
        var alt = new ArrayList<String>();
        for (var level : Level.values()) {
            for (var edit : Twin.STRUCTURED) {
                var ratio = result.comparison(edit, edit.scattered(), level).logRatio();
                strips.add(new Figure.Strip(
                        edit.words() + ", " + level.words(),
                        there(Means.values(
                                replicas,
                                r -> r.end(edit)
                                        .at(level)
                                        .logRatioTo(r.end(edit.scattered()).at(level)))),
                        ratio.judged()));
                alt.add(String.format(Locale.ROOT, "%s, %s: mean %.3f", edit.words(), level.words(), ratio.mean()));
            }
        }
        return new Figure.Strips(
                "edit-ratios",
                "Is the change of a structured edit more concentrated?",
                "The logarithm of how many times more places the change takes up if the same changes of brightness are scattered;"
                        + " every dot a seed, bars at 95% for all comparisons together. Were the hypothesis false, dots would lie round"
                        + " or below zero; a tenth fewer places is what counts.",
                String.join("; ", alt) + ".",
                Figure.Axis.linear("ln(PR scattered / PR structured)"),
                strips,
                List.of(new Figure.Reference("equal", 0), new Figure.Reference("10% fewer", EditStudy.MARGIN)));
    }

    private static double[] there(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(k -> values[k])
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }

    private static Figure participation(EditResult result, List<Replica> replicas) {
        var strips = new ArrayList<Figure.Strip>();
        var alt = new ArrayList<String>();
        for (var twin : Twin.changed()) {
            var values = there(
                    Means.values(replicas, r -> r.end(twin).at(Level.UNITS).participation()));
            strips.add(new Figure.Strip(twin.words(), values, StudentInterval.ofMean(values)));
            alt.add(String.format(
                    Locale.ROOT,
                    "%s: %.3f",
                    twin.words(),
                    result.end(twin, Level.UNITS).participation()));
        }
        return new Figure.Strips(
                "edit-units",
                "How many of the hidden units a change takes up",
                "The participation ratio of the change over hidden units: 1 if all change alike, 0.1 if a tenth does and the rest"
                        + " not at all. Every dot a seed, bars at 95%. Were the hypothesis false, painted edits would stand"
                        + " where scattered ones do.",
                "Means. " + String.join("; ", alt) + ".",
                Figure.Axis.linear("participation ratio (share of hidden units)"),
                strips,
                List.of());
    }

    private static Figure course(EditResult result) {
        var lines = new ArrayList<Figure.Line>();
        var alt = new ArrayList<String>();
        for (var twin : Twin.changed()) {
            var points = result.course().stream()
                    .filter(p -> p.twin().equals(twin.toString()) && p.level().equals(Level.UNITS.toString()))
                    .toList();
            lines.add(new Figure.Line(
                    twin.words(),
                    points.stream()
                            .mapToDouble(EditResult.AtCheckpoint::datapoints)
                            .toArray(),
                    points.stream()
                            .mapToDouble(EditResult.AtCheckpoint::participation)
                            .toArray()));
            alt.add(String.format(
                    Locale.ROOT,
                    "%s: from %.3f to %.3f",
                    twin.words(),
                    points.get(0).participation(),
                    points.get(points.size() - 1).participation()));
        }
        return new Figure.Lines(
                "edit-course",
                "How the change spreads over hidden units during training",
                "Mean participation ratio of the change over hidden units after so many datapoints. Were structured changes"
                        + " localized only for a while, their lines would begin below those of their rivals and come to them.",
                String.join("; ", alt) + ".",
                Figure.Axis.log("datapoints learnt from"),
                Figure.Axis.linear("participation ratio (share of hidden units)"),
                lines,
                List.of());
    }

    private static Figure grid(EditResult result) {
        var here = result.grid().stream()
                .filter(c -> c.level().equals(Level.UNITS.toString()))
                .toList();
        var activations =
                here.stream().map(EditResult.Cell::activation).distinct().toList();
        var widths = here.stream().map(EditResult.Cell::hidden).distinct().toList();
        var panels = new ArrayList<Figure.Panel>();
        var alt = new ArrayList<String>();
        for (var edit : Twin.STRUCTURED) {
            var values = new double[activations.size() * widths.size()];
            var outlined = new boolean[values.length];
            for (var cell : here) {
                if (cell.edit().equals(edit.toString())) {
                    var k = activations.indexOf(cell.activation()) * widths.size() + widths.indexOf(cell.hidden());
                    values[k] = cell.logRatio().mean();
                    outlined[k] = cell.logRatio().ci95() != null
                            && cell.logRatio().ci95().low() > 0;
                    alt.add(String.format(
                            Locale.ROOT,
                            "%s, %s, %d units: %.2f",
                            edit.words(),
                            cell.activation(),
                            cell.hidden(),
                            values[k]));
                }
            }
            panels.add(new Figure.Panel(edit.words(), values, outlined));
        }
        return new Figure.HeatMap(
                "edit-grid",
                "Other activations and widths: is the change more concentrated by hidden units?",
                "The logarithm of how many times more hidden units the change takes up if an edit is scattered, mean over seeds."
                        + " Were the hypothesis false for a kind of network, its cells would be at zero or below, without outline;"
                        + " intervals are of each cell by itself, so of many without an effect a few have one.",
                String.join("; ", alt) + ".",
                "activation",
                activations,
                "hidden units",
                widths.stream().map(String::valueOf).toList(),
                panels,
                Figure.Axis.linear("ln(PR scattered / PR structured)"),
                new Figure.Reference("10% fewer", EditStudy.MARGIN),
                "above 0 at 95%");
    }
}
