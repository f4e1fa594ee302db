package org.basinlab.current;

import org.basinlab.landscape.PlaneLandscape;

/**
 * Datapoint losses of two parameters as the field that their current needs.
 *
 * @param landscape G and S2 of single datapoints
 */
public record FormulaField(PlaneLandscape landscape) implements PlaneField {
    @Override
    public double[] gradient(double x, double y) {
        var at = landscape.at(x, y);
        return new double[] {at.gx(), at.gy()};
    }

    @Override
    public Covariance covariance(double x, double y) {
        var at = landscape.at(x, y);
        return new Covariance(at.sxx(), at.sxy(), at.syy());
    }

    @Override
    public Covariance covarianceByX(double x, double y) {
        return covariance(landscape.at(x, y).dx());
    }

    @Override
    public Covariance covarianceByY(double x, double y) {
        return covariance(landscape.at(x, y).dy());
    }

    private static Covariance covariance(PlaneLandscape.Covariance s) {
        return new Covariance(s.xx(), s.xy(), s.yy());
    }
}
