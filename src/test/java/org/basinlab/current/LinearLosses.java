package org.basinlab.current;

import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Landscape;

/** Landscapes of linear gradients. */
final class LinearLosses {
    private LinearLosses() {}

    /** g = a W - b. */
    static DatapointLoss loss(double a, double b) {
        return new DatapointLoss() {
            @Override
            public double value(double w) {
                return (0.5 * a * w - b) * w;
            }

            @Override
            public double gradient(double w) {
                return a * w - b;
            }

            @Override
            public double curvature(double w) {
                return a;
            }
        };
    }

    /** P2's third validation, g = (1 +- s) W - 2. */
    static Landscape spread(double s) {
        return Landscape.of(loss(1 + s, 2), loss(1 - s, 2));
    }

    /** g = a W +- s. */
    static Landscape additive(double a, double s) {
        return Landscape.of(loss(a, s), loss(a, -s));
    }
}
