package org.basinlab.localize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Groups;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Outline;
import org.basinlab.experiment.Figure.Reference;
import org.basinlab.experiment.Figure.Strip;
import org.basinlab.network.StandardActivation;
import org.basinlab.stats.Association;

/** P4's plots of one replica with each activation, and what they rest on. */
final class LocalizeFigures {
    private static final Axis UPDATING = Axis.unit("relative updating r = a / (a + b)");
    private static final Axis DIFFERENCE = Axis.unit("relative difference q = c / (c + d)");
    /** More biases than can be told apart as dots. */
    private static final int CROWD = 2000;

    private final Plan plan;
    private final LocalizeResults results;
    private final boolean p4Setting;
    private final List<Outline> outlines;

    /**
     * The figures before a run's replicas.
     *
     * @param p4Setting whether the run is in the setting P4 describes: only there can a figure refute it
     */
    LocalizeFigures(Plan plan, LocalizeResults results, boolean p4Setting) {
        this.plan = plan;
        this.results = results;
        this.p4Setting = p4Setting;
        var digits = plan.config().digits();
        outlines = List.of(
                new Outline("mean of " + words(digits.first()), MeanImage.shape(plan.phase1(), 0)),
                new Outline("mean of " + words(digits.second()), MeanImage.shape(plan.phase1(), 1)));
    }

    List<Figure> of(Finished finished) {
        var figures = new ArrayList<Figure>();
        for (var outcome : finished.toDraw()) {
            figures.add(weights(outcome));
            figures.add(biases(outcome));
            if (outcome.replica().perPixel() != null) {
                figures.add(pixels(outcome));
                figures.add(significantPixels(outcome));
            }
            if (outcome.nulls() != null) {
                figures.add(nulls(outcome));
            }
            figures.add(learning(outcome));
        }
        figures.addAll(ReplicaFigures.of(results, p4Setting));
        return figures;
    }

    /** A figure's file name, with the activation where there are several. */
    private String name(String name, ReplicaRun.Outcome outcome) {
        return plan.config().activations().size() > 1
                ? name + "-" + outcome.replica().activation()
                : name;
    }

    private String title(String title, ReplicaRun.Outcome outcome) {
        var activation = plan.config().activations().size() > 1
                ? ", " + outcome.replica().activation()
                : "";
        return title + activation + ", seed " + outcome.replica().seed();
    }

    /** What P4 claims of such a picture, and what it would look like were that false; P4 speaks of softplus alone. */
    private String claim(ReplicaRun.Outcome outcome, String claim, String refutation) {
        return p4Setting && outcome.replica().activation().equals(StandardActivation.SOFTPLUS.toString())
                ? "Claimed: " + claim + ". " + refutation
                : "P4 claims, of its own setting and softplus: " + claim + ".";
    }

    private Figure weights(ReplicaRun.Outcome outcome) {
        var members = outcome.parameters().members(ParameterSet.WEIGHTS);
        var weights = outcome.replica().weights();
        var r = picked(outcome.sizes().r(), members);
        var q = picked(outcome.sizes().q(), members);
        var coloured = plan.config().colour() == FigureColour.NEURON;
        return new Figure.Density(
                name("weights", outcome),
                title("Weights", outcome),
                (coloured
                                ? "Each weight once, in the colour of its hidden neuron, the denser the more of them in a"
                                        + " cell."
                                : "Each weight once, the darker or brighter the more of them in a cell (logarithmic).")
                        + " "
                        + claim(outcome, "an upward cloud, R² = 0.28", "A level line would refute it.")
                        + (outcome.parameters().hasPixels()
                                ? " Small dense spots are the weights of one hidden neuron from pixels that are hardly"
                                        + " ever inked."
                                : ""),
                alt("weights", weights),
                UPDATING,
                DIFFERENCE,
                r,
                q,
                fit(weights, r, q),
                coloured
                        ? new Groups(
                                "hidden neuron",
                                IntStream.of(members)
                                        .map(outcome.parameters()::cluster)
                                        .toArray())
                        : null);
    }

    private Figure biases(ReplicaRun.Outcome outcome) {
        var members = outcome.parameters().members(ParameterSet.BIASES);
        var biases = outcome.replica().biases();
        var r = picked(outcome.sizes().r(), members);
        var q = picked(outcome.sizes().q(), members);
        var name = name("biases", outcome);
        var title = title("Biases", outcome);
        var caption = "Each bias once. "
                + claim(
                        outcome,
                        "a rising line, R² = 0.17",
                        "A level line over many seeds would refute it; with about a hundred points the slope of a single"
                                + " seed proves little.");
        var alt = alt("biases", biases);
        return members.length > CROWD
                ? new Figure.Density(name, title, caption, alt, UPDATING, DIFFERENCE, r, q, fit(biases, r, q), null)
                : new Figure.Scatter(
                        name, title, caption, alt, UPDATING, DIFFERENCE, r, q, fit(biases, r, q), List.of());
    }

    private Figure pixels(ReplicaRun.Outcome outcome) {
        var perPixel = outcome.replica().perPixel();
        return new Figure.SignedMap(
                name("pixels", outcome),
                title("Correlation of each input pixel", outcome),
                "r against q over the weights that leave one pixel, over the outlines of the two groups' mean images. "
                        + claim(
                                outcome,
                                "mostly positive, with some negative regions, weak at the edges, where pixels are never"
                                        + " inked",
                                "As many negative as positive pixels would refute it."),
                String.format(
                        Locale.ROOT,
                        "Map of the correlation for each of %d x %d pixels: mean %.3f, %d negative; %d pixels are ever"
                                + " inked, of which %d are negative.",
                        plan.rows(),
                        plan.columns(),
                        perPixel.mean(),
                        perPixel.negative(),
                        perPixel.inked().pixels(),
                        perPixel.inked().negative()),
                plan.rows(),
                plan.columns(),
                perPixel.map(),
                "correlation",
                outlines);
    }

