package org.basinlab.current;

import java.util.Locale;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.SgdStep;
import org.basinlab.operator.Density;
import org.basinlab.operator.Grid;
import org.basinlab.operator.TransitionOperator;

/**
 * P2's wide and narrow minimum on a landscape where SGD itself has an end state: {@code l = (u^2 - 1)^2 / 4 +- s u}, with
 * {@code u(W) = (3 W - sqrt(W^2 + 0.0025)) / 4}. The slope du/dW is 1 below W = 0 and 1/2 above, so the minimum at W = 2 is
 * twice as wide in every l_j as that at -1, mirrored; the barrier is at 0.
 *
 * <p>With {@code x = 1 / (2 T s^2)}, the integral of 2 G / (T S2) up the narrow side, the wide density over the narrow is
 * {@code 4^c e^(3x)}.
 *
 * @param temperature T
 * @param exponent    x
 * @param ratio       SGD's density at the wide minimum over that at the narrow one, by the operator
 * @param error       of the ratio: its difference from a coarser grid's
 */
record TwoWidths(double temperature, double exponent, double ratio, double error) {
    private static final String U = "(3*w-sqrt(w^2+0.0025))/4";
    private static final double LOW = -3.5;
    private static final double HIGH = 7;
    private static final double NARROW = -1;
    private static final double WIDE = 2;
    private static final int CELLS = 1050;
    /** In steps of T: the wide minimum is left in about e^(4x). */
    private static final double LONG = 400;

    static TwoWidths of(double temperature, double exponent) {
        var step = new SgdStep(landscape(temperature, exponent), temperature);
        var coarse = ratio(step, CELLS);
        var fine = ratio(step, 2 * CELLS);
        // Second order in the cells.
        var ratio = fine + (fine - coarse) / 3;
        return new TwoWidths(temperature, exponent, ratio, Math.abs(ratio - fine));
    }

    static Landscape landscape(double temperature, double exponent) {
        var s = String.format(Locale.ROOT, "%.17g", 1 / Math.sqrt(2 * temperature * exponent));
        var well = "((" + U + ")^2-1)^2/4";
        return Landscape.of(Formulas.parse(well + "+" + s + "*" + U), Formulas.parse(well + "-" + s + "*" + U));
    }

    /** What an equation's end state has. */
    static double ratio(NoiseConvention convention, double temperature, double exponent) {
        var mesh = Mesh.uniform(LOW, HIGH, 4 * CELLS);
        var end = (EndState.Density)
                EndState.of(convention.equation(landscape(temperature, exponent), temperature), mesh);
        return Math.exp(at(end, mesh, WIDE) - at(end, mesh, NARROW));
    }

    private static double at(EndState.Density end, Mesh mesh, double w) {
        return end.logDensity()[(int) Math.rint((w - mesh.low()) / (mesh.high() - mesh.low()) * mesh.cells())];
    }

    private static double ratio(SgdStep step, int cells) {
        var grid = Grid.uniform(LOW, HIGH, cells);
        var law = new TransitionOperator(step, grid)
                .evolve(Density.normal(grid, 1, 1, LOW), new int[] {(int) (LONG / step.temperature())}, Progress.NONE)
                .get(0)
                .law();
        return at(law, WIDE) / at(law, NARROW);
    }

    /** Between the centres of cells. */
    private static double at(Density law, double w) {
        var grid = law.grid();
        var width = grid.width(0);
        var j = (int) Math.floor((w - grid.low()) / width - 0.5);
        var part = (w - grid.centre(j)) / width;
        return ((1 - part) * law.mass()[j] + part * law.mass()[j + 1]) / width;
    }
}
