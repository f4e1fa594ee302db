package org.basinlab.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.registration.RegistrationResult.Cell;
import org.basinlab.registration.RegistrationResult.Field;

/** The figures of {@link RegistrationStudy}. */
public final class RegistrationFigures {
    private RegistrationFigures() {}

    /** All of them. */
    public static List<Figure> of(RegistrationResult result) {
        var figures = new ArrayList<Figure>();
        for (var nuisance : Nuisance.values()) {
            figures.add(errors(result, nuisance));
        }
        figures.add(field(
                result,
                "registration-field-inner",
                "What the search for a field raises",
                "similarity gained (share of what is left to 1)",
                f -> gained(f.similarity()),
                "Were the search at an end where the truth is, the lines would stop there; they go on."));
        figures.add(field(
                result,
                "registration-field-outer",
                "What the search for a field is for",
                "error of the field (pixels)",
                f -> array(f.error()),
                "Were similarity the goal, every line would fall as the similarity rises."));
        figures.add(plane(result.plane()));
        return figures;
    }

    private static Figure errors(RegistrationResult result, Nuisance nuisance) {
        var lines = new ArrayList<Figure.Line>();
        var said = new ArrayList<String>();
        for (var source : result.sources()) {
            for (var objective : RegistrationClaims.objectives()) {
                var cells = result.cells(source, nuisance.label(), objective);
                lines.add(new Figure.Line(
                        objective + ", " + source,
                        cells.stream().mapToDouble(Cell::strength).toArray(),
                        cells.stream().mapToDouble(Cell::meanError).toArray()));
                var last = cells.get(cells.size() - 1);
                said.add(text("%s of %s %.2f", objective, source, last.meanError()));
            }
        }
        return new Figure.Lines(
                "registration-error-" + nuisance.name().toLowerCase(Locale.ROOT),
                "How far the best shift by a similarity is from the true one: " + nuisance.label(),
                text(
                        "Mean over %d pairs of the distance in pixels, the search exhaustive. Were the inner objective the outer one, every"
                                + " line would stay at 0, where they all start.",
                        result.pairs()),
                "Mean error in pixels at the greatest strength: " + String.join(", ", said) + ".",
                Figure.Axis.linear("strength of the nuisance"),
                Figure.Axis.linear("error (pixels)"),
                lines,
                List.of());
    }

    private static Figure field(
            RegistrationResult result,
            String name,
            String title,
            String axis,
            Function<Field, double[]> values,
            String otherwise) {
        var least = result.fields().get(0).stiffness();
        var shown = result.fields().stream()
                .filter(f -> Double.compare(f.stiffness(), least) == 0)
                .toList();
        var said = shown.stream()
                .map(f -> {
                    var v = values.apply(f);
                    return text("%s from %.3f to %.3f", f.nuisance(), v[0], v[v.length - 1]);
                })
                .toList();
        return new Figure.Lines(
                name,
                title,
                text(
                        "Means over %d pairs with nuisances of strength %s, by cross-correlation, stiffness %s. %s",
                        result.pairs(), result.strength(), least, otherwise),
                "Over the search: " + String.join("; ", said) + ".",
                Figure.Axis.linear("steps"),
                Figure.Axis.linear(axis),
                shown.stream()
                        .map(f -> {
                            var v = values.apply(f);
                            return new Figure.Line(
                                    f.nuisance(),
                                    IntStream.range(0, v.length)
                                            .asDoubleStream()
                                            .toArray(),
                                    v);
                        })
                        .toList(),
                List.of());
    }

    private static double[] gained(List<Double> similarity) {
        var first = similarity.get(0);
        return similarity.stream().mapToDouble(s -> (s - first) / (1 - first)).toArray();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Figure plane(RegistrationResult.Plane plane) {
        var shifts = array(plane.shifts());
        var off = Math.hypot(plane.foundX() - plane.trueX(), plane.foundY() - plane.trueY());
        return new Figure.Field(
                "registration-plane",
                "The inner objective over all shifts: " + plane.objective() + ", " + plane.nuisance(),
                "One pair of images. Were inner and outer objective one, the two marks would be one.",
                text(
                        "The true shift is (%.2f, %.2f), the best by the objective (%.2f, %.2f), %.2f pixels away.",
                        plane.trueX(), plane.trueY(), plane.foundX(), plane.foundY(), off),
                Figure.Axis.linear("shift in x (pixels)"),
                Figure.Axis.linear("shift in y (pixels)"),
                shifts,
                shifts,
                array(plane.values()),
                Figure.Axis.linear(plane.objective()),
                false,
                List.of(),
                List.of(),
                List.of(
                        new Figure.Mark("the true shift", plane.trueX(), plane.trueY()),
                        new Figure.Mark("best by the objective", plane.foundX(), plane.foundY())));
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
