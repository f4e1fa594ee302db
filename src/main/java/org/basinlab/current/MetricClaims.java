package org.basinlab.current;

import java.util.List;
import org.basinlab.current.CurrentResults.Plane;
import org.basinlab.experiment.Claim;

/** P2's closing idea, the metric in which S2 = 1, and its rho = 0, with one parameter and with two. */
final class MetricClaims {
    private static final double LOW = 1;
    private static final double HIGH = 4;
    private static final int CELLS = 2000;
    private static final double SAME = 1e-4;
    private static final double FLAT = 1e-6;

    private final Plane plane;

    MetricClaims(Plane plane) {
        this.plane = plane;
    }

    List<Claim> all() {
        return List.of(line(), two(), current());
    }

    private static Claim line() {
        var worst = worst();
        return P2.holds(
                "With one parameter there is a metric in which S2 = 1 everywhere",
                null,
                worst,
                worst <= SAME,
                "Lamperti's coordinate, the integral of dW / S. Reproduced if the end state solved in it, carried back, is that in W"
                        + " (g = (1 ± 0.9) W - 2, T = 0.02, on W from 1 to 4): log P differs by at most ours");
    }

    /** |difference of log P| where P is at least e^-12 of its most. */
    private static double worst() {
        var equation = NoiseConvention.ITO.equation(EndExponent.landscape(), EndExponent.TEMPERATURE);
        var coordinate = Lamperti.of(equation, LOW, HIGH, CELLS);
        var mesh = Mesh.uniform(LOW, HIGH, CELLS);
        var direct = ((EndState.Density) EndState.of(equation, mesh)).logDensity();
        var places = mesh.faces();
        for (var i = 1; i < CELLS; i++) {
            places[i] = coordinate.x(places[i]);
        }
        places[0] = 0;
        places[CELLS] = coordinate.length();
        var inX = ((EndState.Density) EndState.of(coordinate.equation(), new Mesh(places))).logDensity();
        var highest = Double.NEGATIVE_INFINITY;
        for (var value : direct) {
            highest = Math.max(highest, value);
        }
        var worst = 0.0;
        for (var i = 0; i <= CELLS; i++) {
            if (direct[i] > highest - 12) {
                var back = inX[i] - Math.log(coordinate.deviation(mesh.faces()[i]));
                worst = Math.max(worst, Math.abs(back - direct[i]));
            }
        }
        return worst;
    }

    private Claim two() {
        return P2.holds(
                "With more parameters the metric can be chosen so that S2 = I",
                0.0,
                plane.curvatureVarying(),
                Math.abs(plane.curvatureVarying()) <= FLAT,
                "That takes coordinates in which the metric S2^-1 is flat. Reproduced if its Gaussian curvature (ours) is 0 on a"
                        + " landscape of two parameters and four datapoints whose S2 varies; where S2 is constant it is %.1e",
                plane.curvatureConstant());
    }

    private Claim current() {
        var error = Math.abs(plane.circulation() - plane.circulationExact());
        return P2.holds(
                "For an end state rho = 0 everywhere",
                0.0,
                plane.circulation(),
                Math.abs(plane.circulation()) <= 10 * error,
                "With one parameter and closed ends it is. With two, S2 and the Hessian of L not commuting, reproduced if the"
                        + " circulation of the end state's current (ours) is 0 within ten times the solver's error; by Lyapunov's"
                        + " equation it is exactly %.5f. The integral of |rho| is %.4f a step",
                plane.circulationExact(),
                plane.flow());
    }
}
