package org.basinlab.registration;

/**
 * An objective at a shift, with its derivatives in the shift.
 *
 * @param value of the objective
 * @param x     its derivative in t_x
 * @param y     in t_y
 * @param xx    the second ones; NaN where they were not asked for
 * @param xy    the mixed one
 * @param yy    in t_y twice
 */
record Score(double value, double x, double y, double xx, double xy, double yy) {
    static final Score ZERO = new Score(0, 0, 0, 0, 0, 0);

    /** {@code this + factor * other}. */
    Score plus(double factor, Score other) {
        return new Score(
                value + factor * other.value,
                x + factor * other.x,
                y + factor * other.y,
                xx + factor * other.xx,
                xy + factor * other.xy,
                yy + factor * other.yy);
    }
}
