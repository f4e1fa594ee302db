package org.basinlab.knowledge.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Reference;
import org.basinlab.experiment.Figure.Strip;
import org.basinlab.knowledge.setting.Estimate;
import org.basinlab.stats.Pearson;

/** The figures of {@link MatchStudy}. */
final class MatchFigures {
    private static final List<Method> STRIPS =
            List.of(Method.UPDATES, Method.ACTIVATIONS, Method.RANDOM, Method.CEILING);

    private MatchFigures() {}

    static List<Figure> of(MatchResult result, List<Replica> replicas, Lesson lesson) {
        var figures = new ArrayList<Figure>();
        figures.add(agreement(result, replicas));
        figures.add(labels(result, replicas));
        var shown = replicas.get(0).shown();
        if (shown != null) {
            figures.add(correlations(shown));
            figures.add(damage(shown));
            figures.add(weights(shown, lesson));
        }
        return figures;
    }

    private static Figure agreement(MatchResult result, List<Replica> replicas) {
        var strips = new ArrayList<Strip>();
        var words = new ArrayList<String>();
        for (var other : Other.values()) {
            var found = result.cases().get(other.ordinal());
            for (var method : STRIPS) {
                strips.add(strip(
                        label(other, result) + ": " + method,
                        replicas,
                        r -> r.cases().get(other).get(method).damage(),
                        found.by(method).damage()));
                words.add(text(
                        "%s, %s: %.2f", other, method, found.by(method).damage().mean()));
            }
        }
        return new Figure.Strips(
                "match-agreement",
                "Do matched units of two networks hold the same knowledge?",
                "How well the harm done class by class by ablating a unit agrees with that of its partner in another network, which"
                        + " differs in its seed, and also in width or in activation. A dot is a replica. Units are matched by"
                        + " their updates, by their activations, at random, or by the harm itself. Did"
                        + " updates not tell which units hold the same knowledge, their dots would lie about those at random.",
                "Strips of agreement, means: " + String.join("; ", words) + ".",
                Axis.linear("agreement of class-wise damage (r)"),
                strips,
                List.of(new Reference("none", 0)));
    }

    private static Figure labels(MatchResult result, List<Replica> replicas) {
        var strips = new ArrayList<Strip>();
        var words = new ArrayList<String>();
        for (var label : Reading.values()) {
            for (var method : List.of(Method.UPDATES, Method.ACTIVATIONS)) {
                var found = result.labels().by(label, method);
                strips.add(strip(
                        label + ": " + method,
                        replicas,
                        r -> r.carried().get(label).get(method).precision(),
                        found.precision()));
                words.add(text("%s by %s %.2f", label, method, found.precision().mean()));
            }
            var chance = result.labels().by(label, Method.UPDATES).chance();
            strips.add(strip(
                    label + ": chance",
                    replicas,
                    r -> r.carried().get(label).get(Method.UPDATES).chance(),
                    chance));
            words.add(text("%s by chance %.2f", label, chance.mean()));
        }
        return new Figure.Strips(
                "match-labels",
                text(
                        "What %d interpreted units tell about %d",
                        result.labels().smallHidden(), result.labels().largeHidden()),
                "Every unit of the large network gets the label of the small network's unit that it is most like, in its updates or"
                        + " its activations; the share whose own label that is. Labels: the class that ablating a unit hurts"
                        + " most, and the class it is most active at. Chance is what labels dealt at random would get right."
                        + " Did the small network tell nothing, dots would lie about those of chance.",
                "Strips of the share of right labels, means: " + String.join("; ", words) + ".",
                Axis.linear("share of labels that are right"),
                strips,
                List.of());
    }

    private static String label(Other other, MatchResult result) {
        return switch (other) {
            case SEED -> "seed";
            case WIDTH -> result.otherHidden() + " units";
            case ACTIVATION -> result.otherActivation();
        };
    }

    private static Strip strip(
            String label, List<Replica> replicas, ToDoubleFunction<Replica> number, Estimate estimate) {
        return new Strip(
                label,
                replicas.stream()
                        .mapToDouble(number)
                        .filter(v -> !Double.isNaN(v))
                        .toArray(),
                estimate.ci95());
    }

    private static Figure correlations(Shown shown) {
        var places = IntStream.rangeClosed(1, shown.size()).mapToDouble(i -> i).toArray();
        var diagonal = IntStream.range(0, shown.size())
                .mapToDouble(i -> shown.alike()[i * shown.size() + i])
                .average()
                .orElseThrow();
        var all = Arrays.stream(shown.alike()).average().orElseThrow();
        return new Figure.Field(
                "match-correlations",
                "Which units of two networks are updated together",
                "Correlation of update sizes over datapoints, every unit of one network with every unit of another of a different"
                        + " seed, in the order of their matching, the most alike pair first. Were each unit the partner of just"
                        + " one, the diagonal would stand out; stripes are units that are like many, a plain field means that"
                        + " all are updated together. Replica 1.",
                text(
                        "A field of %d x %d correlations: mean %.3f on the diagonal, %.3f over all.",
                        shown.size(), shown.size(), diagonal, all),
                Axis.linear("unit of the other network, by pair"),
                Axis.linear("unit of the one network, by pair"),
                places,
                places,
                shown.alike(),
                Axis.linear("correlation of update sizes"),
                false,
                List.of(),
                List.of(),
                List.of());
    }

    private static Figure damage(Shown shown) {
        var r = Pearson.r(
                shown.ones(),
                shown.others(),
                IntStream.range(0, shown.ones().length).toArray());
        return new Figure.Scatter(
                "match-damage",
                "Harm by ablating a unit, and by ablating its partner",
                "A dot is a class and a pair of units matched by updates, of two networks that differ in their seed: the loss that"
                        + " ablation adds on test images of the class, less the mean over the network's units. Did matched units"
                        + " hold the same knowledge, dots would rise from the lower left to the upper right; if not, they"
                        + " scatter about zero. Replica 1.",
                text("%d dots, r = %.3f.", shown.ones().length, r),
                Axis.linear("loss added, unit of the one network"),
                Axis.linear("loss added, its partner"),
                shown.ones(),
                shown.others(),
                List.of(),
                List.of());
    }

    private static Figure weights(Shown shown, Lesson lesson) {
        var pairs = shown.similarities().size();
        return new Figure.Pictures(
                "match-weights",
                "Incoming weights of the units most alike in their updates",
                "The pairs of units of two networks whose updates go together most, the best first: the weights into them, and what"
                        + " training has changed of those since the start. Grey is none, white the largest above zero, black the"
                        + " same below. Did update sizes find units that hold the same knowledge, the two of a column would look"
                        + " alike. Replica 1.",
                "Four rows of small pictures; correlations of update sizes: "
                        + shown.similarities().stream()
                                .map(s -> text("%.2f", s))
                                .collect(Collectors.joining(", "))
                        + ".",
                List.of("one: weights", "other: weights", "one: change", "other: change"),
                IntStream.rangeClosed(1, pairs).mapToObj(String::valueOf).toList(),
                lesson.world().train().rows(),
                lesson.world().train().columns(),
                shown.weights());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
