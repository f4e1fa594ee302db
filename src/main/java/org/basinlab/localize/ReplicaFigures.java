package org.basinlab.localize;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Mark;
import org.basinlab.experiment.Figure.Reference;
import org.basinlab.experiment.Figure.Strip;
import org.basinlab.network.StandardActivation;
import org.basinlab.stats.Distribution;
import org.basinlab.stats.StudentInterval;

/** What the replicas come to together, the published values marked. */
final class ReplicaFigures {
    private ReplicaFigures() {}

    /**
     * The figures of all replicas together.
     *
     * @param p4Setting whether the run is in the setting P4 describes
     */
    static List<Figure> of(LocalizeResults results, boolean p4Setting) {
        var figures = new ArrayList<Figure>();
        var whole = results.replicas().stream().filter(r -> !r.diverged()).toList();
        if (whole.isEmpty()) {
            return figures;
        }
        if (whole.size() > 1) {
            figures.add(distribution(
                    results,
                    p4Setting,
                    "replicas-weights",
                    "R² of the weights over replicas",
                    Published.WEIGHTS_R2,
                    r -> r.weights().r2(),
                    LocalizeResults.Summary::weights));
            figures.add(distribution(
                    results,
                    p4Setting,
                    "replicas-biases",
                    "R² of the biases over replicas",
                    Published.BIASES_R2,
                    r -> r.biases().r2(),
                    LocalizeResults.Summary::biases));
            figures.add(pairs(whole, p4Setting));
        }
        figures.add(forks(results, whole));
        return figures;
    }

    private static Figure distribution(
            LocalizeResults results,
            boolean p4Setting,
            String name,
            String title,
            double published,
            ToDoubleFunction<Replica> number,
            Function<LocalizeResults.Summary, Distribution> summary) {
        var strips = new ArrayList<Strip>();
        var alt = new StringBuilder();
        for (var of : results.activations()) {
            var values = LocalizeResults.whole(results.replicas(), of.activation()).stream()
                    .mapToDouble(number)
                    .toArray();
            var interval = StudentInterval.ofMean(values);
            strips.add(new Strip(of.activation(), values, interval == null ? null : interval.inside(0, 1)));
            alt.append(String.format(
                    Locale.ROOT,
                    "%s: %d replicas, mean %.3f, from %.3f to %.3f. ",
                    of.activation(),
                    values.length,
                    summary.apply(of.summary()).mean(),
                    summary.apply(of.summary()).min(),
                    summary.apply(of.summary()).max()));
        }
        return new Figure.Strips(
                name,
                title,
                "Each dot is one seed, the bar the 95% interval of their mean. "
                        + (p4Setting
                                ? "The published value, which is of softplus, stands among its dots where it replicates,"
                                        + " outside them where it does not."
                                : "The published value is of P4's own setting and softplus."),
                alt + String.format(Locale.ROOT, "Published: %.2f.", published),
                Axis.linear("R²"),
                strips,
                List.of(new Reference("published", published)));
    }

    private static Figure pairs(List<Replica> whole, boolean p4Setting) {
        var first = LocalizeResults.whole(whole, whole.get(0).activation());
        return new Figure.Scatter(
                "replicas",
                "Both R² of each replica, " + whole.get(0).activation(),
                "Each dot is one seed. "
                        + (p4Setting && first.get(0).activation().equals(StandardActivation.SOFTPLUS.toString())
                                ? "The published pair lies among them if one seed could have given both numbers."
                                : "The published pair is of P4's own setting and softplus."),
                first.size() + " replicas and the published pair.",
                Axis.linear("R² of the weights"),
                Axis.linear("R² of the biases"),
                first.stream().mapToDouble(r -> r.weights().r2()).toArray(),
                first.stream().mapToDouble(r -> r.biases().r2()).toArray(),
                List.of(),
                List.of(new Mark("published", Published.WEIGHTS_R2, Published.BIASES_R2)));
    }

    private static Figure forks(LocalizeResults results, List<Replica> whole) {
        var first = LocalizeResults.whole(whole, whole.get(0).activation());
        var strips = new ArrayList<Strip>();
        strips.add(strip(first, "after phase 1", Replica::testAccuracy));
        for (var f = 0; f < first.get(0).forks().size(); f++) {
            var fork = f;
            var leftOut = first.get(0).forks().get(f).leftOut();
            strips.add(
                    strip(first, "without " + leftOut, r -> r.forks().get(fork).accuracy()));
            strips.add(strip(
                    first,
                    "without " + leftOut + ", on " + leftOut,
                    r -> r.forks().get(fork).leftOutAccuracy()));
        }
        return new Figure.Strips(
                "forks",
                "Accuracy of the forks, " + first.get(0).activation(),
                "Share of the test images whose group is named right: of the classes a fork was trained on, and of the one"
                        + " it was not. A fork that has not learned its classes would make c and d meaningless.",
                String.format(
                        Locale.ROOT,
                        "After phase 1 %.3f; %s.",
                        first.get(0).testAccuracy(),
                        String.join(
                                ", ",
                                first.get(0).forks().stream()
                                        .map(fork -> String.format(
                                                Locale.ROOT,
                                                "without %d %.3f (on it %.3f)",
                                                fork.leftOut(),
                                                fork.accuracy(),
                                                fork.leftOutAccuracy()))
                                        .toList())),
                Axis.linear("accuracy on test images"),
                strips,
                List.of());
    }

    private static Strip strip(List<Replica> replicas, String label, ToDoubleFunction<Replica> number) {
        return new Strip(label, replicas.stream().mapToDouble(number).toArray(), null);
    }
}
