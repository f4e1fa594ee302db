package org.basinlab.refinement;

import static org.basinlab.experiment.InputException.require;

import org.basinlab.network.StandardActivation;

/**
 * The objective that a loop round a tied denoiser descends:
 *
 * <pre>
 *   E(x) = |x|^2 / 2 - Phi(x),    Phi(x) = sum_j softplus(w_j . x + b_j) + c . x,    x - D(x) = grad E(x)
 * </pre>
 *
 * with w_j row j of V, for grad Phi = V^T s(V x + b) + c = D. Denoising autoencoders with tied weights as gradients of a
 * scalar: G. Alain and Y. Bengio 2014; H. Kamyshanska and R. Memisevic 2013.
 *
 * <p>So {@code x <- x + a u}, u = D(x) - x, is gradient descent on E with step a. E falls at every step for every a in
 * (0, 2). Proof: the Hessian of Phi is V^T diag(s') V, which has no negative eigenvalue, as s' &gt; 0. Hence the curvature
 * of E, the Hessian I - V^T diag(s') V, is at most 1 in every direction, and by Taylor's formula with remainder
 *
 * <pre>
 *   E(x + a u) &lt;= E(x) + a grad E . u + a^2 |u|^2 / 2 = E(x) - a (1 - a / 2) |u|^2
 * </pre>
 *
 * which is below E(x) unless u = 0. Phi grows at most linearly, so E has a lower bound, the |u|^2 have a finite sum and
 * u tends to 0. For a = 1 the step is the concave-convex procedure (A. Yuille and A. Rangarajan 2003): D(x) is where
 * |y|^2 / 2 less the tangent plane of Phi at x is least.
 *
 * <p>E is no distance to any clean image. Near the end of a run E falls by less than the rounding of its terms.
 *
 * @param network tied
 */
public record Energy(DenoisingNetwork network) {
    public Energy {
        require(network.isTied(), "only a denoiser with tied weights has this objective: give one");
    }

    /** E of each image of a batch. */
    public double[] of(double[] batch) {
        var pixels = network.pixels();
        var units = network.units();
        var z = network.inputs(batch);
        var energies = new double[batch.length / pixels];
        for (var r = 0; r < energies.length; r++) {
            var energy = 0.0;
            for (var i = 0; i < pixels; i++) {
                var x = batch[r * pixels + i];
                energy += x * (x / 2 - network.offset()[i]);
            }
            for (var j = 0; j < units; j++) {
                energy -= StandardActivation.SOFTPLUS.value(z[r * units + j]);
            }
            energies[r] = energy;
        }
        return energies;
    }
}
