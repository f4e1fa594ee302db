package org.basinlab.registration;

import org.basinlab.registration.ShiftSearch.Optimum;

/**
 * The second derivatives H of an objective at a shift, and what follows from them: where a maximum goes as the objective
 * changes. With dg the change of its slope, {@code dt = -H^-1 dg}; a coordinate that the border holds does not move.
 *
 * @param xx    d2E/dt_x2
 * @param xy    d2E/dt_x dt_y
 * @param yy    d2E/dt_y2
 * @param freeX whether t_x can move
 * @param freeY whether t_y can move
 */
record Curved(double xx, double xy, double yy, boolean freeX, boolean freeY) {
    static Curved of(Optimum at) {
        var s = at.score();
        return new Curved(s.xx(), s.xy(), s.yy(), !at.heldInX(), !at.heldInY());
    }

    double determinant() {
        return xx * yy - xy * xy;
    }

    /** H^-1 (a, b) among the coordinates that are free. */
    double[] solve(double a, double b) {
        if (freeX && freeY) {
            var d = determinant();
            return new double[] {(yy * a - xy * b) / d, (xx * b - xy * a) / d};
        }
        return new double[] {freeX ? a / xx : 0, freeY ? b / yy : 0};
    }

    /** Where the maximum goes when the slope changes. */
    double[] answer(double[] slopeChange) {
        return solve(-slopeChange[0], -slopeChange[1]);
    }
}
