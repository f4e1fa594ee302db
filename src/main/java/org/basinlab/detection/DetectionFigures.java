package org.basinlab.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.basinlab.experiment.Figure;

/** The figures of a {@link DetectionResult}. */
public final class DetectionFigures {
    /** More strips cannot be told apart. */
    private static final int MOST_STRIPS = 12;

    private DetectionFigures() {}

    /** What there is to draw: against noise only if there are two levels of it. */
    public static List<Figure> of(DetectionResult result) {
        var figures = new ArrayList<Figure>();
        var noisy = result.noise().stream().filter(row -> row.noise() > 0).toList();
        if (noisy.size() > 1) {
            figures.add(noise(result, noisy));
        }
        figures.add(bending(result));
        figures.add(losses(result));
        return figures;
    }

    private static Figure noise(DetectionResult result, List<DetectionResult.NoiseRow> rows) {
        var first = result.noise().get(0);
        return new Figure.Lines(
                "detection-noise",
                "Planted comparators found, against noise on the weights",
                text(
                        "Units permuted and rescaled, random units beside the circuit and mixed into the output. The tolerance of %s"
                                + " degrees was chosen on other seeds. Were the detector blind to permutation and scale, recall would be"
                                + " near 0 everywhere; were it loose, precision would be low where noise is.",
                        result.calibration().angle()),
                text(
                        "Recall %.2f and precision %.2f at noise %s; recall %.2f and precision %.2f at %s.",
                        first.counts().recall(),
                        first.counts().precision(),
                        first.noise(),
                        rows.get(rows.size() - 1).counts().recall(),
                        rows.get(rows.size() - 1).counts().precision(),
                        rows.get(rows.size() - 1).noise()),
                Figure.Axis.log("noise on every weight (of the layer's root mean square)"),
                Figure.Axis.unit("share"),
                List.of(
                        line("precision", rows, r -> r.counts().precision()),
                        line("recall", rows, r -> r.counts().recall()),
                        line("circuits found whole", rows, r -> Tally.ratio(r.whole(), r.circuits()))),
                List.of());
    }

    private static Figure.Line line(
            String label, List<DetectionResult.NoiseRow> rows, ToDoubleFunction<DetectionResult.NoiseRow> value) {
        return new Figure.Line(
                label,
                rows.stream().mapToDouble(DetectionResult.NoiseRow::noise).toArray(),
                rows.stream().mapToDouble(value).toArray());
    }

    private static Figure bending(DetectionResult result) {
        var strips = new ArrayList<Figure.Strip>();
        for (var group : result.groups()) {
            if (group.target() == WildTarget.MAXIMUM && strips.size() < MOST_STRIPS - 1) {
                strips.add(strip(
                        "max of " + group.options() + ", width " + group.width(),
                        result.wild().stream()
                                .filter(n -> n.target() == WildTarget.MAXIMUM
                                        && n.options() == group.options()
                                        && n.width() == group.width())
                                .toList()));
            }
        }
        var controls = result.wild().stream()
                .filter(n -> n.target() != WildTarget.MAXIMUM)
                .toList();
        strips.add(strip("controls", controls));
        return new Figure.Strips(
                "detection-bending",
                "How much of what trained networks bend is comparators",
                "A dot a network: of its output's variance that is not linear in the inputs, the share that the comparators found"
                        + " in its weights explain. At 1 the network is P9's circuit on its domain; at 0 it does something else, or"
                        + " the same by other bends. Were findings chance, controls would have them too.",
                text(
                        "Found comparators explain more than half of the bending in %d of %d networks trained on the maximum, and in"
                                + " %d of %d controls.",
                        overHalf(result.wild().stream()
                                .filter(n -> n.target() == WildTarget.MAXIMUM)
                                .toList()),
                        result.wild().size() - controls.size(),
                        overHalf(controls),
                        controls.size()),
                Figure.Axis.unit("share of the bending explained"),
                strips,
                List.of());
    }

    private static Figure.Strip strip(String label, List<DetectionResult.WildNetwork> networks) {
        return new Figure.Strip(
                label,
                networks.stream()
                        .mapToDouble(DetectionResult.WildNetwork::ofBending)
                        .filter(Double::isFinite)
                        .toArray(),
                null);
    }

    private static long overHalf(List<DetectionResult.WildNetwork> networks) {
        return networks.stream().filter(n -> n.ofBending() > 0.5).count();
    }

    private static Figure losses(DetectionResult result) {
        var networks = result.wild().stream()
                .filter(n -> n.target() == WildTarget.MAXIMUM && n.loss() > 0 && Double.isFinite(n.ofBending()))
                .toList();
        return new Figure.Scatter(
                "detection-loss",
                "Loss reached, and bending explained by comparators",
                "A dot a network trained on the maximum. Were comparators the only way to a low loss, all dots on the left would"
                        + " be at the top; those at the bottom left get there by other bends.",
                text(
                        "%d networks, %d of them with a loss of at most a hundredth of the target's variance; comparators explain"
                                + " more than half of the bending in %d.",
                        networks.size(),
                        networks.stream().filter(n -> n.loss() <= 0.01).count(),
                        overHalf(networks)),
                Figure.Axis.log("error on fresh points (target's variance)"),
                Figure.Axis.unit("share of the bending explained"),
                networks.stream().mapToDouble(DetectionResult.WildNetwork::loss).toArray(),
                networks.stream()
                        .mapToDouble(DetectionResult.WildNetwork::ofBending)
                        .toArray(),
                List.of(),
                List.of());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
