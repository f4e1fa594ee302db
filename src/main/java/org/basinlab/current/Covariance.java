package org.basinlab.current;

/**
 * A symmetric 2 by 2 matrix: the covariance S2 of two parameters' gradients, or a derivative of it.
 *
 * @param xx of x with itself
 * @param xy of x with y
 * @param yy of y with itself
 */
public record Covariance(double xx, double xy, double yy) {
    /** xx yy - xy^2. */
    public double determinant() {
        return xx * yy - xy * xy;
    }

    /** The larger eigenvalue. */
    double largest() {
        return 0.5 * (xx + yy) + Math.hypot(0.5 * (xx - yy), xy);
    }

    /** The smaller one, without the cancellation of a difference where the matrix is nearly singular. */
    double smallest() {
        var largest = largest();
        return largest > 0 ? determinant() / largest : 0.5 * (xx + yy) - Math.hypot(0.5 * (xx - yy), xy);
    }
}
