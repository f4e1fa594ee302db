package org.basinlab.knowledge.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.knowledge.setting.Estimate;

/** The numbers of {@link EditStudy} to look at first, and its answer in a sentence. */
public final class EditNumbers {
    private EditNumbers() {}

    /** The answer in a sentence. */
    public static String headline(EditResult result) {
        if (Twin.STRUCTURED.stream().anyMatch(edit -> Double.isNaN(scatteredRatio(result, edit, Level.PARAMETERS)))) {
            return "Whether structured edits of the data change fewer parameters cannot be told: training diverged in every"
                    + " replica, or an edit changed nothing.";
        }
        return String.format(
                Locale.ROOT,
                "Against the same changes at random pixels, a stroke on every %d changed %s hidden units and %s parameters, an eye"
                        + " on every %d %s hidden units and %s parameters (participation ratio, %d seed%s).",
                result.label(Twin.STROKE),
                fewer(result, Twin.STROKE, Level.UNITS),
                fewer(result, Twin.STROKE, Level.PARAMETERS),
                result.label(Twin.EYE),
                fewer(result, Twin.EYE, Level.UNITS),
                fewer(result, Twin.EYE, Level.PARAMETERS),
                result.replicas(),
                result.replicas() == 1 ? "" : "s");
    }

    private static String fewer(EditResult result, Twin edit, Level level) {
        var ratio = scatteredRatio(result, edit, level);
        if (Double.isNaN(ratio)) {
            return "an unknown number of";
        }
        var percent = Math.round(-100 * Math.expm1(-ratio));
        return percent == 0 ? "as many" : Math.abs(percent) + (percent < 0 ? "% more" : "% fewer");
    }

    private static double scatteredRatio(EditResult result, Twin edit, Level level) {
        return result.comparison(edit, edit.scattered(), level).logRatio().mean();
    }

    /** Small tables for people. */
    public static List<KeyNumbers> of(EditResult result) {
        var all = new ArrayList<>(
                List.of(comparisons(result), twins(result), edits(result), recognition(result), painted(result)));
        if (!result.grid().isEmpty()) {
            all.add(grid(result));
        }
        all.add(controls(result));
        return all;
    }

    private static KeyNumbers comparisons(EditResult result) {
        return new KeyNumbers(
                "Structured edits against rivals: ln(PR of the rival / PR of the edit), with intervals for all "
                        + EditStudy.COMPARISONS
                        + " together; differences of Gini and of the share of the top 1%; positive is more concentrated",
                List.of("edit", "rival", "by", "ln ratio", "from", "to", "Gini", "top 1%"),
                result.comparisons().stream()
                        .map(c -> KeyNumbers.row(
                                c.edit(),
                                c.rival().replace('_', ' '),
                                c.level(),
                                number(c.logRatio().mean()),
                                low(c.logRatio()),
                                high(c.logRatio()),
                                number(c.gini().mean()),
                                number(c.top().mean())))
                        .toList());
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static Double low(Estimate estimate) {
        return estimate.judged() == null ? null : estimate.judged().low();
    }

    private static Double high(Estimate estimate) {
        return estimate.judged() == null ? null : estimate.judged().high();
    }

    private static KeyNumbers twins(EditResult result) {
        return new KeyNumbers(
                String.format(
                        Locale.ROOT,
                        "Twins after %d datapoints: how large their change is, in parts of what training changed, and the share of"
                                + " places it takes up (participation ratio, PR)",
                        result.datapoints()),
                List.of("twin", "size", "PR, parameters", "PR, hidden units", "PR, pixels", "test accuracy"),
                Arrays.stream(Twin.values())
                        .map(twin -> KeyNumbers.row(
                                twin.words(),
                                twin == Twin.BASE
                                        ? null
                                        : number(
                                                twin == Twin.NONE
                                                        ? result.untouchedChange()
                                                        : result.of(twin).size().mean()),
                                number(result.end(twin, Level.PARAMETERS).participation()),
                                number(result.end(twin, Level.UNITS).participation()),
                                number(result.end(twin, Level.PIXELS).participation()),
                                number(result.of(twin).testAccuracy().mean())))
                        .toList());
    }

    private static KeyNumbers edits(EditResult result) {
        return new KeyNumbers(
                "What the edits changed in the training images",
                List.of("edit", "class", "images", "pixels", "energy (white^2)", "as much as the painted"),
                result.edits().stream()
                        .map(e -> KeyNumbers.row(
                                e.twin().replace('_', ' '),
                                e.label(),
                                e.images(),
                                e.pixels(),
                                e.energy(),
                                e.equal() ? "yes" : "no"))
                        .toList());
    }

    private static KeyNumbers recognition(EditResult result) {
        return new KeyNumbers(
                "Does a twin know the edit? Test images of the edited class, clean and painted",
                List.of("painted with", "network", "right, clean", "right, painted", "loss, clean", "loss, painted"),
                result.recognition().stream()
                        .map(k -> KeyNumbers.row(
                                k.edit(),
                                k.network().replace('_', ' '),
                                number(k.cleanAccuracy()),
                                number(k.paintedAccuracy()),
                                number(k.cleanLoss()),
                                number(k.paintedLoss())))
                        .toList());
    }

    private static KeyNumbers painted(EditResult result) {
        return new KeyNumbers(
                "Share of the first layer's squared change that is in the pixels an edit paints",
                List.of("painted with", "twin", "share of pixels", "share of change"),
                result.painted().stream()
                        .map(p -> KeyNumbers.row(
                                p.edit(),
                                p.twin().replace('_', ' '),
                                p.pixels(),
                                number(p.energy().mean())))
                        .toList());
    }

    /** A row a network, for people would lose their way among a row a cell. */
    private static KeyNumbers grid(EditResult result) {
        var columns = new ArrayList<>(List.of("activation", "hidden units", "test accuracy"));
        for (var edit : Twin.STRUCTURED) {
            for (var level : Level.values()) {
                columns.add(edit.words() + ", " + level);
            }
        }
        var rows = new ArrayList<List<Object>>();
        // Cells of one network stand together, in the order of the columns.
        var each = Twin.STRUCTURED.size() * Level.values().length;
        for (var from = 0; from < result.grid().size(); from += each) {
            var cells = result.grid().subList(from, from + each);
            var row = new ArrayList<>(KeyNumbers.row(
                    cells.get(0).activation(),
                    cells.get(0).hidden(),
                    number(cells.get(0).accuracy())));
            cells.forEach(cell -> row.add(number(cell.logRatio().mean())));
            rows.add(row);
        }
        return new KeyNumbers(
                "Other activations and widths: ln(PR scattered / PR of the edit) by parameters, hidden units and pixels, mean"
                        + " over seeds; intervals are in findings.json",
                columns,
                rows);
    }

    private static KeyNumbers controls(EditResult result) {
        return new KeyNumbers(
                "Controls: ln(PR of the rival / PR of the edit) where the answer is known",
                List.of("control", "kind", "ln ratio", "from", "to", "as built"),
                result.controls().stream()
                        .map(c -> KeyNumbers.row(
                                c.name(),
                                c.kind(),
                                number(c.found().mean()),
                                low(c.found()),
                                high(c.found()),
                                c.passed() ? "yes" : "no"))
                        .toList());
    }
}
