package org.basinlab.report;

import static org.basinlab.experiment.KeyNumbers.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.basinlab.experiment.Claim;
import org.basinlab.experiment.Config;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Findings;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.experiment.Origin;
import org.basinlab.experiment.Verdict;
import org.basinlab.stats.Interval;

/** Made-up findings of the size and shape that a localization run has. */
final class SampleFindings {
    private static final int NEURONS = 100;
    private static final int PIXELS = 784;

    private SampleFindings() {}

    static Findings findings() {
        return new Findings(
                "localize",
                config(),
                "Half of it: relative updating predicts relative difference over the weights, but in none of 6 networks"
                        + " as well as published (R² = 0.15, 0.13 to 0.18, instead of 0.28); over the biases six networks"
                        + " cannot tell (R² = 0.06 instead of 0.17), and sigmoid networks show the same as softplus"
                        + " ones.",
                claims(),
                null,
                keyNumbers(),
                figures(),
                new Origin("dl4j", "nd4j-native", "openblas", null, Map.of()));
    }

    private static List<Figure> figures() {
        var figures = new ArrayList<Figure>(List.of(weights(), biases(), pixels(), learning(), steps()));
        figures.addAll(SampleFigures.all());
        return figures;
    }

    private static List<KeyNumbers> keyNumbers() {
        return List.of(
                new KeyNumbers(
                        "Relative difference against relative updating",
                        List.of("parameters", "r", "95% of r", "R²", "slope", "p, naive", "used", "left out"),
                        List.of(
                                row(
                                        "hidden weights",
                                        0.35312,
                                        new Interval(0.29, 0.4112),
                                        0.1247,
                                        0.4,
                                        0.0,
                                        78_400L,
                                        0L),
                                row("hidden biases", 0.1071, new Interval(-0.0912, 0.2987), 0.0115, 0.09, 0.287, 99, 1),
                                row("output biases", null, null, null, Double.NaN, null, 2, 0))),
                new KeyNumbers(
                        "Networks",
                        List.of("network", "images", "test accuracy", "test accuracy on the class left out", "remark"),
                        List.of(
                                row("phase 1", 4670, 0.94213, null, null),
                                row("fork without 7", 14825L, 0.9812, 0.8999, "the longest fork"))));
    }

