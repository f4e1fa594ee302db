package org.basinlab.searching;

import static org.basinlab.experiment.InputException.require;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.network.StandardActivation;
import org.basinlab.random.RandomStream;

/**
 * What a search neuron evaluates: one hidden layer over a context and a proposal, in plain double precision.
 *
 * <pre>
 *   g(c, z) = a + sum_h v_h f(u_h),    u_h = b_h + sum_i W_ih c_i + sum_k Z_kh z_k
 * </pre>
 *
 * <p>theta is W unit by unit (h inputs + i), then Z unit by unit, then b, v and a: the order of the layer with one
 * neuron in DL4J's flat vector.
 *
 * @param shape of it
 * @param theta its parameters; not copied
 */
public record Subnetwork(Shape shape, double[] theta) {
    public Subnetwork {
        require(
                theta.length == shape.parameters(),
                "a subnetwork of this shape has %s parameters, got %s",
                shape.parameters(),
                theta.length);
    }

    /**
     * Drawn at random so that it has several local maxima in z: Z has standard deviation {@code reach}, b is uniform on
     * [-reach, reach], so that bends of the units lie all over the box; W is of order one and v of order
     * 1 / sqrt(hidden).
     */
    public static Subnetwork drawn(Shape shape, double reach, RandomStream stream) {
        var theta = new double[shape.parameters()];
        var contexts = shape.hidden() * shape.inputs();
        var proposals = contexts + shape.hidden() * shape.dimensions();
        for (var k = 0; k < theta.length - 1; k++) {
            if (k < contexts) {
                theta[k] = stream.normal(k);
            } else if (k < proposals) {
                theta[k] = reach * stream.normal(k);
            } else if (k < proposals + shape.hidden()) {
                theta[k] = reach * (2 * stream.uniform(k) - 1);
            } else {
                theta[k] = stream.normal(k) / Math.sqrt(shape.hidden());
            }
        }
        return new Subnetwork(shape, theta);
    }

    /**
     * The subnetworks of a layer, from its parameters in DL4J's order: as in one subnetwork, but each of the five parts
     * for all neurons, neuron by neuron, except that Z has its d rows for all units: column h d + k.
     *
     * @param neurons how many
     * @param flat    theirs, neurons x {@link Shape#parameters()} numbers
     */
    public static List<Subnetwork> ofLayer(Shape shape, int neurons, double[] flat) {
        int[] widths = {
            shape.hidden() * shape.inputs(), shape.hidden() * shape.dimensions(), shape.hidden(), shape.hidden(), 1
        };
        var all = new ArrayList<Subnetwork>();
        for (var j = 0; j < neurons; j++) {
            var theta = new double[shape.parameters()];
            var from = 0;
            var to = 0;
            for (var width : widths) {
                System.arraycopy(flat, from + j * width, theta, to, width);
                from += neurons * width;
                to += width;
            }
            all.add(new Subnetwork(shape, theta));
        }
        return all;
    }

    private int placeOfZ() {
        return shape.hidden() * shape.inputs();
    }

    private int placeOfBias() {
        return placeOfZ() + shape.hidden() * shape.dimensions();
    }

    private int placeOfOut() {
        return placeOfBias() + shape.hidden();
    }

    private double bend(double[] c, double[] z, int h) {
        var u = theta[placeOfBias() + h];
        for (var i = 0; i < c.length; i++) {
            u += theta[h * c.length + i] * c[i];
        }
        for (var k = 0; k < z.length; k++) {
            u += theta[placeOfZ() + h * z.length + k] * z[k];
        }
        return u;
    }

    /** g(c, z). */
    public double value(double[] c, double[] z) {
        var value = theta[theta.length - 1];
        for (var h = 0; h < shape.hidden(); h++) {
            value += theta[placeOfOut() + h] * shape.curve().value(bend(c, z, h));
        }
        return value;
    }

    /** dg/dz at (c, z). */
    public double[] slope(double[] c, double[] z) {
        var slope = new double[z.length];
        for (var h = 0; h < shape.hidden(); h++) {
            var rate = theta[placeOfOut() + h] * shape.curve().derivative(bend(c, z, h));
            for (var k = 0; k < z.length; k++) {
                slope[k] += rate * theta[placeOfZ() + h * z.length + k];
            }
        }
        return slope;
    }

    /** dg/dc at (c, z). */
    public double[] contextSlope(double[] c, double[] z) {
        var slope = new double[c.length];
        for (var h = 0; h < shape.hidden(); h++) {
            var rate = theta[placeOfOut() + h] * shape.curve().derivative(bend(c, z, h));
            for (var i = 0; i < c.length; i++) {
                slope[i] += rate * theta[h * c.length + i];
            }
        }
        return slope;
    }

    /** dg/dtheta at (c, z), in theta's order. */
    public double[] parameterSlope(double[] c, double[] z) {
        var slope = new double[theta.length];
        for (var h = 0; h < shape.hidden(); h++) {
            var u = bend(c, z, h);
            var rate = theta[placeOfOut() + h] * shape.curve().derivative(u);
            for (var i = 0; i < c.length; i++) {
                slope[h * c.length + i] = rate * c[i];
            }
            for (var k = 0; k < z.length; k++) {
                slope[placeOfZ() + h * z.length + k] = rate * z[k];
            }
            slope[placeOfBias() + h] = rate;
            slope[placeOfOut() + h] = shape.curve().value(u);
        }
        slope[theta.length - 1] = 1;
        return slope;
    }

    /**
     * How a free maximum in one dimension moves with the context, dz/dc = -g_zc / g_zz, by the implicit function
     * theorem; 0 where z lies on the box's border.
     *
     * @param z of one number, a stationary point or nearly one
     */
    double[] choiceSlope(double[] c, double[] z) {
        var slope = new double[c.length];
        if (Math.abs(z[0]) >= 1) {
            return slope;
        }
        var curvature = 0.0;
        for (var h = 0; h < shape.hidden(); h++) {
            var second = theta[placeOfOut() + h] * secondDerivative(bend(c, z, h)) * theta[placeOfZ() + h];
            curvature += second * theta[placeOfZ() + h];
            for (var i = 0; i < c.length; i++) {
                slope[i] -= second * theta[h * c.length + i];
            }
        }
        for (var i = 0; i < c.length; i++) {
            slope[i] /= curvature;
        }
        return slope;
    }

    private double secondDerivative(double u) {
        var first = shape.curve().derivative(u);
        return shape.curve() == StandardActivation.TANH ? -2 * Math.tanh(u) * first : first * (1 - first);
    }
}
