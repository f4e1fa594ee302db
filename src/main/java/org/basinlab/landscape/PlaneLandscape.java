package org.basinlab.landscape;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;

/**
 * Datapoint losses of two parameters, uniformly weighted: L = mean_j l_j, g_j = grad l_j, G = mean_j g_j and
 * S2 = mean_j (g_j - G)(g_j - G)^T, the population covariance of single datapoints. P2, its closing question.
 */
public final class PlaneLandscape {
    private static final int DERIVATIVES = 5;

    private final List<PlaneFormula> losses;
    private final Tape values;
    private final Tape gradients;
    /** Five derivatives of every loss. */
    private final Tape derivatives;

    /**
     * What there is at a point. S2 is (sxx, sxy; sxy, syy).
     *
     * @param gx  dL/dx
     * @param gy  dL/dy
     * @param gxx d2L/dx2
     * @param gxy d2L/dxdy
     * @param gyy d2L/dy2
     * @param sxx the variance of dl_j/dx
     * @param sxy the covariance of dl_j/dx and dl_j/dy
     * @param syy the variance of dl_j/dy
     * @param dx  the derivatives of sxx, sxy and syy with respect to x
     * @param dy  those with respect to y
     */
    public record Local(
            double gx,
            double gy,
            double gxx,
            double gxy,
            double gyy,
            double sxx,
            double sxy,
            double syy,
            Covariance dx,
            Covariance dy) {}

    /**
     * A symmetric matrix of two by two: S2's derivative with respect to one parameter.
     *
     * @param xx first row, first column
     * @param xy first row, second column
     * @param yy second row, second column
     */
    public record Covariance(double xx, double xy, double yy) {}

    /** These losses, at least one. */
    public PlaneLandscape(List<PlaneFormula> losses) {
        require(!losses.isEmpty(), "a landscape needs at least one datapoint");
        this.losses = List.copyOf(losses);
        values = Tape.of(losses.stream().map(PlaneFormula::loss).toList(), 2);
        var slopes = new ArrayList<Expression>();
        var all = new ArrayList<Expression>();
        for (var loss : losses) {
            var ofLoss = loss.derivatives();
            slopes.addAll(ofLoss.subList(0, 2));
            all.addAll(ofLoss);
        }
        gradients = Tape.of(slopes, 2);
        derivatives = Tape.of(all, 2);
    }

    /** l_0, l_1, ... */
    public List<PlaneFormula> losses() {
        return losses;
    }

    /** How many datapoints there are. */
    public int datapoints() {
        return losses.size();
    }

    /** L(x, y). */
    public double loss(double x, double y) {
        var sum = 0.0;
        for (var value : values.at(x, y)) {
            sum += value;
        }
        return sum / datapoints();
    }

    /** g_j(x, y), [x or y]. */
    public double[] gradient(int datapoint, double x, double y) {
        var all = gradients.at(x, y);
        return new double[] {all[2 * datapoint], all[2 * datapoint + 1]};
    }

    /** All gradients as one program of (x, y): dl_0/dx, dl_0/dy, dl_1/dx, ... */
    public Tape gradients() {
        return gradients;
    }

    /** G, its Jacobian, S2 and its first derivatives. */
    public Local at(double x, double y) {
        var all = derivatives.at(x, y);
        var m = datapoints();
        var mean = new double[DERIVATIVES];
        for (var i = 0; i < all.length; i++) {
            mean[i % DERIVATIVES] += all[i] / m;
        }
        // Means of products of deviations: of the gradient with itself, then with the rows of the Hessian.
        double sxx = 0, sxy = 0, syy = 0, xxdx = 0, xydx = 0, yydx = 0, xxdy = 0, xydy = 0, yydy = 0;
        for (var j = 0; j < all.length; j += DERIVATIVES) {
            var gx = all[j] - mean[0];
            var gy = all[j + 1] - mean[1];
            var hxx = all[j + 2] - mean[2];
            var hxy = all[j + 3] - mean[3];
            var hyy = all[j + 4] - mean[4];
            sxx += gx * gx / m;
            sxy += gx * gy / m;
            syy += gy * gy / m;
            xxdx += 2 * gx * hxx / m;
            xydx += (hxx * gy + gx * hxy) / m;
            yydx += 2 * gy * hxy / m;
            xxdy += 2 * gx * hxy / m;
            xydy += (hxy * gy + gx * hyy) / m;
            yydy += 2 * gy * hyy / m;
        }
        return new Local(
                mean[0],
                mean[1],
                mean[2],
                mean[3],
                mean[4],
                sxx,
                sxy,
                syy,
                new Covariance(xxdx, xydx, yydx),
                new Covariance(xxdy, xydy, yydy));
    }
}
