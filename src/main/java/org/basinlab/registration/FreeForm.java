package org.basinlab.registration;

import java.util.Arrays;

/**
 * A displacement field as the search: {@code u(p) = sum_k c_k b((p - p_k)/4)} with b the B-spline of degree 5 and control points every
 * 4 pixels, 13 x 13 of them, two numbers each (free-form deformation after D. Rueckert et al. 1999). It maximises
 *
 * <pre>
 *   E(w) - stiffness * mean over neighbours |c_k - c_l|^2 / 4^2,      w(p) = feature of M at p + u(p)
 * </pre>
 *
 * <p>The second term is 0 for every plain shift, so that it does not punish the truth. The stiffness is in units of E, which
 * for a correlation is at most 1, for a mean square strain of 1.
 */
final class FreeForm implements Ascent.Hill {
    private static final int GAP = 4;
    private static final int SIDE = Points.SIDE / GAP + 5;
    private static final int WEIGHTS = 6;
    private static final int CONTROLS = SIDE * SIDE;
    private static final double NEIGHBOURS = 2.0 * SIDE * (SIDE - 1);
    /** Where the anatomy is brighter than this, its displacement counts. */
    private static final double ANATOMY = 0.1;

    /** Of the six control points about each pixel of a row, and of a column. */
    private static final double[][] WEIGHT = new double[Points.SIDE][];

    static {
        for (var i = 0; i < Points.SIDE; i++) {
            var u = (i + 0.5) / GAP;
            WEIGHT[i] = SplinePicture.weights(u - Math.floor(u), 0)[0];
        }
    }

    private final Scene scene;
    private final Similarity kind;
    private final Template template;
    private final double stiffness;
    private final boolean[] counted;

    FreeForm(Scene scene, Similarity kind, double stiffness) {
        this.scene = scene;
        this.kind = kind;
        this.template = new Template(kind, scene.fixed(1));
        this.stiffness = stiffness;
        var anatomy = scene.anatomy().values(Points.FRAME);
        this.counted = new boolean[anatomy.length];
        for (var p = 0; p < anatomy.length; p++) {
            counted[p] = anatomy[p] > ANATOMY;
        }
    }

    /** No displacement. */
    static double[] still() {
        return new double[2 * CONTROLS];
    }

    /** The same displacement everywhere. */
    static double[] shift(double x, double y) {
        var c = new double[2 * CONTROLS];
        Arrays.fill(c, 0, CONTROLS, x);
        Arrays.fill(c, CONTROLS, c.length, y);
        return c;
    }

    /** Displacement of every pixel in one direction: along rows of control points first, then down. */
    private static double[] field(double[] c, int from) {
        var rows = new double[SIDE * Points.SIDE];
        for (var row = 0; row < SIDE; row++) {
            for (var across = 0; across < Points.SIDE; across++) {
                var first = from + row * SIDE + across / GAP;
                for (var a = 0; a < WEIGHTS; a++) {
                    rows[row * Points.SIDE + across] += WEIGHT[across][a] * c[first + a];
                }
            }
        }
        var u = new double[Points.SIDE * Points.SIDE];
        for (var p = 0; p < u.length; p++) {
            var down = p / Points.SIDE;
            for (var b = 0; b < WEIGHTS; b++) {
                u[p] += WEIGHT[down][b] * rows[(down / GAP + b) * Points.SIDE + p % Points.SIDE];
            }
        }
        return u;
    }

    /** The transpose of {@link #field}: adds to the gradient what slopes at the pixels mean for control points. */
    private static void addTurned(double[] slopes, double[] gradient, int from) {
        var rows = new double[SIDE * Points.SIDE];
        for (var p = 0; p < slopes.length; p++) {
            var down = p / Points.SIDE;
            for (var b = 0; b < WEIGHTS; b++) {
                rows[(down / GAP + b) * Points.SIDE + p % Points.SIDE] += WEIGHT[down][b] * slopes[p];
            }
        }
        for (var row = 0; row < SIDE; row++) {
            for (var across = 0; across < Points.SIDE; across++) {
                var first = from + row * SIDE + across / GAP;
                for (var a = 0; a < WEIGHTS; a++) {
                    gradient[first + a] += WEIGHT[across][a] * rows[row * Points.SIDE + across];
                }
            }
        }
    }

    private Jets moved(double[] c, int order) {
        var at = Points.FRAME.moved(field(c, 0), field(c, CONTROLS));
        return kind.feature(scene.moving(at, order + kind.extraOrder()));
    }

    /** E alone, without what bending costs. */
    double similarity(double[] c) {
        return template.value(moved(c, 0).values());
    }

    /** Root mean square distance of the displacement from the true one over the anatomy, pixels. */
    double error(double[] c) {
        var x = field(c, 0);
        var y = field(c, CONTROLS);
        var sum = 0.0;
        var count = 0;
        for (var p = 0; p < x.length; p++) {
            if (counted[p]) {
                var e = scene.error(x[p], y[p]);
                sum += e * e;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    @Override
    public Ascent.Height at(double[] c) {
        var w = moved(c, 1);
        var slopes = template.slopes(w.values());
        var gradient = new double[c.length];
        addTurned(times(slopes, w.row(1)), gradient, 0);
        addTurned(times(slopes, w.row(2)), gradient, CONTROLS);
        return new Ascent.Height(template.value(w.values()) - bend(c, gradient), gradient);
    }

    /** What bending costs; its slope is taken off the gradient. */
    private double bend(double[] c, double[] gradient) {
        if (!(stiffness > 0)) {
            return 0;
        }
        var factor = stiffness / (NEIGHBOURS * GAP * GAP);
        var sum = 0.0;
        for (var k = 0; k < c.length; k++) {
            var place = k % CONTROLS;
            if (place % SIDE + 1 < SIDE) {
                sum += pull(c, gradient, k, k + 1, factor);
            }
            if (place / SIDE + 1 < SIDE) {
                sum += pull(c, gradient, k, k + SIDE, factor);
            }
        }
        return factor * sum;
    }

    private static double pull(double[] c, double[] gradient, int k, int l, double factor) {
        var d = c[l] - c[k];
        gradient[k] += 2 * factor * d;
        gradient[l] -= 2 * factor * d;
        return d * d;
    }

    private static double[] times(double[] one, double[] other) {
        var product = new double[one.length];
        for (var p = 0; p < product.length; p++) {
            product[p] = one[p] * other[p];
        }
        return product;
    }
}
