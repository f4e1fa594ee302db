package org.basinlab.current;

/**
 * An equation on a mesh as rates of passing between neighbouring cells, so that with m_i the mass in cell i the current
 * through face i + 1/2 is {@code up_i m_i - down_{i+1} m_{i+1}}.
 *
 * <p>Write {@code rho = -(a P' + v P)}, a = T^2 D / 2, v = T G~ + c a'. With a and v constant between two cell centres at
 * distance d, and rho constant too, the current is exactly
 *
 * <pre>  rho = -(a/d) [ b(-q) P_{i+1} - b(q) P_i ],   q = v d / a,   b(q) = q / (e^q - 1)</pre>
 *
 * <p>(D. L. Scharfetter and H. K. Gummel 1969; J. S. Chang and G. Cooper 1970). Both rates are positive whatever q is.
 * As D goes to 0 they become v upwind and 0, exactly, with the upwind scheme's error of first order in the width there;
 * elsewhere it is of second order. a' is the difference of a at the two centres over d.
 */
final class Rates {
    final double[] up;
    final double[] down;

    Rates(Equation equation, Mesh mesh, Edge low, Edge high) {
        var n = mesh.cells();
        up = new double[n];
        down = new double[n];
        var faces = mesh.faces();
        var t = equation.temperature();
        for (var i = 0; i + 1 < n; i++) {
            var left = mesh.centre(i);
            var right = mesh.centre(i + 1);
            var d = right - left;
            var a = equation.spreading(faces[i + 1]);
            var slope = (equation.spreading(right) - equation.spreading(left)) / d;
            var v = t * equation.drift(faces[i + 1]) + equation.share() * slope;
            up[i] = passing(a, v, d) / mesh.width(i);
            down[i + 1] = passing(a, -v, d) / mesh.width(i + 1);
        }
        if (low == Edge.ABSORBING) {
            var d = 0.5 * mesh.width(0);
            down[0] = toEdge(equation, faces[0], faces[0] + d, -d) / mesh.width(0);
        }
        if (high == Edge.ABSORBING) {
            var d = 0.5 * mesh.width(n - 1);
            up[n - 1] = toEdge(equation, faces[n], faces[n] - d, d) / mesh.width(n - 1);
        }
    }

    private static double toEdge(Equation equation, double face, double centre, double outward) {
        var a = equation.spreading(face);
        var slope = (a - equation.spreading(centre)) / outward;
        var v = equation.temperature() * equation.drift(face) + equation.share() * slope;
        return passing(a, Math.signum(outward) * v, Math.abs(outward));
    }

    /** (a/d) b(v d / a), without cancellation. */
    static double passing(double a, double v, double d) {
        if (v == 0) {
            return a / d;
        }
        var q = v * d / a;
        return Math.abs(q) < 1e-300 ? a / d : v / Math.expm1(q);
    }
}
