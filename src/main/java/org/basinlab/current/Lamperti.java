package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.Arrays;

/**
 * The coordinate in which the noise is the same everywhere (J. Lamperti 1964): {@code x = integral dW / sqrt(D)}. The
 * process {@code dW = mu dt + T sqrt(D) dB} becomes {@code dx = m dt + T dB} with
 *
 * <pre>  m = mu / S - (T^2/2) dS/dW = -T G~/S + T^2 (1/2 - c) dS/dW,   S = sqrt(D)</pre>
 *
 * <p>so for Stratonovich the drift is -T G/S and nothing else, and for Ito noise that grows with W pulls x down. A density
 * transforms as {@code P_x = P_W S}. D must be positive on the interval.
 */
public final class Lamperti {
    /** Of the mesh's faces. */
    private final double[] w;

    private final double[] x;
    private final Equation original;

    private Lamperti(Equation original, double[] w, double[] x) {
        this.original = original;
        this.w = w;
        this.x = x;
    }

    /**
     * The coordinate of an equation on an interval, x = 0 at its lower end.
     *
     * @param cells equal ones, over each of which 1/S is integrated by the Gauss-Legendre rule of three points
     */
    public static Lamperti of(Equation equation, double low, double high, int cells) {
        require(high > low, "Lamperti's coordinate needs an interval, got %s to %s", low, high);
        var w = Mesh.uniform(low, high, cells).faces();
        var x = new double[w.length];
        for (var i = 0; i < cells; i++) {
            x[i + 1] = x[i] + distance(equation, w[i], w[i + 1]);
        }
        return new Lamperti(equation, w, x);
    }

    private static double distance(Equation equation, double from, double to) {
        var middle = 0.5 * (from + to);
        var half = 0.5 * (to - from);
        var off = Math.sqrt(0.6) * half;
        return half
                / 9
                * (5 / deviation(equation, middle - off)
                        + 8 / deviation(equation, middle)
                        + 5 / deviation(equation, middle + off));
    }

    private static double deviation(Equation equation, double w) {
        var d = equation.diffusion(w);
        require(d > 0, "Lamperti's coordinate needs noise everywhere, and there is none at W = %s", w);
        return Math.sqrt(d);
    }

    /** x at W, which must lie in the interval. */
    public double x(double at) {
        var i = cell(w, at);
        return x[i] + distance(original, w[i], at);
    }

    /** W at x, by Newton's method from the cell's chord. */
    public double w(double at) {
        var i = cell(x, at);
        var found = w[i] + (w[i + 1] - w[i]) * (at - x[i]) / (x[i + 1] - x[i]);
        for (var k = 0; k < 4; k++) {
            found += (at - x[i] - distance(original, w[i], found)) * deviation(original, found);
        }
        return found;
    }

    /** The upper end of x; the lower is 0. */
    public double length() {
        return x[x.length - 1];
    }

    /** S = dW/dx at W, by which a density in W is multiplied to give that in x. */
    public double deviation(double at) {
        return deviation(original, at);
    }

    /** The equation in x, of noise D = 1 and defined on 0 to {@link #length}. */
    public Equation equation() {
        var t = original.temperature();
        return new Equation(
                t,
                at -> {
                    var here = w(at);
                    var s = deviation(original, here);
                    var slope = original.diffusionSlope().applyAsDouble(here) / (2 * s);
                    return original.drift(here) / s - t * (0.5 - original.share()) * slope;
                },
                at -> 1,
                at -> 0,
                1);
    }

    private static int cell(double[] ends, double at) {
        require(
                at >= ends[0] && at <= ends[ends.length - 1],
                "%s lies outside Lamperti's interval, %s to %s",
                at,
                ends[0],
                ends[ends.length - 1]);
        var found = Arrays.binarySearch(ends, at);
        return Math.min(found >= 0 ? found : -found - 2, ends.length - 2);
    }
}
