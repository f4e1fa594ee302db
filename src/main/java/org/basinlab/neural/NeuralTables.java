package org.basinlab.neural;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.KeyNumbers;
import org.basinlab.stats.Interval;

/** The numbers of {@link NeuralStudy} to look at first. */
final class NeuralTables {
    private NeuralTables() {}

    static List<KeyNumbers> of(NeuralResults results) {
        return List.of(models(results.models()), control(results.control()), training(results.training()));
    }

    private static KeyNumbers models(List<ModelResult> models) {
        var rows = new ArrayList<List<Object>>();
        for (var m : models) {
            for (var length :
                    m.networks().stream().map(ModelledOp::trained).distinct().toList()) {
                var those =
                        m.networks().stream().filter(n -> n.trained() == length).toList();
                rows.add(KeyNumbers.row(
                        m.system() + ", " + length + " steps",
                        those.stream()
                                .mapToDouble(ModelledOp::oneStep)
                                .average()
                                .orElseThrow(),
                        those.stream()
                                .mapToDouble(ModelledOp::oneStepSlope)
                                .average()
                                .orElseThrow(),
                        those.stream()
                                .mapToDouble(ModelledOp::medianDifference)
                                .average()
                                .orElseThrow(),
                        those.stream().anyMatch(n -> n.rank() == null)
                                ? null
                                : those.stream()
                                        .mapToDouble(ModelledOp::rank)
                                        .average()
                                        .orElseThrow()));
            }
        }
        return new KeyNumbers(
                "Op on networks that model a system, against Op on the system",
                List.of(
                        "system and training",
                        "error of a step",
                        "of its slopes",
                        "median difference of Op (nats)",
                        "rank correlation"),
                rows);
    }

    private static KeyNumbers control(List<ControlResult> plants) {
        var rows = new ArrayList<List<Object>>();
        for (var c : plants) {
            for (var measure : Measure.values()) {
                var mean = c.correlation(measure, "mean");
                var zero = c.correlation(measure, "zero");
                rows.add(KeyNumbers.row(
                        c.plant() + ", " + measure,
                        mean.mean(),
                        end(mean.ci95(), true),
                        end(mean.ci95(), false),
                        zero.mean(),
                        end(zero.ci95(), true),
                        end(zero.ci95(), false)));
            }
        }
        return new KeyNumbers(
                "Rank correlation with the loss of control when a unit is ablated",
                List.of("plant and measure", "held at mean", "from", "to", "held at 0", "from", "to"),
                rows);
    }

    private static Double end(Interval interval, boolean low) {
        return interval == null ? null : Double.valueOf(low ? interval.low() : interval.high());
    }

    private static KeyNumbers training(TrainingResult t) {
        var rows = new ArrayList<List<Object>>();
        for (var c : t.courses()) {
            var last = c.steps().length - 1;
            rows.add(KeyNumbers.row(
                    "layer " + (c.frozen() + 1) + "; a weight of layer " + (c.changed() + 1) + ", "
                            + (c.onLoss() ? "the loss" : "the same"),
                    finite(c.medianOp()[last]),
                    finite(c.negative()[last])));
        }
        return new KeyNumbers(
                "Op of layers after " + t.steps() + " steps of training",
                List.of("A; n, m", "median Op (nats)", "share with Comp < 0"),
                rows);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