    static Map<String, Object> provenance() {
        var rows = new LinkedHashMap<String, Object>();
        rows.put("version", "0.1.0");
        rows.put("commit", "11e7111c0ffee11e7111c0ffee11e7111c0ffee1");
        rows.put("jvm", "OpenJDK 64-Bit Server VM 17.0.15");
        rows.put("backend", "nd4j-native 1.0.0-M2.1");
        rows.put("blas", "OpenBLAS");
        rows.put("gpu", null);
        rows.put(
                "data_digests",
                Map.of("train-images", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"));
        return rows;
    }

    private static Config config() {
        var options = new LinkedHashMap<String, Object>();
        options.put("hidden", 100);
        options.put("activation", "softplus");
        options.put("output_activation", "same");
        options.put("loss", "mse");
        options.put("learning_rate", 0.001);
        options.put("phase1_images", 12000);
        options.put("tally_from", 0.5);
        options.put("digits", "1,7:6,8");
        options.put("seed", 1);
        return () -> options;
    }

    private static List<Claim> claims() {
        return List.of(
                new Claim(
                        "P4",
                        "Relative updating predicts relative difference over the weights: R² = 0.28",
                        0.28,
                        0.12463,
                        new Interval(0.0841, 0.1691),
                        Verdict.DIFFERS,
                        "The correlation is there with the claimed sign, but 0.28 lies outside the 95% interval."),
                new Claim(
                        "P4",
                        "The same over the hidden biases: R² = 0.17, p < 0.0001",
                        0.17,
                        0.0114,
                        new Interval(0.0001, 0.0892),
                        Verdict.NOT_REPRODUCED,
                        "The interval of r holds zero, and the published value lies outside it."),
                new Claim(
                        "P4",
                        "The correlation for each input pixel is mostly positive",
                        null,
                        0.0702,
                        new Interval(0.0511, 0.0893),
                        Verdict.REPRODUCED,
                        "471 of 784 pixels are positive, and the interval of their mean is above zero."),
                new Claim(
                        "P4",
                        "It only worked for a ReLU-like activation",
                        null,
                        null,
                        null,
                        Verdict.NOT_TESTED,
                        "One run has one activation; try --activation sigmoid."),
                claim("Biases: p < 0.0001 by t-test", 0.0001, 0.01488, Verdict.NOT_REPRODUCED),
                claim("The pair (0.28, 0.17) is that of a typical network", null, 0.0, Verdict.NOT_REPRODUCED),
                claim("Columns of r shuffled between neurons leave no correlation", null, 0.0012, Verdict.REPRODUCED),
                claim("Group labels shuffled in the tallies leave none either", null, -0.0031, Verdict.REPRODUCED),
                claim("All four forks keep learning", null, 0.9821, Verdict.REPRODUCED),
                claim("Some regions of the image correlate negatively", null, 0.3699, Verdict.REPRODUCED),
                claim("Edge pixels correlate weakly", null, 0.0134, Verdict.DIFFERS),
                claim("The same with two and three hidden layers", null, null, Verdict.NOT_TESTED));
    }

    private static Claim claim(String statement, Double published, Double ours, Verdict verdict) {
        return new Claim(
                "P4",
                statement,
                published,
                ours,
                ours == null ? null : new Interval(ours - 0.02, ours + 0.02),
                verdict,
                "Compared with the margin of 0.05 fixed beforehand, at 95% after Holm's correction for 12 comparisons.");
    }

    static Figure.Density weights() {
        var random = new Random(1);
        var x = new double[NEURONS * PIXELS];
        var y = new double[x.length];
        for (var neuron = 0; neuron < NEURONS; neuron++) {
            var centreX = 0.5 + 0.13 * random.nextGaussian();
            var centreY = 0.5 + 0.4 * (centreX - 0.5) + 0.11 * random.nextGaussian();
            for (var pixel = 0; pixel < PIXELS; pixel++) {
                var i = neuron * PIXELS + pixel;
                x[i] = Math.max(0, Math.min(1, centreX + 0.05 * random.nextGaussian()));
                y[i] = Math.max(0, Math.min(1, centreY + 0.06 * random.nextGaussian()));
            }
        }
        return new Figure.Density(
                "weights",
                "Weights: relative updating against relative difference",
                "Each of the 78 400 hidden weights is a point; cells far from the background's colour hold many. Were"
                        + " knowledge local, the cloud would rise from the lower left to the upper right; it falls into"
                        + " clusters, one a hidden neuron.",
                "A cloud of 78 400 points around one half on both axes, rising slightly, r = 0.35.",
                Axis.unit("relative updating r = a / (a + b)"),
                Axis.unit("relative difference q = c / (c + d)"),
                x,
                y,
                List.of(new Line("least squares, R² = 0.12", new double[] {0, 1}, new double[] {0.3, 0.7})),
                null);
    }

    private static Figure biases() {
        var random = new Random(2);
        var x = random.doubles(NEURONS, 0.3, 0.7).toArray();
        var y = IntStream.range(0, NEURONS)
                .mapToDouble(i -> 0.45 + 0.1 * x[i] + 0.1 * random.nextGaussian())
                .toArray();
        return new Figure.Scatter(
                "biases",
                "Hidden biases: relative updating against relative difference",
                "Each dot is the bias of one hidden neuron. A single seed of 100 biases proves little: the line's slope"
                        + " changes its sign from seed to seed.",
                "A hundred dots without a clear trend, r = 0.11.",
                Axis.unit("relative updating r = a / (a + b)"),
                Axis.unit("relative difference q = c / (c + d)"),
                x,
                y,
                List.of(new Line("least squares, R² = 0.01", new double[] {0, 1}, new double[] {0.45, 0.55})),
                List.of());
    }

    static Figure.SignedMap pixels() {
        var random = new Random(3);
        var values = new double[PIXELS];
        for (var i = 0; i < PIXELS; i++) {
            var row = i / 28 - 13.5;
            var column = i % 28 - 13.5;
            var middle = Math.exp(-(row * row + column * column) / 90);
            var edge = Math.abs(row) > 13 || Math.abs(column) > 13;
            values[i] = edge ? Double.NaN : middle * (0.25 + 0.3 * Math.sin(column / 3)) + 0.07 * random.nextGaussian();
        }
        return new Figure.SignedMap(
                "pixels",
                "Correlation for each input pixel",
                "Red pixels: over their 100 weights, r and q rise together; blue ones: they run against each other. Were"
                        + " there no relation, both colours would be equally common.",
                "A map of 28 by 28 pixels, mostly positive in the middle and weak at the edges.",
                28,
                28,
                values,
                "correlation of r and q over 100 weights",
                List.of());
    }

    private static Figure learning() {
        var lines = new ArrayList<Line>();
        var random = new Random(4);
        for (var name : List.of("1, 6, 8", "7, 6, 8", "1, 7, 6", "1, 7, 8")) {
            var rate = 1 + random.nextDouble();
            var x = IntStream.rangeClosed(1, 200).mapToDouble(i -> 75.0 * i).toArray();
            var y = IntStream.range(0, 200)
                    .mapToDouble(i -> 0.98 - 0.4 * Math.exp(-rate * x[i] / 3000) + 0.006 * random.nextGaussian())
                    .toArray();
            lines.add(new Line(name, x, y));
        }
        return new Figure.Lines(
                "forks",
                "Accuracy of the four forks",
                "Running accuracy before each update; all four level off well before the images end.",
                "Four curves that rise from about 0.6 to 0.98 within 6 000 images.",
                Axis.linear("images seen in phase 2"),
                Axis.linear("accuracy (mean over 75 images)"),
                lines,
                List.of());
    }

    private static Figure steps() {
        var x = IntStream.rangeClosed(1, 300).mapToDouble(i -> i * 50.0).toArray();
        var y = IntStream.range(0, 300)
                .mapToDouble(i -> 2 * Math.pow(x[i], -1.3))
                .toArray();
        return new Figure.Lines(
                "loss",
                "Loss over phase 1",
                "On both logarithmic axes a power law is a straight line.",
                "A straight falling line.",
                Axis.log("images"),
                Axis.log("loss (squared error)"),
                List.of(new Line("loss", x, y)),
                List.of());
    }
}
