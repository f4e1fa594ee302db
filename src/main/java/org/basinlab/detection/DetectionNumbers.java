package org.basinlab.detection;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.stats.Interval;

/** The numbers of a {@link DetectionResult} to look at first. */
public final class DetectionNumbers {
    private DetectionNumbers() {}

    /** Small tables. */
    public static List<KeyNumbers> of(DetectionResult result) {
        return List.of(noise(result), kinds(result), wild(result), strictness(result));
    }

    private static KeyNumbers noise(DetectionResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var row : result.noise()) {
            rows.add(KeyNumbers.row(
                    row.noise(),
                    row.counts().planted(),
                    number(row.counts().recall()),
                    end(row.counts().recallCi95(), true),
                    end(row.counts().recallCi95(), false),
                    number(row.counts().precision()),
                    end(row.counts().precisionCi95(), true),
                    end(row.counts().precisionCi95(), false),
                    number(Tally.ratio(row.whole(), row.circuits()))));
        }
        return new KeyNumbers(
                "Planted comparators against noise on the weights, tolerance "
                        + result.calibration().angle() + " degrees (chosen on other seeds)",
                List.of("noise", "planted", "recall", "from", "to", "precision", "from", "to", "whole circuits"),
                rows);
    }

    private static KeyNumbers kinds(DetectionResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var row : result.kinds()) {
            rows.add(KeyNumbers.row(
                    row.kind().label() + (row.noise() == null ? ", all noise" : ", noise " + row.noise()),
                    row.networks(),
                    row.hit(),
                    row.whole(),
                    row.counts().planted(),
                    row.counts().right(),
                    row.counts().found() - row.counts().right()));
        }
        return new KeyNumbers(
                "What was planted and what was found",
                List.of("kind", "networks", "with a finding", "called whole", "comparators", "found", "false"),
                rows);
    }

    private static KeyNumbers wild(DetectionResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var group : result.groups()) {
            rows.add(KeyNumbers.row(
                    group.target().label() + " of " + group.options() + ", width " + group.width(),
                    group.networks(),
                    number(group.medianLoss()),
                    group.learnt(),
                    group.hit(),
                    group.whole(),
                    number(group.ofBending())));
        }
        return new KeyNumbers(
                "Trained networks (loss in variances of the target; bending explained: of what is not linear, by the found"
                        + " comparators)",
                List.of(
                        "target",
                        "networks",
                        "median loss",
                        "learnt",
                        "with a comparator",
                        "whole circuit",
                        "bending explained"),
                rows);
    }

    private static KeyNumbers strictness(DetectionResult result) {
        var rows = new ArrayList<List<Object>>();
        for (var row : result.strictness()) {
            rows.add(KeyNumbers.row(
                    row.angle(),
                    number(row.maximum()),
                    end(row.maximumCi95(), true),
                    end(row.maximumCi95(), false),
                    number(row.controls()),
                    end(row.controlsCi95(), true),
                    end(row.controlsCi95(), false)));
        }
        return new KeyNumbers(
                "Share of trained networks with a comparator, by the tolerance",
                List.of("degrees", "max of k", "from", "to", "controls", "from", "to"),
                rows);
    }

    private static Double end(Interval interval, boolean low) {
        return interval == null ? null : Double.valueOf(low ? interval.low() : interval.high());
    }

    private static Double number(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
