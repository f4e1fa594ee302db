package org.basinlab.knowledge.split;

import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.knowledge.split.SplitResult.LevelSplit;

/** The numbers of {@link SplitStudy} to look at first, and its answer in a sentence. */
final class SplitNumbers {
    private SplitNumbers() {}

    /** The answer in a sentence. */
    static String headline(SplitResult result) {
        var samples = result.family(Family.SAMPLES).end();
        var edits = result.family(Family.EDITS).end();
        if (Double.isNaN(edits.kept())) {
            return "Every start was left out, for networks of it diverged: give a smaller --learning-rate.";
        }
        if (samples.starts() == 1 && edits.starts() == 1) {
            return "One start alone has no variance to split: give more --replicas.";
        }
        return String.format(
                Locale.ROOT,
                "Of what the data and the start each do to a trained network the data do %s in its parameters, %s once hidden units are"
                        + " matched, and %s in its outputs, where data are other samples; %s, %s and %s where they differ by a"
                        + " stroke on a class. Parameters still correlate %.3f with their start.",
                share(samples.at(Level.PARAMETERS)),
                share(samples.at(Level.MATCHED)),
                share(samples.at(Level.FUNCTION)),
                share(edits.at(Level.PARAMETERS)),
                share(edits.at(Level.MATCHED)),
                share(edits.at(Level.FUNCTION)),
                edits.kept());
    }

    private static String share(LevelSplit split) {
        var share = split.dataOfBoth();
        if (Double.isNaN(share)) {
            return "an unknown share";
        }
        // Negative ones among them: there is no telling which.
        return share < 0.0005 ? "below 0.1%" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    /** Small tables for people. */
    static List<KeyNumbers> of(SplitResult result) {
        return List.of(shares(result), distances(result), controls(result));
    }

    private static KeyNumbers shares(SplitResult result) {
        return new KeyNumbers(
                "Whose the variance is at the end of training; shares below 0 are truly near 0",
                List.of("data sets, in", "start", "data", "both together", "data / (data + start)", "from", "to"),
                result.families().stream()
                        .flatMap(f -> f.end().levels().stream()
                                .filter(l -> !Double.isNaN(l.neither()))
                                .map(l -> {
                                    var interval = l.jackknife().ci95();
                                    return KeyNumbers.row(
                                            f.family() + ", " + words(l),
                                            l.startShare(),
                                            l.dataShare(),
                                            l.restShare(),
                                            l.jackknife().mean(),
                                            interval == null ? null : interval.low(),
                                            interval == null ? null : interval.high());
                                }))
                        .toList());
    }

    private static KeyNumbers distances(SplitResult result) {
        return new KeyNumbers(
                "How far apart networks are at the end, in parts of the way from their start, and how much of it is left",
                List.of(
                        "data sets",
                        "way from the start",
                        "same start",
                        "same data",
                        "neither",
                        "correlation with the start",
                        "accuracy"),
                result.families().stream()
                        .map(f -> {
                            var all = f.end().at(Level.PARAMETERS);
                            return KeyNumbers.row(
                                    f.family(),
                                    all.moved(),
                                    all.sameStart() / all.moved(),
                                    all.sameData() / all.moved(),
                                    all.neither() / all.moved(),
                                    f.end().kept(),
                                    f.accuracy());
                        })
                        .toList());
    }

    private static KeyNumbers controls(SplitResult result) {
        return new KeyNumbers(
                "Controls: what the data's share is above 1/2",
                List.of("control", "kind", "share less 1/2", "as built"),
                result.controls().stream()
                        .map(c -> KeyNumbers.row(c.name(), c.kind(), c.found().mean(), c.passed() ? "yes" : "no"))
                        .toList());
    }

    static String words(LevelSplit split) {
        return Level.valueOf(split.level().toUpperCase(Locale.ROOT)).words();
    }
}
