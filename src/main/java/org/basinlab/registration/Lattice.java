package org.basinlab.registration;

import java.util.EnumMap;
import java.util.Map;

/**
 * The moving frame of a scene sampled every half pixel as far as the search reaches, so that an objective at all 441 shifts
 * that are multiples of half a pixel, from -5 to 5, costs sums alone. Shift {@code (a, b)} steps from the lowest has number
 * {@code b * SHIFTS + a}.
 */
final class Lattice {
    /** Shifts in a row. */
    static final int SHIFTS = (int) (4 * ShiftSearch.REACH) + 1;

    private static final double GAP = 0.5;
    private static final int SIDE = 2 * (Points.SIDE - 1) + SHIFTS;

    private final Map<Similarity, double[]> features = new EnumMap<>(Similarity.class);

    Lattice(Scene scene) {
        var frame = scene.moving(Points.lattice(SIDE, GAP), 1);
        for (var kind : Similarity.values()) {
            features.put(kind, kind.feature(frame).values());
        }
    }

    int shifts() {
        return SHIFTS * SHIFTS;
    }

    /** The shift in one direction that is so many steps from the lowest. */
    static double shift(int steps) {
        return steps * GAP - ShiftSearch.REACH;
    }

    /** One similarity at every shift. */
    double[] values(Similarity kind, Template template) {
        var all = features.get(kind);
        var values = new double[shifts()];
        var w = new double[Points.SIDE * Points.SIDE];
        for (var b = 0; b < SHIFTS; b++) {
            for (var a = 0; a < SHIFTS; a++) {
                for (var row = 0; row < Points.SIDE; row++) {
                    var first = (2 * row + b) * SIDE + a;
                    for (var column = 0; column < Points.SIDE; column++) {
                        w[row * Points.SIDE + column] = all[first + 2 * column];
                    }
                }
                values[b * SHIFTS + a] = template.value(w);
            }
        }
        return values;
    }
}
