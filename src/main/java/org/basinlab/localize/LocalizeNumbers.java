package org.basinlab.localize;

import static org.basinlab.experiment.KeyNumbers.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.stats.Association;
import org.basinlab.stats.Distribution;
import org.basinlab.stats.NullDistribution;

/** The numbers to look at first, in small tables. */
final class LocalizeNumbers {
    private LocalizeNumbers() {}

    static List<KeyNumbers> of(LocalizeResults results) {
        var tables = new ArrayList<KeyNumbers>();
        if (results.replicas().size() == 1 && !results.replicas().get(0).diverged()) {
            var replica = results.replicas().get(0);
            tables.add(associations(replica));
            if (replica.nulls() != null) {
                tables.add(nulls(replica));
            }
            if (replica.structure() != null && replica.structure().split() != null) {
                tables.add(split(replica.structure().split()));
            }
            tables.add(networks(replica));
        } else {
            if (results.activations().size() > 1) {
                tables.add(activations(results));
            }
            tables.add(replicas(results));
            tables.add(quantiles(results));
        }
        return tables;
    }

    private static KeyNumbers associations(Replica replica) {
        var rows = new ArrayList<List<Object>>();
        for (var set : ParameterSet.values()) {
            rows.add(association(set.toString(), replica.association(set)));
        }
        if (replica.inkedWeights() != null) {
            rows.add(association("weights, inked pixels", replica.inkedWeights()));
            rows.add(association("weights, never inked", replica.constantWeights()));
        }
        if (replica.layers().size() > 2) {
            for (var layer : replica.layers()) {
                rows.add(association("layer " + layer.layer() + " weights", layer.weights()));
                rows.add(association("layer " + layer.layer() + " biases", layer.biases()));
            }
        }
        replica.statistics()
                .forEach((name, value) -> rows.add(row(name, value, null, null, null, null, null, null, null, null)));
        return new KeyNumbers(
                "Relative difference against relative updating",
                List.of(
                        "parameters",
                        "r",
                        "95% of r",
                        "R²",
                        "rank r",
                        "slope",
                        "p, naive",
                        "p, clusters",
                        "used",
                        "left out"),
                rows);
    }

    private static List<Object> association(String name, Association a) {
        return row(
                name, a.r(), a.ci95(), a.r2(), a.spearman(), a.slope(), a.pNaive(), a.pCluster(), a.n(), a.excluded());
    }

    private static KeyNumbers nulls(Replica replica) {
        var rows = new ArrayList<List<Object>>();
        rows.add(nullRow(
                "weights, neurons shuffled",
                replica.weights(),
                replica.nulls().neurons().weights()));
        rows.add(nullRow(
                "weights, groups shuffled",
                replica.weights(),
                replica.nulls().labels().weights()));
        rows.add(nullRow(
                "biases, neurons shuffled",
                replica.biases(),
                replica.nulls().neurons().biases()));
        rows.add(nullRow(
                "biases, groups shuffled",
                replica.biases(),
                replica.nulls().labels().biases()));
        return new KeyNumbers(
                "The same by chance: permutation nulls of "
                        + replica.nulls().neurons().weights().draws() + " draws",
                List.of("null", "r", "mean of null r", "middle 95% of null r", "p"),
                rows);
    }

    private static List<Object> nullRow(String name, Association a, NullDistribution chance) {
        return row(name, a.r(), chance.mean(), chance.middle95(), chance.p());
    }

    static KeyNumbers split(Structure.Split split) {
        return new KeyNumbers(
                "Where the first layer's R² lies (" + split.neuronsUsed() + " neurons x " + split.pixelsUsed()
                        + " pixels)",
                List.of("part", "share of var r", "share of var q", "r of the part", "adds to R²"),
                List.of(
                        part("between neurons", split.neurons()),
                        part("between pixels", split.pixels()),
                        part("within both", split.within()),
                        row("all", 1.0, 1.0, Math.copySign(Math.sqrt(split.r2()), sign(split)), split.r2())));
    }

