package org.basinlab.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;

/** The figures of {@link NeuralStudy}. */
final class NeuralFigures {
    private NeuralFigures() {}

    static List<Figure> of(
            NeuralSettings settings,
            NeuralResults results,
            List<NeuralStudy.Curves> curves,
            List<List<ControlledUnits>> units) {
        var figures = new ArrayList<Figure>();
        for (var k = 0; k < curves.size(); k++) {
            figures.add(course(settings, curves.get(k)));
            figures.add(errors(results.models().get(k)));
        }
        for (var k = 0; k < units.size(); k++) {
            figures.add(ranks(results.control().get(k)));
            figures.add(unitsOf(results.control().get(k), units.get(k)));
        }
        figures.add(layers(results.training()));
        return figures;
    }

    private static Figure course(NeuralSettings settings, NeuralStudy.Curves curves) {
        var system = curves.system();
        var step = system.system().step() * system.steps() / ModelledOp.LOOKS;
        var time = IntStream.rangeClosed(1, ModelledOp.LOOKS)
                .mapToDouble(i -> i * step)
                .toArray();
        var lines = new ArrayList<Figure.Line>();
        lines.add(new Figure.Line("the system", time, finite(curves.truth())));
        for (var l = 0; l < settings.lengths().size(); l++) {
            lines.add(new Figure.Line(
                    "model, " + settings.lengths().get(l) + " steps",
                    time,
                    finite(curves.models().get(l))));
        }
        var last = curves.models().get(curves.models().size() - 1);
        return new Figure.Lines(
                "neural-model-" + system,
                "Op on networks that model " + system.label() + ", and on it",
                text(
                        "Op(%s; %s at the start, the same later) from one start, on the system and on one network for each length of"
                                + " training. Were Op no property of what is modelled, but of how, the curves would not come together.",
                        String.join(", ", system.frozen()), system.changed()),
                text(
                        "Op over time: at the end %.2f nats on the system and %.2f on the model trained longest.",
                        curves.truth()[ModelledOp.LOOKS - 1], last[ModelledOp.LOOKS - 1]),
                Figure.Axis.linear("time"),
                Figure.Axis.linear("Op (nats)"),
                lines,
                List.of());
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values)
                .map(v -> Double.isFinite(v) ? v : Double.NaN)
                .toArray();
    }

    private static Figure errors(ModelResult m) {
        return new Figure.Scatter(
                "neural-model-error-" + m.name(),
                "How the error of a model's step shows in Op: " + m.system(),
                text(
                        "A dot a network: the error of the derivatives of one step, as a share of their size, and the median difference of"
                                + " Op on it from Op on the system. Were Op's error that of one step, the dots would lie on a line;"
                                + " R^2 of the logarithms is %.2f (%.2f for the error of the step itself).",
                        m.explainedBySlope(), m.explained()),
                text(
                        "%d networks; those trained longest have errors of %.3f of their slopes and differ by %.3f nats.",
                        m.networks().size(), m.oneStepSlope(), m.medianDifference()),
                Figure.Axis.log("error of a step's derivatives"),
                Figure.Axis.log("median difference of Op (nats)"),
                m.networks().stream().mapToDouble(ModelledOp::oneStepSlope).toArray(),
                m.networks().stream().mapToDouble(ModelledOp::medianDifference).toArray(),
                List.of(),
                List.of());
    }

    private static Figure ranks(ControlResult c) {
        var strips = new ArrayList<Figure.Strip>();
        for (var ablation : List.of("mean", "zero")) {
            for (var measure : Measure.values()) {
                var r = c.correlation(measure, ablation);
                strips.add(new Figure.Strip(ablation + ": " + measure, r.byNetwork(), r.ci95()));
            }
        }
        var op = c.correlation(Measure.OP, "mean");
        var d = c.difference(Measure.OP, "mean");
        return new Figure.Strips(
                "neural-control-" + c.plant(),
                "Which units of a network that runs the " + c.plant() + " matter for control",
                "A dot a network: the rank correlation over its units between a measure and the control lost when the unit is held"
                        + " at its mean, or at 0. Were Op blind to what a unit does, its strip would lie about 0; were it no better"
                        + " than simple measures, beside theirs.",
                text(
                        "Means over %d networks: Op %.2f, the best simple measure, %s, %.2f, units held at their mean.",
                        c.networks(), op.mean(), d.baseline(), op.mean() - d.mean()),
                new Figure.Axis("rank correlation with the loss of control", Double.NaN, 1, false),
                strips,
                List.of(new Figure.Reference("none", 0)));
    }

    private static Figure unitsOf(ControlResult c, List<ControlledUnits> networks) {
        var op = networks.stream().flatMapToDouble(n -> Arrays.stream(n.op())).toArray();
        var lost = networks.stream()
                .flatMapToDouble(n -> Arrays.stream(n.lostAtMean()).map(l -> l / n.intact()))
                .toArray();
        return new Figure.Scatter(
                "neural-units-" + c.plant(),
                "Op of a unit and the control lost without it: " + c.plant(),
                text(
                        "A dot a hidden unit of %d networks: Op(unit; %s at the start, the same at the end), median over starts, and"
                                + " by how much the mean squared deviation grows, as a share of itself, when the unit is held at its mean."
                                + " Units with Op > 0 should lie above 0.",
                        c.networks(), "thermostat".equals(c.plant()) ? "R" : "theta"),
                text("%d units; the median Op is %.2f nats.", op.length, c.medianOp()),
                Figure.Axis.linear("Op of the unit (nats)"),
                Figure.Axis.linear("growth of the squared deviation, as a share"),
                op,
                lost,
                List.of(),
                List.of());
    }

    private static Figure layers(TrainingResult t) {
        var lines = t.courses().stream()
                .filter(c -> !c.onLoss())
                .map(c -> new Figure.Line(
                        "A layer " + (c.frozen() + 1) + ", n layer " + (c.changed() + 1), c.steps(), c.medianOp()))
                .toList();
        return new Figure.Lines(
                "neural-training",
                "Op of each layer of a network while it trains",
                "Median over weights n and trainings of Op(a layer from step 1 on; a weight of another layer at the start, the same"
                        + " weight later). Were layers to compensate for each other's changes, Op would be above 0.",
                text(
                        "Six curves over %d steps of SGD; at the end from %.3f to %.3f nats.",
                        t.steps(),
                        lines.stream()
                                .mapToDouble(l -> l.y()[l.y().length - 1])
                                .min()
                                .orElseThrow(),
                        lines.stream()
                                .mapToDouble(l -> l.y()[l.y().length - 1])
                                .max()
                                .orElseThrow()),
                Figure.Axis.linear("steps of SGD"),
                Figure.Axis.linear("median Op (nats)"),
                lines,
                List.of());
    }

    private static String text(String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
