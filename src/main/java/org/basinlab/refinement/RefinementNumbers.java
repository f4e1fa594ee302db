package org.basinlab.refinement;

import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.refinement.RefinementResult.Course;

/** The numbers of {@link RefinementStudy} to look at first, and its answer in a sentence. */
public final class RefinementNumbers {
    private RefinementNumbers() {}

    /** The answer in a sentence. */
    public static String headline(RefinementResult result) {
        var tied = result.courses().stream().filter(c -> c.energy() != null).toList();
        var outer = result.courses().stream()
                .map(Course::outer)
                .filter(o -> o != null)
                .toList();
        return String.format(
                Locale.ROOT,
                "A loop round a denoiser that is a gradient lowered its objective at %.2f%% of passes; the distance from the clean"
                        + " digit was least at pass %d to %d of %d, and by the end %.0f%% to %.0f%% above that.",
                100 * tied.stream().mapToDouble(Course::lowered).average().orElse(Double.NaN),
                outer.stream().mapToInt(o -> o.leastIteration()).min().orElse(0),
                outer.stream().mapToInt(o -> o.leastIteration()).max().orElse(0),
                result.iterations(),
                100 * outer.stream().mapToDouble(o -> o.lost()).min().orElse(Double.NaN),
                100 * outer.stream().mapToDouble(o -> o.lost()).max().orElse(Double.NaN));
    }

    /** Small tables for people. */
    public static List<KeyNumbers> of(RefinementResult result) {
        return List.of(denoisers(result), inner(result), outer(result), op(result));
    }

    private static KeyNumbers denoisers(RefinementResult result) {
        return new KeyNumbers(
                "Denoisers: mean squared error of a pixel, before and after one pass",
                List.of("denoiser", "noise", "before", "after"),
                result.denoisers().stream()
                        .flatMap(d -> d.levels().stream()
                                .map(l -> KeyNumbers.row(d.denoiser(), l.noise(), l.before(), l.after())))
                        .toList());
    }

    private static KeyNumbers inner(RefinementResult result) {
        return new KeyNumbers(
                "Inner objective of the loops: E of the tied denoiser, the residual of the free one",
                List.of(
                        "denoiser and start",
                        "passes that lowered it",
                        "cases it ended below",
                        "passes that lowered the residual",
                        "asymmetry of J at the end",
                        "classes at the end"),
                result.courses().stream()
                        .map(c -> KeyNumbers.row(
                                label(c),
                                c.lowered(),
                                c.endedBelow(),
                                c.residualLowered(),
                                c.asymmetry().get(c.asymmetry().size() - 1).value(),
                                c.classesAtEnd()))
                        .toList());
    }

    private static KeyNumbers outer(RefinementResult result) {
        return new KeyNumbers(
                String.format(
                        Locale.ROOT,
                        "Distance from the clean digit, and share recognised as it (%.3f of the clean ones are)",
                        result.recognised()),
                List.of(
                        "denoiser and start",
                        "at the start",
                        "least",
                        "at pass",
                        "at the end",
                        "lost since",
                        "recognised: at the start",
                        "recognised: at the least",
                        "recognised: at the end"),
                result.courses().stream()
                        .filter(c -> c.outer() != null)
                        .map(c -> KeyNumbers.row(
                                label(c),
                                c.outer().start(),
                                c.outer().least(),
                                c.outer().leastIteration(),
                                c.outer().end(),
                                c.outer().lost(),
                                c.outer().recognisedStart(),
                                c.outer().recognisedLeast(),
                                c.outer().recognisedEnd()))
                        .toList());
    }

    private static KeyNumbers op(RefinementResult result) {
        return new KeyNumbers(
                String.format(
                        Locale.ROOT,
                        "Op of the corrections, by derivatives (nats; %.2f for a denoiser that ignores its input)",
                        -result.iterations() * Math.log(Math.abs(1 - result.step()))),
                List.of(
                        "loop",
                        "changed",
                        "asked of",
                        "median",
                        "share positive",
                        "broken: median",
                        "broken: share positive"),
                result.op().stream()
                        .filter(o -> !(o.delta() > 0))
                        .map(o -> KeyNumbers.row(
                                o.mechanism(),
                                o.from(),
                                o.to(),
                                o.intact().median(),
                                o.intact().positive(),
                                o.broken().median(),
                                o.broken().positive()))
                        .toList());
    }

    private static String label(Course course) {
        return course.denoiser() + ", " + course.start();
    }
}
