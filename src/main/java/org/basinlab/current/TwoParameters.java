package org.basinlab.current;

import java.util.List;
import java.util.stream.Stream;
import org.basinlab.landscape.Formulas;
import org.basinlab.landscape.PlaneLandscape;

/**
 * P2's closing question with two parameters, on landscapes of formulas.
 *
 * <p>{@link #TURNING} has L = x^2/2 + 3xy/10 + y^2/4 and constant noise S2 = (1, -0.4; -0.4, 0.6), from four datapoints
 * tilted this way and that. S2 and the Hessian do not commute, so its end state turns: rho is not 0 anywhere but at the
 * minimum, and {@link CirculatingGaussian} has its exact value. {@link #CURVED} has noise that grows with x and y so that the
 * metric S2^-1 is not flat.
 *
 * @param cells            of the grid, along each axis
 * @param circulation      of the end state solved
 * @param circulationExact by Lyapunov's equation
 * @param curl             of rho at the minimum
 * @param curlExact        likewise
 * @param flow             the integral of |rho|, solved
 * @param curvatureTurning Gaussian curvature of S2^-1 where S2 is constant: 0
 * @param curvatureCurved  of the other landscape, at its minimum
 * @param end              the end state
 */
record TwoParameters(
        int cells,
        double circulation,
        double circulationExact,
        double curl,
        double curlExact,
        double flow,
        double curvatureTurning,
        double curvatureCurved,
        PlaneDensity end) {
    static final double TEMPERATURE = 0.3;
    static final double EDGE = 3;
    private static final int CELLS = 61;
    private static final String WELL = "x^2/2+0.3*x*y+y^2/4";

    /** +-p and +-q with p = a x and q = b x + c y: S2 = (a^2 + b^2, b c; b c, c^2) / 2. */
    static final PlaneLandscape TURNING = landscape("sqrt(22/15)*x", "sqrt(1.2)*y-0.8/sqrt(1.2)*x");

    static final PlaneLandscape CURVED = landscape("x+x*y/2", "y");

    static TwoParameters solve() {
        var field = new FormulaField(TURNING);
        var grid = new Rectangle(-EDGE, EDGE, -EDGE, EDGE, CELLS, CELLS);
        var end = PlaneFokkerPlanck.of(field, TEMPERATURE, NoiseConvention.ITO, grid)
                .endState();
        var at = TURNING.at(0, 0);
        var exact = CirculatingGaussian.of(
                new Covariance(at.gxx(), at.gxy(), at.gyy()), field.covariance(0, 0), TEMPERATURE);
        return new TwoParameters(
                CELLS,
                end.circulation(),
                exact.circulation(),
                end.curl(grid.cells() / 2),
                exact.curl(),
                end.flow(),
                Flatness.curvature(field, 0, 0),
                Flatness.curvature(new FormulaField(CURVED), 0, 0),
                end);
    }

    private static PlaneLandscape landscape(String p, String q) {
        return new PlaneLandscape(Stream.of(p, q)
                .flatMap(tilt -> List.of(WELL + "+(" + tilt + ")", WELL + "-(" + tilt + ")").stream())
                .map(Formulas::parsePlane)
                .toList());
    }
}
