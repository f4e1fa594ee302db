package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

/**
 * The exact end state of two parameters about a minimum, {@code G = H w}, with S2 constant: a Gaussian of covariance C
 * with
 *
 * <pre>  H C + C H = T S2,   rho = (T^2/2 S2 C^-1 - T H) w P</pre>
 *
 * <p>(A. Lyapunov 1892; P. Lax 1960). The current is 0 only if H and S2 commute; otherwise probability turns about the
 * minimum for ever, although H is symmetric, and P2's rho = 0 has no solution.
 *
 * @param covariance C
 * @param turning    the matrix {@code T^2/2 S2 C^-1 - T H}, by rows
 */
public record CirculatingGaussian(Covariance covariance, double[] turning) {
    /**
     * That of a Hessian and a covariance of gradients.
     *
     * @param hessian    H, positive definite
     * @param covariance S2; of rank 1, as two datapoints have it, it must not be along one of the Hessian's axes
     */
    public static CirculatingGaussian of(Covariance hessian, Covariance covariance, double temperature) {
        var h = hessian;
        var s = covariance;
        require(h.determinant() > 0 && h.xx() > 0, "the Hessian must be positive definite");
        // 2 hxx cxx + 2 hxy cxy = T sxx; hxy cxx + (hxx + hyy) cxy + hxy cyy = T sxy; 2 hxy cxy + 2 hyy cyy = T syy.
        var trace = h.xx() + h.yy();
        var xy = (s.xy() - 0.5 * h.xy() * (s.xx() / h.xx() + s.yy() / h.yy()))
                / (trace - h.xy() * h.xy() * (1 / h.xx() + 1 / h.yy()));
        var c = new Covariance(
                temperature * (0.5 * s.xx() - h.xy() * xy) / h.xx(),
                temperature * xy,
                temperature * (0.5 * s.yy() - h.xy() * xy) / h.yy());
        require(
                s.smallest() > -1e-12 * s.largest() && c.smallest() > 1e-12 * c.largest(),
                "the covariance of the gradients must spread W in both directions, got (%s, %s, %s)",
                s.xx(),
                s.xy(),
                s.yy());
        var half = 0.5 * temperature * temperature / c.determinant();
        return new CirculatingGaussian(c, new double[] {
            half * (s.xx() * c.yy() - s.xy() * c.xy()) - temperature * h.xx(),
            half * (s.xy() * c.xx() - s.xx() * c.xy()) - temperature * h.xy(),
            half * (s.xy() * c.yy() - s.yy() * c.xy()) - temperature * h.xy(),
            half * (s.yy() * c.xx() - s.xy() * c.xy()) - temperature * h.yy()
        });
    }

    /** P at a distance from the minimum. */
    public double density(double x, double y) {
        var c = covariance;
        var square = (c.yy() * x * x - 2 * c.xy() * x * y + c.xx() * y * y) / c.determinant();
        return Math.exp(-0.5 * square) / (2 * Math.PI * Math.sqrt(c.determinant()));
    }

    /** rho at a distance from the minimum, two numbers. */
    public double[] current(double x, double y) {
        var p = density(x, y);
        return new double[] {p * (turning[0] * x + turning[1] * y), p * (turning[2] * x + turning[3] * y)};
    }

    /** drho_y/dx - drho_x/dy at the minimum. */
    public double curl() {
        return density(0, 0) * (turning[2] - turning[1]);
    }

    /** The integral of x rho_y - y rho_x. */
    public double circulation() {
        var c = covariance;
        return turning[2] * c.xx() + (turning[3] - turning[0]) * c.xy() - turning[1] * c.yy();
    }
}