    private Figure significantPixels(ReplicaRun.Outcome outcome) {
        var perPixel = outcome.replica().perPixel();
        var sure = IntStream.range(0, perPixel.map().length)
                .mapToDouble(i -> perPixel.adjustedP()[i] <= PerPixel.LEVEL ? perPixel.map()[i] : Double.NaN)
                .toArray();
        return new Figure.SignedMap(
                name("pixels-significant", outcome),
                title("The pixels that are surely correlated", outcome),
                "The same map, only where the correlation differs from 0 at a false discovery rate of 5%. Were there no"
                        + " correlation, it would be empty nineteen times of twenty. Pixels that are never inked are not"
                        + " tested: all of them are one and the same observation.",
                String.format(
                        Locale.ROOT,
                        "Of %d pixels that are ever inked %d are surely positive, %d surely negative.",
                        perPixel.inked().pixels(),
                        perPixel.significant().positive(),
                        perPixel.significant().negative()),
                plan.rows(),
                plan.columns(),
                sure,
                "correlation",
                outlines);
    }

    private static String words(List<Integer> classes) {
        return String.join(", ", classes.stream().map(String::valueOf).toList());
    }

    private Figure nulls(ReplicaRun.Outcome outcome) {
        var draws = outcome.nulls();
        var replica = outcome.replica();
        var strips = List.of(
                new Strip("weights, neurons shuffled", draws.neurons().get(ParameterSet.WEIGHTS), null),
                new Strip("weights, groups shuffled", draws.labels().get(ParameterSet.WEIGHTS), null),
                new Strip(
                        "weights",
                        new double[] {replica.weights().r()},
                        replica.weights().ci95()),
                new Strip("biases, neurons shuffled", draws.neurons().get(ParameterSet.BIASES), null),
                new Strip("biases, groups shuffled", draws.labels().get(ParameterSet.BIASES), null),
                new Strip(
                        "biases",
                        new double[] {replica.biases().r()},
                        replica.biases().ci95()));
        return new Figure.Strips(
                name("nulls", outcome),
                title("The correlation and what chance would make of it", outcome),
                "Each dot is r after a shuffle: of the tallies among the neurons of a layer, or of the groups among the"
                        + " datapoints. Below them r itself with its 95% interval. An r among those of shuffled neurons"
                        + " is carried by what all neurons share, such as the pixels; one among those of shuffled groups"
                        + " owes nothing to the groups.",
                String.format(
                        Locale.ROOT,
                        "Weights: r %.3f, with neurons shuffled %.3f on average (p %.2g), with groups shuffled %.3f (p"
                                + " %.2g). Biases: r %.3f, p %.2g and %.2g.",
                        replica.weights().r(),
                        replica.nulls().neurons().weights().mean(),
                        replica.nulls().neurons().weights().p(),
                        replica.nulls().labels().weights().mean(),
                        replica.nulls().labels().weights().p(),
                        replica.biases().r(),
                        replica.nulls().neurons().biases().p(),
                        replica.nulls().labels().biases().p()),
                Axis.linear("correlation r"),
                strips,
                List.of(new Reference("no correlation", 0)));
    }

    private Figure learning(ReplicaRun.Outcome outcome) {
        var minimum = outcome.replica().learning();
        return new Figure.Lines(
                name("learning", outcome),
                title("Loss over the first epoch", outcome),
                "Loss before each update, over an eighth of phase 1 at a time, both groups weighing the same. "
                        + claim(
                                outcome,
                                "the least early in the epoch",
                                "A loss that goes on falling after phase 1 refutes it."),
                String.format(
                        Locale.ROOT,
                        "Loss %.4f at the end of phase 1, least %.4f at %.0f%% of the epoch.",
                        minimum.phase1Loss(),
                        minimum.minimumLoss(),
                        100 * minimum.minimumAt()),
                Axis.linear("datapoints seen"),
                Axis.log("loss before the update"),
                outcome.curve().stages().stream()
                        .map(stage -> new Line(stage.name(), stage.datapoints(), stage.loss()))
                        .toList(),
                List.of(new Reference("end of phase 1", plan.phase1().length())));
    }

    private static String alt(String what, Association a) {
        return String.format(
                Locale.ROOT,
                "Relative difference against relative updating for %d %s: correlation %.3f, slope %.3f.",
                a.n(),
                what,
                a.r(),
                a.slope());
    }

    private static double[] picked(double[] values, int[] members) {
        return IntStream.of(members).mapToDouble(p -> values[p]).toArray();
    }

    /** The least-squares line through the points' mean, where there is one. */
    private static List<Line> fit(Association a, double[] r, double[] q) {
        if (Double.isNaN(a.slope())) {
            return List.of();
        }
        var both = IntStream.range(0, r.length)
                .filter(i -> !Double.isNaN(r[i]) && !Double.isNaN(q[i]))
                .toArray();
        var x = Arrays.stream(both).mapToDouble(i -> r[i]).summaryStatistics();
        var meanQ = Arrays.stream(both).mapToDouble(i -> q[i]).average().orElseThrow();
        return List.of(new Line("least squares", new double[] {x.getMin(), x.getMax()}, new double[] {
            meanQ + a.slope() * (x.getMin() - x.getAverage()), meanQ + a.slope() * (x.getMax() - x.getAverage())
        }));
    }
}
