package org.basinlab.localize;

import static org.basinlab.experiment.KeyNumbers.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.stats.Association;

/** What to read first, in words and small tables. */
final class LocalizeSummary {
    private LocalizeSummary() {}

    /**
     * The answer in a sentence.
     *
     * @param tested whether the run is in P4's setting, so that the published values belong beside ours
     */
    static String headline(LocalizeResults results, boolean tested) {
        var whole = results.replicas().stream().filter(r -> !r.diverged()).count();
        var diverged = results.summary().diverged();
        if (whole == 0) {
            var first = results.replicas().get(0);
            return String.format(
                    Locale.ROOT,
                    "Every network diverged; seed %d in %s at datapoint %d. A lower --learning-rate may help.",
                    first.seed(),
                    first.divergedIn(),
                    first.divergedAt());
        }
        var weights = results.summary().weights().mean();
        var biases = results.summary().biases().mean();
        return String.format(
                Locale.ROOT,
                "Relative updating accounts for %s of the variance of relative difference over the weights%s and %s over"
                        + " the biases%s%s%s.",
                percent(weights),
                published(tested, Published.WEIGHTS_R2),
                percent(biases),
                published(tested, Published.BIASES_R2),
                whole > 1 ? ", on average over " + whole + " seeds" : "",
                diverged > 0 ? "; " + diverged + " of " + results.replicas().size() + " networks diverged" : "");
    }

    private static String percent(double r2) {
        return Double.isNaN(r2) ? "no known share" : String.format(Locale.ROOT, "%.0f%%", 100 * r2);
    }

    private static String published(boolean tested, double r2) {
        return tested ? " (published: " + percent(r2) + ")" : "";
    }

    static List<KeyNumbers> keyNumbers(LocalizeResults results) {
        var tables = new ArrayList<KeyNumbers>();
        if (results.replicas().size() == 1 && !results.replicas().get(0).diverged()) {
            var replica = results.replicas().get(0);
            tables.add(associations(replica));
            tables.add(networks(replica));
        } else {
            tables.add(replicas(results));
        }
        return tables;
    }

    private static KeyNumbers associations(Replica replica) {
        return new KeyNumbers(
                "Relative difference against relative updating",
                List.of("parameters", "r", "95% of r", "R²", "slope", "p, naive", "used", "left out"),
                List.of(
                        association("weights", replica.weights()),
                        association("biases", replica.biases()),
                        association("hidden weights", replica.hiddenWeights()),
                        association("hidden biases", replica.hiddenBiases()),
                        association("output weights", replica.outputWeights()),
                        association("output biases", replica.outputBiases())));
    }

    private static List<Object> association(String name, Association a) {
        return row(name, a.r(), a.ci95(), a.r2(), a.slope(), a.pNaive(), a.n(), a.excluded());
    }

    private static KeyNumbers networks(Replica replica) {
        var rows = new ArrayList<List<Object>>();
        var phase1 = replica.phase1();
        rows.add(row("phase 1", phase1.images(), phase1.accuracy(), replica.testAccuracy(), null));
        for (var fork : replica.forks()) {
            rows.add(row(
                    "fork without " + fork.leftOut(), fork.images(), null, fork.accuracy(), fork.leftOutAccuracy()));
        }
        return new KeyNumbers(
                "Networks",
                List.of(
                        "network",
                        "images",
                        "accuracy before updates, second half",
                        "accuracy on test images",
                        "on the class left out"),
                rows);
    }

    private static KeyNumbers replicas(LocalizeResults results) {
        var rows = new ArrayList<List<Object>>();
        for (var replica : results.replicas()) {
            if (replica.diverged()) {
                rows.add(row(
                        replica.seed(),
                        null,
                        null,
                        null,
                        null,
                        "diverged in " + replica.divergedIn() + " at " + replica.divergedAt()));
            } else {
                rows.add(row(
                        replica.seed(),
                        replica.weights().r2(),
                        replica.biases().r2(),
                        replica.perPixel().mean(),
                        replica.phase1().accuracy(),
                        null));
            }
        }
        return new KeyNumbers(
                "Replicas",
                List.of("seed", "weights R²", "biases R²", "mean per-pixel r", "phase 1 accuracy", "remark"),
                rows);
    }
}
