package org.basinlab.landscape;

import static org.basinlab.experiment.InputException.require;
import static org.basinlab.landscape.Expression.constant;
import static org.basinlab.landscape.Expression.parameter;

import java.util.List;

/** The systems P2 validates on, each of two datapoints; the third is the {@link Pit}. */
public final class Scenarios {
    /** G = W - 2 in the linear system. */
    private static final double REST = 2;

    private Scenarios() {}

    /** Spreading alone: {@code g_0 = -1, g_1 = 1}, so G = 0 and S2 = 1 everywhere. */
    public static Landscape constantGradients() {
        return Landscape.of(List.of(new Formula(parameter().negate()), new Formula(parameter())));
    }

    /**
     * Linear gradients {@code g_j = (1 +- s) W - 2}, so G = W - 2 and S2 = s^2 W^2. In the post s = 0.2, and S2 is printed
     * ten times too large.
     *
     * @param spread s
     * @throws org.basinlab.experiment.InputException unless it is a finite number
     */
    public static Landscape linearGradients(double spread) {
        require(Double.isFinite(spread), "--spread must be a finite number, got %s", spread);
        return Landscape.of(List.of(linear(1 + spread), linear(1 - spread)));
    }

    /** a W^2 / 2 - 2 W. */
    private static Formula linear(double a) {
        var w = parameter();
        return new Formula(w.times(w).times(constant(a / 2)).minus(w.times(constant(REST))));
    }
}
