package org.basinlab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Groups;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Mark;
import org.basinlab.experiment.Figure.Outline;
import org.basinlab.experiment.Figure.Reference;
import org.basinlab.experiment.Figure.Strip;
import org.basinlab.stats.Interval;

/** Made-up figures of the kinds that a localization over many replicas has. */
final class SampleFigures {
    private SampleFigures() {}

    static List<Figure> all() {
        return List.of(byNeuron(), replicas(), mapOverDigits(), explained(), nulls(), accuracies(), learning());
    }

    /** The weights again, one colour a neuron. */
    static Figure.Density byNeuron() {
        var weights = SampleFindings.weights();
        return new Figure.Density(
                "weights-by-neuron",
                "Weights, coloured by hidden neuron",
                "The weights of one neuron lie together: what looks like 78 400 points is closer to a hundred. Were"
                        + " the weights independent, the colours would be mixed like confetti.",
                "The cloud of weights in patches of one colour each, a hundred in all.",
                weights.xAxis(),
                weights.yAxis(),
                weights.x(),
                weights.y(),
                weights.lines(),
                new Groups(
                        "hidden neuron",
                        IntStream.range(0, weights.x().length).map(i -> i / 784).toArray()));
    }

    private static Figure replicas() {
        var random = new Random(5);
        var x = IntStream.range(0, 120)
                .mapToDouble(i -> 0.12 + 0.02 * random.nextGaussian())
                .toArray();
        var y = IntStream.range(0, 120)
                .mapToDouble(i -> Math.pow(0.15 * random.nextGaussian(), 2))
                .toArray();
        return new Figure.Scatter(
                "r2-pairs",
                "R² of weights and biases, one dot a replica",
                "The published pair lies outside of the cloud: no single seed of ours comes near it. Inside the cloud"
                        + " it would be one seed among others.",
                "A cloud of 120 dots around (0.12, 0.02), and the published pair at (0.28, 0.17).",
                Axis.linear("R² over the weights"),
                Axis.linear("R² over the hidden biases"),
                x,
                y,
                List.of(),
                List.of(new Mark("published", 0.28, 0.17), new Mark("our mean", 0.12, 0.0225)));
    }

    /** The map with a one and an eight over it. */
    static Figure.SignedMap mapOverDigits() {
        var map = SampleFindings.pixels();
        var one = new boolean[784];
        var eight = new boolean[784];
        for (var i = 0; i < 784; i++) {
            var row = i / 28;
            var column = i % 28 + (row - 14) * 0.3;
            one[i] = row > 4 && row < 23 && Math.abs(column - 14) < 2.6;
            var upper = Math.hypot((i % 28 - 14) / 1.1, row - 9.5);
            var lower = Math.hypot((i % 28 - 14) / 1.2, row - 18.0);
            eight[i] = upper > 1.6 && upper < 5 || lower > 1.8 && lower < 5.6;
        }
        return new Figure.SignedMap(
                "pixels-over-digits",
                "Correlation for each input pixel, over the digits",
                "Where the two groups of digits differ most, the correlation should be highest. Red outside of both"
                        + " outlines would speak against it.",
                "A map of 28 by 28 pixels with the outlines of a one and of an eight.",
                28,
                28,
                map.values(),
                map.valueName(),
                List.of(new Outline("mean of 1 and 7", one), new Outline("mean of 6 and 8", eight)));
    }

    private static Figure explained() {
        return new Figure.Strips(
                "r2",
                "R² over six replicas",
                "Every dot a seed. The published values lie right of all of ours; they would be reproduced if they"
                        + " lay among them.",
                "Six values a row; hidden weights near 0.12, published 0.28.",
                new Axis("R²", 0, Double.NaN, false),
                List.of(
                        strip("hidden weights", 6, 0.12, 0.012, 6),
                        strip("hidden biases", 6, 0.03, 0.02, 7),
                        strip("output weights", 6, 0.2, 0.03, 8),
                        strip("all weights and biases together", 6, 0.13, 0.014, 9),
                        new Strip("output biases (2 only)", new double[] {Double.NaN}, null)),
                List.of(new Reference("published, weights 0.28", 0.28), new Reference("published, biases 0.17", 0.17)));
    }

    static Figure nulls() {
        var rows = new ArrayList<Strip>();
        for (var name : List.of("columns of r shuffled", "group labels shuffled", "both")) {
            var strip = strip(name, 5000, 0, 0.03 + 0.01 * rows.size(), rows.size());
            rows.add(new Strip(name, strip.values(), null));
        }
        return new Figure.Strips(
                "nulls",
                "Correlation under three nulls",
                "Each row is what chance alone gives. Ours lies outside of all three; inside it would be chance.",
                "Three clouds around zero of 5000 draws each, and ours at 0.353.",
                Axis.linear("correlation r over the hidden weights"),
                rows,
                List.of(new Reference("ours, 0.353", 0.353)));
    }

    private static Figure accuracies() {
        var rows = new ArrayList<Strip>();
        for (var i = 0; i < 12; i++) {
            rows.add(strip(
                    "without " + i % 4 + (i < 4 ? ", all classes" : i < 8 ? ", class left out" : ", control"),
                    1000,
                    0.9 + i / 150.0,
                    0.01,
                    i));
        }
        return new Figure.Strips(
                "accuracies",
                "Test accuracy of the forks over a thousand replicas",
                "All forks learned their classes. A fork at chance would lie at 0.33 and void the comparison.",
                "Twelve clouds between 0.87 and 0.99.",
                Axis.linear("test accuracy"),
                rows,
                List.of(new Reference("phase 1", 0.935)));
    }

    private static Strip strip(String label, int count, double mean, double spread, int seed) {
        var random = new Random(seed);
        var values = IntStream.range(0, count)
                .mapToDouble(i -> mean + spread * random.nextGaussian())
                .toArray();
        var centre = Arrays.stream(values).average().orElseThrow();
        var half = 2.6 * spread / Math.sqrt(count);
        return new Strip(label, values, new Interval(centre - half, centre + half));
    }

    private static Figure learning() {
        var random = new Random(4);
        var lines = new ArrayList<Line>();
        for (var name : List.of("phase 1", "without 1", "without 7", "without 6", "without 8", "control")) {
            var rate = 1 + random.nextDouble();
            var first = lines.isEmpty();
            var level = 0.985 - 0.012 * lines.size();
            var x = IntStream.rangeClosed(1, 120)
                    .mapToDouble(i -> first ? 100.0 * i : 12_000 + 100.0 * i)
                    .toArray();
            var y = IntStream.range(0, 120)
                    .mapToDouble(i -> level
                            - (first ? 0.6 : 0.2) * Math.exp(-rate * 100 * i / 3000)
                            + 0.008 * random.nextGaussian())
                    .toArray();
            lines.add(new Line(name, x, y));
        }
        return new Figure.Lines(
                "learning",
                "Learning curves",
                "Each fork dips when its classes change and recovers.",
                "Six curves that rise to 0.98.",
                Axis.linear("images seen"),
                Axis.linear("accuracy (mean over 100 images)"),
                lines,
                List.of(new Reference("end of phase 1", 12_000)));
    }
}
