package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.function.DoubleUnaryOperator;

/**
 * Whether two parameters have coordinates in which S2 = 1 everywhere. Such coordinates make the metric
 * {@code M = S2^-1} the Euclidean one, so they exist about a place only if its Gaussian curvature K is 0 there; in one
 * parameter they always do ({@link Lamperti}).
 *
 * <p>With {@code M = (E, F; F, H)}, {@code m = sqrt(det M)} and Christoffel's symbols
 *
 * <pre>  K = (1/m) [ d/dy (m/E Gamma^y_xx) - d/dx (m/E Gamma^y_xy) ]</pre>
 *
 * <p>(J. Liouville's form of C. F. Gauss's theorem, 1827). The symbols come from S2's given derivatives, their own
 * derivatives by differences of sixth order.
 */
public final class Flatness {
    private Flatness() {}

    /**
     * K at (x, y), in units of S2 per parameter^2: 0 in a neighbourhood if and only if Lamperti's coordinates exist there.
     *
     * @throws org.basinlab.experiment.InputException where S2 is singular, as it always is for two datapoints
     */
    public static double curvature(PlaneField field, double x, double y) {
        DoubleUnaryOperator alongX = at -> symbols(field, at, y)[1];
        DoubleUnaryOperator alongY = at -> symbols(field, x, at)[0];
        return (Differences.slope(alongY, y) - Differences.slope(alongX, x)) / symbols(field, x, y)[2];
    }

    /** (m/E) Gamma^y_xx, (m/E) Gamma^y_xy and m. */
    private static double[] symbols(PlaneField field, double x, double y) {
        var s = field.covariance(x, y);
        var det = s.determinant();
        require(
                det > 0 && s.xx() > 0,
                "S2 is singular at (%s, %s): a metric needs noise in both directions, so at least three datapoints",
                x,
                y);
        var metric = new Covariance(s.yy() / det, -s.xy() / det, s.xx() / det);
        var byX = slope(metric, field.covarianceByX(x, y));
        var byY = slope(metric, field.covarianceByY(x, y));
        var m = Math.sqrt(metric.determinant());
        var e = metric.xx();
        var f = metric.xy();
        var gammaXx = (2 * e * byX.xy() - e * byY.xx() - f * byX.xx()) / (2 * m * m);
        var gammaXy = (e * byX.yy() - f * byY.xx()) / (2 * m * m);
        return new double[] {m / e * gammaXx, m / e * gammaXy, m};
    }

    /** d(S2^-1) = -M dS2 M. */
    private static Covariance slope(Covariance m, Covariance s) {
        var a = m.xx() * s.xx() + m.xy() * s.xy();
        var b = m.xx() * s.xy() + m.xy() * s.yy();
        var c = m.xy() * s.xx() + m.yy() * s.xy();
        var d = m.xy() * s.xy() + m.yy() * s.yy();
        return new Covariance(-(a * m.xx() + b * m.xy()), -(a * m.xy() + b * m.yy()), -(c * m.xy() + d * m.yy()));
    }
}
