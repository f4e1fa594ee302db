package org.basinlab.searching;

/**
 * A neuron whose function is a search (P9), in plain double precision: the reference that the layer is held against.
 *
 * <pre>
 *   y(c) = max g(c, z) over the proposed z of [-1, 1]^d
 *   dy/dc = dg/dc (c, z*),    dy/dtheta = dg/dtheta (c, z*)
 * </pre>
 *
 * <p>The envelope theorem (J. M. Danskin 1966; P. Milgrom and I. Segal 2002): only what is direct counts, not how the
 * choice z* moves. Where proposals are fixed, as of a grid or of draws, it is exact except at ties. Gradient steps end
 * at a z* that moves with c and theta, and leave the term dg/dz times dz/dc: first order in the projected gradient
 * left, which {@link Choice#residual} tells.
 *
 * <p>An ascent tries clip(z + s dg/dz), takes it if g grows by more than a third of what the slope promises (L. Armijo 1966), and
 * doubles s then, else halves it. Near a maximum of curvature L a step is taken for s L up to 4/3, so that a taken one
 * of the largest size below leaves a third of the distance at most. It never goes down, so its end is the best it saw.
 *
 * @param g         the subnetwork
 * @param proposals what is tried
 * @param keep      of what is tried; of ascents, of their ends
 */
public record SearchNeuron(Subnetwork g, Proposals proposals, Keep keep) {
    /** An ascent's first step size. */
    public static final double FIRST_STEP = 1;
    /** The share of the promised growth that a step must bring. */
    public static final double SUFFICIENT = 1.0 / 3;

    /** One that keeps the best. */
    public SearchNeuron(Subnetwork g, Proposals proposals) {
        this(g, proposals, Keep.BEST);
    }

    /** What it comes to in a context; of equals the first. */
    public Choice search(double[] c) {
        var d = g.shape().dimensions();
        var points = proposals.points(d);
        double[] kept = null;
        var best = 0.0;
        for (var p = 0; p < points.length; p += d) {
            var z = new double[d];
            System.arraycopy(points, p, z, 0, d);
            var value = ascend(g, c, z, proposals.steps());
            if (kept == null || (keep == Keep.BEST ? value > best : value < best)) {
                best = value;
                kept = z;
            }
        }
        return new Choice(best, kept, residual(c, kept));
    }

    /** The value at the end; z is modified. */
    static double ascend(Subnetwork g, double[] c, double[] z, int steps) {
        var value = g.value(c, z);
        var size = FIRST_STEP;
        var trial = new double[z.length];
        for (var s = 0; s < steps; s++) {
            var slope = g.slope(c, z);
            var promised = 0.0;
            for (var k = 0; k < z.length; k++) {
                trial[k] = clip(z[k] + size * slope[k]);
                promised += slope[k] * (trial[k] - z[k]);
            }
            var there = g.value(c, trial);
            if (there > value + SUFFICIENT * promised) {
                value = there;
                System.arraycopy(trial, 0, z, 0, z.length);
                size *= 2;
            } else {
                size /= 2;
            }
        }
        return value;
    }

    private double residual(double[] c, double[] z) {
        var slope = g.slope(c, z);
        var most = 0.0;
        for (var k = 0; k < z.length; k++) {
            most = Math.max(most, Math.abs(clip(z[k] + slope[k]) - z[k]));
        }
        return most;
    }

    static double clip(double z) {
        return Math.max(-1, Math.min(1, z));
    }
}
