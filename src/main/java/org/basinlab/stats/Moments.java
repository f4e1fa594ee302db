package org.basinlab.stats;

/**
 * The six sums of a set of points (x, y) from which its line and its correlation follow. Sets are joined and
 * taken apart by adding and subtracting, so a sample without one of its clusters costs one subtraction.
 *
 * <p>Subtraction cancels: take sums of deviations from a mean, not of raw values far from 0.
 *
 * @param n  points
 * @param x  sum of x
 * @param y  sum of y
 * @param xx sum of x^2
 * @param yy sum of y^2
 * @param xy sum of x y
 */
public record Moments(double n, double x, double y, double xx, double yy, double xy) {
    /** Of no points. */
    public static final Moments NONE = new Moments(0, 0, 0, 0, 0, 0);

    /** With one point more. */
    public Moments plus(double dx, double dy) {
        return new Moments(n + 1, x + dx, y + dy, xx + dx * dx, yy + dy * dy, xy + dx * dy);
    }

    /** Of both sets together. */
    public Moments plus(Moments o) {
        return new Moments(n + o.n, x + o.x, y + o.y, xx + o.xx, yy + o.yy, xy + o.xy);
    }

    Moments minus(Moments o) {
        return new Moments(n - o.n, x - o.x, y - o.y, xx - o.xx, yy - o.yy, xy - o.xy);
    }

    /** Sum of squared deviations of x from its mean. */
    double spreadX() {
        return xx - x * x / n;
    }

    private double spreadY() {
        return yy - y * y / n;
    }

    private double covariance() {
        return xy - x * y / n;
    }

    /** Pearson's r; NaN where x or y is constant. */
    public double correlation() {
        var r = covariance() / Math.sqrt(spreadX() * spreadY());
        return Double.isFinite(r) ? Math.max(-1, Math.min(1, r)) : Double.NaN;
    }

    /** Of the least-squares line of y on x; NaN where x is constant. */
    double slope() {
        var slope = covariance() / spreadX();
        return Double.isFinite(slope) ? slope : Double.NaN;
    }
}
