package org.basinlab.circuits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Line;

/** What a circuit looks like, how its size grows, and how far rounding goes. */
public final class CircuitFigures {
    /** Options that curves are drawn for. */
    private static final int[] OPTIONS = {2, 3, 4, 5, 6, 8, 9, 10, 11, 16, 17, 25, 26, 32, 33, 50, 51, 64};

    private static final int MOST_PAIRWISE = 26;

    private CircuitFigures() {}

    /** All of them. */
    public static List<Figure> of(CircuitConfig config, CircuitResult result) {
        var figures = new ArrayList<Figure>(List.of(Drawn.of(config.design()), depths(config.design())));
        if (result.errorBoundUlps() > 0) {
            figures.add(bounds(config.design(), result));
        }
        return figures;
    }

    static Figure depths(Design design) {
        var lines = new ArrayList<Line>();
        for (var form : Form.values()) {
            var k = options(design, form);
            lines.add(new Line(form.toString(), k, layers(k, design, form)));
        }
        return new Figure.Lines(
                "depth",
                "Layers of " + design.operation(),
                "ReLU layers against the number of options: by comparing two at a time (tree), and in fewer layers (shallow).",
                "Lines of the number of ReLU layers over the number of options, one for each form.",
                Axis.log("options"),
                new Axis("ReLU layers", 0, Double.NaN, false),
                lines,
                List.of());
    }

    private static Figure bounds(Design design, CircuitResult result) {
        var lines = new ArrayList<Line>();
        for (var form : Form.values()) {
            var k = options(design, form);
            lines.add(new Line(form + ", 3 ReLUs, at most", k, ulps(k, design, form, true)));
            lines.add(new Line(form + ", 2 ReLUs, at most", k, ulps(k, design, form, false)));
        }
        lines.removeIf(line -> IntStream.range(0, line.y().length).noneMatch(i -> line.y()[i] > 0));
        lines.add(seen(result));
        return new Figure.Lines(
                "rounding",
                "Rounding in " + design.operation(),
                "What rounding can do at most, in units of the last place of an input's largest number, for any numbers; and the"
                        + " most that was seen in single precision over a thousand of them.",
                "Lines of the error bound over the number of options, for the forms with three and with two ReLUs a maximum.",
                Axis.log("options"),
                Axis.log("error (ulp of the largest input)"),
                lines,
                List.of());
    }

    /** No error at all, which has no logarithm, is left out. */
    private static Line seen(CircuitResult result) {
        var rows = result.growth().stream().filter(r -> r.maxErrorUlps() > 0).toList();
        return new Line(
                result.form() + ", " + result.relus() + " ReLUs, seen",
                rows.stream().mapToDouble(CircuitResult.Rounding::options).toArray(),
                rows.stream().mapToDouble(CircuitResult.Rounding::maxErrorUlps).toArray());
    }

    private static double[] ulps(double[] k, Design design, Form form, boolean signed) {
        return IntStream.range(0, k.length)
                .mapToDouble(i -> {
                    var other = other(design, form, (int) k[i], signed);
                    return other.homogeneous() ? Bounds.perUnit(other, 24) : Double.NaN;
                })
                .toArray();
    }

    private static double[] options(Design design, Form form) {
        return IntStream.of(OPTIONS)
                .filter(k -> k >= design.top() || design.operation() != Operation.TOPK)
                .filter(k -> k <= MOST_PAIRWISE || !other(design, form, k, true).pairwise())
                .asDoubleStream()
                .toArray();
    }

    private static double[] layers(double[] k, Design design, Form form) {
        return IntStream.range(0, k.length)
                .mapToDouble(i -> other(design, form, (int) k[i], design.signed())
                        .circuit(24)
                        .depth())
                .toArray();
    }

    /** Payloads on lines, whatever the design has; without signs on the default grid, as its own may have some. */
    private static Design other(Design design, Form form, int options, boolean signed) {
        return new Design(
                design.operation(),
                form,
                options,
                Math.min(design.top(), options),
                design.payload(),
                false,
                signed,
                signed ? design.grid() : InputGrid.DEFAULT,
                signed ? design.margin() : InputGrid.DEFAULT.margin());
    }
}
