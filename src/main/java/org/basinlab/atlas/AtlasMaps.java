package org.basinlab.atlas;

import static org.basinlab.atlas.Judgement.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Panel;
import org.basinlab.experiment.Figure.Reference;
import org.basinlab.localize.Published;

/**
 * Heat maps: activation by learning rate, in panels by a third choice. A cell is the mean over the settings in it that
 * learned, of bases that were run with every activation; it is outlined if any setting in it holds the published pair.
 */
final class AtlasMaps {
    private final List<SettingResult> settings;
    private final List<SettingResult> compared;

    AtlasMaps(List<SettingResult> settings) {
        this.settings = settings;
        compared = MapOfBases.of(settings).settings();
    }

    List<Figure> of() {
        return List.of(
                map(
                        "map-weights",
                        "Weights' R², by activation, learning rate and length of the forks",
                        Measure.WEIGHTS_R2,
                        Choice.FORK_LENGTH,
                        new Reference(text("published, %.2f", Published.WEIGHTS_R2), Published.WEIGHTS_R2),
                        text(
                                "Published: %.2f, with softplus and forks over all images; nothing with sigmoid. Rows that"
                                        + " differ little say that the activation does not matter.",
                                Published.WEIGHTS_R2)),
                map(
                        "map-biases",
                        "Biases' R², by activation, learning rate and length of the forks",
                        Measure.BIASES_R2,
                        Choice.FORK_LENGTH,
                        new Reference(text("published, %.2f", Published.BIASES_R2), Published.BIASES_R2),
                        text(
                                "Published: %.2f. A setting replicates only where this map and that of the weights both"
                                        + " have the published value.",
                                Published.BIASES_R2)),
                map(
                        "map-own-part",
                        "The neurons' own part of the weights' r",
                        Measure.OWN_PART,
                        Choice.PHASE1_IMAGES,
                        null,
                        "Of r over the hidden weights, what is lost when tallies are dealt out anew among the neurons."
                                + " Where it is near 0, the correlation is one of pixels, not of neurons."));
    }

    private Figure map(String name, String title, Measure measure, Choice by, Reference reference, String whatToSee) {
        var rows = levels(Choice.ACTIVATION);
        var columns = levels(Choice.LEARNING_RATE);
        var panels = levels(by).stream()
                .map(level -> panel(measure, by, level, rows, columns))
                .toList();
        var low = measure == Measure.OWN_PART ? Double.NaN : 0;
        return new Figure.HeatMap(
                name,
                title,
                "Each cell is the mean over the settings in it whose networks learned; grey: none did. " + whatToSee
                        + (outlined(panels) > 0
                                ? " Outlined: some setting in the cell surely or possibly holds the published pair."
                                : " No setting holds the published pair, or a cell would be outlined."),
                alt(measure, panels, rows, columns),
                "activation",
                rows,
                "learning rate (10⁻³)",
                columns.stream().map(AtlasMaps::thousandths).toList(),
                panels,
                new Axis("mean " + measure.words(), low, Double.NaN, false),
                reference,
                "holds the published pair, surely or possibly");
    }

    private Panel panel(Measure measure, Choice by, String level, List<String> rows, List<String> columns) {
        var values = new double[rows.size() * columns.size()];
        var outlined = new boolean[values.length];
        for (var i = 0; i < values.length; i++) {
            var row = rows.get(i / columns.size());
            var column = columns.get(i % columns.size());
            values[i] = in(compared, by, level, row, column)
                    .filter(SettingResult::learned)
                    .mapToDouble(measure::mean)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
            outlined[i] = in(settings, by, level, row, column)
                    .anyMatch(setting -> setting.holding().holds());
        }
        return new Panel(label(by, level), values, outlined);
    }

    private static Stream<SettingResult> in(
            List<SettingResult> settings, Choice by, String level, String activation, String rate) {
        return settings.stream()
                .filter(setting -> setting.level(by).equals(level)
                        && setting.level(Choice.ACTIVATION).equals(activation)
                        && setting.level(Choice.LEARNING_RATE).equals(rate));
    }

    private static String label(Choice by, String level) {
        if (by == Choice.FORK_LENGTH) {
            return level.equals("all") ? "forks over all images" : "forks of " + level;
        }
        return "phase 1: " + level + " images";
    }

    private static String alt(Measure measure, List<Panel> panels, List<String> rows, List<String> columns) {
        var words = new StringBuilder("Tables of " + rows.size() + " activations by " + columns.size()
                + " learning rates, mean " + measure.words() + ".");
        for (var panel : panels) {
            var least = -1;
            var most = -1;
            var values = panel.values();
            for (var i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i])) {
                    least = least < 0 || values[i] < values[least] ? i : least;
                    most = most < 0 || values[i] > values[most] ? i : most;
                }
            }
            words.append(
                    least < 0
                            ? text(" %s: no values.", panel.label())
                            : text(
                                    " %s: from %.3f (%s at %s) to %.3f (%s at %s), %d outlined.",
                                    panel.label(),
                                    values[least],
                                    rows.get(least / columns.size()),
                                    columns.get(least % columns.size()),
                                    values[most],
                                    rows.get(most / columns.size()),
                                    columns.get(most % columns.size()),
                                    outlined(List.of(panel))));
        }
        return words.toString();
    }

    private static int outlined(List<Panel> panels) {
        var count = 0;
        for (var panel : panels) {
            for (var outlined : panel.outlined()) {
                count += outlined ? 1 : 0;
            }
        }
        return count;
    }

    private static String thousandths(String rate) {
        return new BigDecimal(rate).movePointRight(3).stripTrailingZeros().toPlainString();
    }

    private List<String> levels(Choice choice) {
        return settings.stream()
                .map(setting -> setting.level(choice))
                .distinct()
                .sorted(choice.order())
                .toList();
    }
}
