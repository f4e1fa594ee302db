package org.basinlab.current;

import java.util.function.DoubleUnaryOperator;

/** Derivatives by central differences of sixth order. */
final class Differences {
    /** Truncation (h / length)^6 and rounding 1e-16 / h meet near 1e-12 for lengths of 0.05. */
    private static final double STEP = 5e-4;

    private Differences() {}

    /** df/dx. */
    static double slope(DoubleUnaryOperator f, double x) {
        var h = STEP * Math.max(1, Math.abs(x));
        return (45 * (f.applyAsDouble(x + h) - f.applyAsDouble(x - h))
                        - 9 * (f.applyAsDouble(x + 2 * h) - f.applyAsDouble(x - 2 * h))
                        + f.applyAsDouble(x + 3 * h)
                        - f.applyAsDouble(x - 3 * h))
                / (60 * h);
    }
}
