package org.basinlab.dynamics;

import java.util.Locale;

/**
 * How a flow is moved by a step h: explicit Runge-Kutta methods whose stages follow one another,
 * {@code k_i = f(x + c_i h k_(i-1), t + c_i h)}, {@code x' = x + h sum_i b_i k_i}.
 */
public enum Integrator {
    /** Euler's: error of order h. */
    EULER(new double[] {0}, new double[] {1}),
    /** The midpoint rule: h^2. */
    MIDPOINT(new double[] {0, 0.5}, new double[] {0, 1}),
    /** Runge and Kutta's of 1901: h^4. */
    RK4(new double[] {0, 0.5, 0.5, 1}, new double[] {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6});

    private final double[] places;
    private final double[] weights;

    Integrator(double[] places, double[] weights) {
        this.places = places;
        this.weights = weights;
    }

    int stages() {
        return places.length;
    }

    /** c_i. */
    double place(int stage) {
        return places[stage];
    }

    /** b_i. */
    double weight(int stage) {
        return weights[stage];
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
