package org.basinlab.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Losses that are all formulas: each quantity is one run of one program, in which no part is computed twice. */
final class FormulaLandscape implements Landscape {
    private final List<Formula> losses;
    private final Tape values;
    private final Tape gradients;
    private final Tape curvatures;
    /** g_0, g_1, ..., then their derivatives. */
    private final Tape both;

    FormulaLandscape(List<Formula> losses) {
        this.losses = List.copyOf(losses);
        var slopes = losses.stream().map(Formula::slope).toList();
        var curves = losses.stream().map(Formula::curve).toList();
        values = Tape.of(losses.stream().map(Formula::loss).toList());
        gradients = Tape.of(slopes);
        curvatures = Tape.of(curves);
        var all = new ArrayList<>(slopes);
        all.addAll(curves);
        both = Tape.of(all);
    }

    @Override
    public List<Formula> losses() {
        return losses;
    }

    @Override
    public Optional<Tape> gradients() {
        return Optional.of(gradients);
    }

    @Override
    public double loss(double w) {
        return mean(values, w);
    }

    @Override
    public double gradient(double w) {
        return mean(gradients, w);
    }

    @Override
    public double curvature(double w) {
        return mean(curvatures, w);
    }

    private double mean(Tape tape, double w) {
        var registers = new double[tape.registers()];
        tape.evaluate(w, registers);
        return mean(tape, registers, 0);
    }

    private double mean(Tape tape, double[] registers, int from) {
        var sum = 0.0;
        for (var j = 0; j < losses.size(); j++) {
            sum += tape.output(from + j, registers);
        }
        return sum / losses.size();
    }

    @Override
    public double variance(double w) {
        var registers = new double[gradients.registers()];
        gradients.evaluate(w, registers);
        var mean = mean(gradients, registers, 0);
        var sum = 0.0;
        for (var j = 0; j < losses.size(); j++) {
            var deviation = gradients.output(j, registers) - mean;
            sum += deviation * deviation;
        }
        return sum / losses.size();
    }

    @Override
    public double varianceSlope(double w) {
        var registers = new double[both.registers()];
        both.evaluate(w, registers);
        var m = losses.size();
        var mean = mean(both, registers, 0);
        var slope = mean(both, registers, m);
        var sum = 0.0;
        for (var j = 0; j < m; j++) {
            sum += (both.output(j, registers) - mean) * (both.output(m + j, registers) - slope);
        }
        return 2 * sum / m;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormulaLandscape landscape && losses.equals(landscape.losses);
    }

    @Override
    public int hashCode() {
        return losses.hashCode();
    }

    @Override
    public String toString() {
        return losses.toString();
    }
}
