package org.basinlab.atlas;

import static org.basinlab.atlas.Judgement.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Mark;
import org.basinlab.experiment.Figure.Reference;
import org.basinlab.experiment.Figure.Strip;
import org.basinlab.localize.Published;
import org.basinlab.stats.Interval;

/** The atlas in pictures. */
final class AtlasFigures {
    private final AtlasResults results;
    private final MapOfBases map;

    AtlasFigures(AtlasResults results) {
        this.results = results;
        map = MapOfBases.of(results.settings());
    }

    List<Figure> of() {
        var figures = new ArrayList<Figure>();
        figures.add(pairs(
                "pairs-faithful",
                "R² of weights and biases where nothing in P4 is contradicted",
                results.settings().stream().filter(SettingResult::faithful).toList()));
        figures.add(pairs("pairs-all", "R² of weights and biases over the whole map", results.settings()));
        figures.addAll(new AtlasMaps(results.settings()).of());
        figures.add(drivers("drivers-weights", "What drives the weights' R²", results.driver(Measure.WEIGHTS_R2)));
        figures.add(drivers("drivers-biases", "What drives the biases' R²", results.driver(Measure.BIASES_R2)));
        figures.add(ownPart());
        figures.add(contrast());
        return figures;
    }

    private static Figure pairs(String name, String title, List<SettingResult> settings) {
        var learned = settings.stream().filter(SettingResult::learned).toList();
        var weights = learned.stream().mapToDouble(Measure.WEIGHTS_R2::mean).toArray();
        var biases = learned.stream().mapToDouble(Measure.BIASES_R2::mean).toArray();
        var marks = new ArrayList<Mark>();
        marks.add(new Mark("published (one network)", Published.WEIGHTS_R2, Published.BIASES_R2));
        AtlasNumbers.plain(learned)
                .forEach(plain -> marks.add(new Mark(
                        "plain reading, mean",
                        plain.weightsR2().mean(),
                        plain.biasesR2().mean())));
        var near = learned.stream()
                .filter(s -> PublishedPair.distance(
                                s.weightsR2().mean(), s.biasesR2().mean())
                        <= PublishedPair.MARGIN)
                .count();
        return new Figure.Scatter(
                name,
                title,
                text(
                        "Each dot is the mean of a setting's networks; %d of %d are within %.2f of the published pair in both."
                                + " Were the pair what such a setting gives, it would lie among the dots.",
                        near, learned.size(), PublishedPair.MARGIN),
                text(
                        "%d dots, weights R² from %s, biases R² from %s; the published pair at (%.2f, %.2f)%s.",
                        learned.size(),
                        range(weights),
                        range(biases),
                        Published.WEIGHTS_R2,
                        Published.BIASES_R2,
                        marks.stream()
                                .skip(1)
                                .map(mark -> text(", the plain reading at (%.3f, %.3f)", mark.x(), mark.y()))
                                .collect(Collectors.joining())),
                new Axis("R² over the weights", 0, Double.NaN, false),
                new Axis("R² over the biases", 0, Double.NaN, false),
                weights,
                biases,
                List.of(),
                marks);
    }

    private static String range(double[] values) {
        var known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).summaryStatistics();
        return known.getCount() == 0 ? "nowhere" : text("%.3f to %.3f", known.getMin(), known.getMax());
    }

    private Figure drivers(String name, String title, Driver driver) {
        var strips = driver.ranked().stream()
                .map(share ->
                        new Strip(AtlasNumbers.source(share.of()), new double[] {100 * share.share()}, percent(share)))
                .toList();
        return new Figure.Strips(
                name,
                title,
                text(
                        "%s Shares are of the variance over all networks of %d settings, corrected for chance; intervals leave"
                                + " out one of %d bases at a time. A choice whose interval reaches 0 may not matter."
                                + " Seeds: the same setting run again.",
                        AtlasWords.drives(driver), driver.settings(), driver.bases()),
                driver.ranked().stream()
                        .map(share -> text("%s %.1f%%", AtlasNumbers.source(share.of()), 100 * share.share()))
                        .collect(Collectors.joining(", ", "Shares: ", ".")),
                new Axis("share of the variance (%)", Double.NaN, Double.NaN, false),
                strips,
                List.of());
    }

    private static Interval percent(Driver.Share share) {
        return share.ci95() == null
                ? null
                : new Interval(100 * share.ci95().low(), 100 * share.ci95().high());
    }

    private Figure ownPart() {
        var each = results.activations().each();
        return new Figure.Strips(
                "own-part",
                "The neurons' own part of the correlation, by activation",
                "Each dot is a base, one combination of the other choices: r over the hidden weights, less what is left when"
                        + " tallies are dealt out anew among the neurons. Did it only work for ReLU-like activations,"
                        + " tanh and sigmoid alone would lie at 0.",
                each.stream()
                        .map(of -> text("%s %.3f", of.activation(), of.ownPart().mean()))
                        .collect(Collectors.joining(", ", "Means over bases: ", ".")),
                Axis.linear("neurons' own part of r"),
                each.stream()
                        .map(of -> new Strip(
                                of.activation(),
                                ByActivation.ofBases(map, of.activation(), Measure.OWN_PART),
                                of.ownPart().ci95()))
                        .toList(),
                List.of());
    }

    private Figure contrast() {
        return new Figure.Strips(
                "contrast",
                "ReLU-like less sigmoid-like activations, all other choices alike",
                "Each dot is a base. Right of 0 the number is greater with ReLU-like activations (softplus, ReLU, leaky ReLU,"
                        + " ELU, GELU, swish) than with tanh and sigmoid. P4's claim would have nearly all dots there.",
                Stream.of(Measure.values()).map(this::contrast).collect(Collectors.joining("; ", "", ".")),
                Axis.linear("ReLU-like less sigmoid-like"),
                Stream.of(Measure.values())
                        .map(measure -> new Strip(
                                measure.words(),
                                Contrast.differences(map, measure),
                                results.contrast(measure).ci95()))
                        .toList(),
                List.of(new Reference("no difference", 0)));
    }

    private String contrast(Measure measure) {
        var of = results.contrast(measure);
        return of.bases() == 0
                ? measure.words() + ": no bases compared"
                : text(
                        "%s: mean difference %.3f, greater in %.0f%% of %d bases",
                        measure.words(), of.difference(), 100 * of.greater(), of.bases());
    }
}