    /** Of the whole correlation, which is the parts' covariances added up. */
    private static double sign(Structure.Split split) {
        return Stream.of(split.neurons(), split.pixels(), split.within())
                .mapToDouble(part -> part.r() * Math.sqrt(part.rShare() * part.qShare()))
                .filter(covariance -> !Double.isNaN(covariance))
                .sum();
    }

    private static List<Object> part(String name, Structure.Part part) {
        return row(name, part.rShare(), part.qShare(), part.r(), part.r2Share());
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

    private static KeyNumbers activations(LocalizeResults results) {
        var rows = new ArrayList<List<Object>>();
        for (var of : results.activations()) {
            var effect = of.effect();
            rows.add(row(
                    of.activation(),
                    of.replicas(),
                    effect.weightsR().mean(),
                    effect.weightsR().ci95(),
                    effect.weightsExcess().mean(),
                    effect.weightsExcess().ci95(),
                    effect.biasesR().mean(),
                    effect.biasesR().ci95()));
        }
        return new KeyNumbers(
                "Activations",
                List.of(
                        "activation",
                        "replicas",
                        "weights r",
                        "95% of the mean",
                        "of it the neurons' own",
                        "95% of the mean of that",
                        "biases r",
                        "95% of the biases' mean"),
                rows);
    }

    private static KeyNumbers replicas(LocalizeResults results) {
        var several = results.activations().size() > 1;
        var rows = new ArrayList<List<Object>>();
        for (var replica : results.replicas()) {
            var name = several ? replica.activation() + " " + replica.seed() : (Object) replica.seed();
            if (replica.diverged()) {
                rows.add(row(
                        name,
                        null,
                        null,
                        null,
                        null,
                        "diverged in " + replica.divergedIn() + " at " + replica.divergedAt()));
            } else {
                rows.add(row(
                        name,
                        replica.weights().r2(),
                        replica.biases().r2(),
                        replica.perPixel() == null ? null : replica.perPixel().mean(),
                        replica.phase1().accuracy(),
                        null));
            }
        }
        return new KeyNumbers(
                "Replicas",
                List.of("seed", "weights R²", "biases R²", "mean per-pixel r", "phase 1 accuracy", "remark"),
                rows);
    }

    private static KeyNumbers quantiles(LocalizeResults results) {
        var rows = new ArrayList<List<Object>>();
        for (var of : results.activations()) {
            var which = results.activations().size() > 1 ? of.activation() + ", " : "";
            var summary = of.summary();
            rows.add(quantiles(which + "weights", summary.weights()));
            rows.add(quantiles(which + "biases", summary.biases()));
            rows.add(quantiles(which + "hidden weights", summary.hiddenWeights()));
            rows.add(quantiles(which + "hidden biases", summary.hiddenBiases()));
            rows.add(quantiles(which + "output weights", summary.outputWeights()));
            rows.add(quantiles(which + "output biases", summary.outputBiases()));
        }
        var place = results.summary().publishedPercentile();
        return new KeyNumbers(
                "R² over replicas"
                        + (place == null
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        " (published pair: %.0f%% of %s are below it in both, depth %.2f%s)",
                                        100 * place.joint(),
                                        results.activations().size() > 1
                                                ? results.activations().get(0).activation() + "'s"
                                                : "them",
                                        place.depth(),
                                        Double.isNaN(place.pJoint())
                                                ? ""
                                                : String.format(Locale.ROOT, ", p %.2g", place.pJoint()))),
                List.of("parameters", "mean", "sd", "5%", "median", "95%"),
                rows);
    }

    private static List<Object> quantiles(String name, Distribution d) {
        var q = d.quantiles();
        return row(name, d.mean(), d.sd(), q.get("0.05"), q.get("0.5"), q.get("0.95"));
    }
}
