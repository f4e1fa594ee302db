package org.basinlab.refinement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.refinement.RefinementResult.Course;

/** The figures of {@link RefinementStudy} that are drawn from numbers. */
public final class RefinementFigures {
    private static final Figure.Axis PASSES = Figure.Axis.linear("passes of the loop");

    private RefinementFigures() {}

    /** The objective, the residual and the distance from the clean image, pass by pass. */
    public static List<Figure> of(RefinementResult result) {
        return List.of(objective(result), residual(result), distance(result));
    }

    private static Figure objective(RefinementResult result) {
        var known = courses(result, c -> c.energy() != null);
        return new Figure.Lines(
                "refinement-objective",
                "The inner objective of a loop round a tied denoiser",
                text(
                        "E(x) less its value after %d passes, mean over %d cases; the denoiser's correction is minus the gradient of"
                                + " E. Did the loop not optimize, a curve would rise somewhere. The last point, zero, is left out.",
                        result.iterations(), result.cases()),
                text(
                        "Falling curves; the least share of passes that lowered E is %.4f.",
                        known.stream().mapToDouble(Course::lowered).min().orElse(Double.NaN)),
                PASSES,
                Figure.Axis.log("E above its end"),
                lines(known, c -> aboveEnd(c.energy())),
                List.of());
    }

    private static double[] aboveEnd(List<Double> energy) {
        var end = energy.get(energy.size() - 1);
        return energy.stream().mapToDouble(e -> e > end ? e - end : Double.NaN).toArray();
    }

    private static Figure residual(RefinementResult result) {
        return new Figure.Lines(
                "refinement-residual",
                "What the denoiser still wants to change",
                "The residual |D(x) - x|^2 of both denoisers, mean over the cases. It is no objective of either loop: a loop that"
                        + " came to no rest would keep it above zero, and on the way to rest it may rise.",
                text(
                        "After %d passes it is from %.2g to %.2g.",
                        result.iterations(),
                        result.courses().stream()
                                .mapToDouble(c -> last(c.residual()))
                                .min()
                                .orElse(Double.NaN),
                        result.courses().stream()
                                .mapToDouble(c -> last(c.residual()))
                                .max()
                                .orElse(Double.NaN)),
                PASSES,
                Figure.Axis.log("|D(x) - x|^2"),
                lines(
                        result.courses(),
                        c -> c.residual().stream()
                                .mapToDouble(r -> r > 0 ? r : Double.NaN)
                                .toArray()),
                List.of());
    }

    private static Figure distance(RefinementResult result) {
        var known = courses(result, c -> c.distance() != null);
        var least = new ArrayList<String>();
        for (var c : known) {
            least.add(text(
                    "%s: %.2f at the start, least %.2f at pass %d, %.2f at the end",
                    label(c),
                    c.outer().start(),
                    c.outer().least(),
                    c.outer().leastIteration(),
                    c.outer().end()));
        }
        return new Figure.Lines(
                "refinement-distance",
                "The outer objective: how far the image is from the clean digit",
                "Mean distance from the digit that the start was made of. Were the inner objective the outer one, the curves would"
                        + " fall as long as the inner one does; where they turn up, running on serves the inner objective alone.",
                String.join("; ", least) + ".",
                PASSES,
                Figure.Axis.linear("distance from the clean digit (white pixels, Euclidean)"),
                lines(known, c -> numbers(c.distance())),
                List.of());
    }

    private static List<Course> courses(RefinementResult result, Predicate<Course> which) {
        return result.courses().stream().filter(which).toList();
    }

    private static List<Figure.Line> lines(List<Course> courses, Function<Course, double[]> values) {
        return courses.stream()
                .map(c -> new Figure.Line(
                        label(c),
                        IntStream.range(0, c.residual().size())
                                .mapToDouble(t -> t)
                                .toArray(),
                        values.apply(c)))
                .toList();
    }

    private static String label(Course course) {
        return course.denoiser() + ", " + course.start();
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
