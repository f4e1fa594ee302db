package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.List;
import org.basinlab.landscape.DatapointLoss;
import org.basinlab.landscape.Landscape;

/**
 * P2's two minima with a maximum between them, alike except that one is twice as wide in every l_j.
 *
 * <p>Both are pits of {@code l = -cos u +- s u}, at u = 0 and 2 pi with the barrier at pi, and W stretches the second:
 * {@code dW/du = 3/2 + 1/2 tanh((u - pi) / delta)}, 1 about the narrow one and 2 about the wide one. Every gradient and
 * so G is halved there, S2 = (s du/dW)^2 is a quarter.
 *
 * <p>With {@code x = integral 2 G / (T S2) dW = 4 / (T s^2)} up the narrow side and 4x up the wide one, the end state's
 * density is {@code 4^c e^(3x)} times higher in the wide minimum in the limit of small delta: 4 e^(3x) for Ito, 2 e^(3x)
 * for Stratonovich, e^(3x) for Fick.
 *
 * @param noise      s, positive
 * @param transition delta, positive and well below pi
 */
public record WideAndNarrow(double noise, double transition) implements Landscape {
    public WideAndNarrow {
        require(noise > 0 && Double.isFinite(noise), "the noise of the two minima must be positive, got %s", noise);
        require(transition > 0 && transition < 1, "the transition must lie between 0 and 1, got %s", transition);
    }

    /** W at u; 0 at the narrow minimum. */
    public double w(double u) {
        return 1.5 * u + 0.5 * (softened(u) - softened(0));
    }

    /** The wide minimum's W; the narrow one's is 0. */
    public double wide() {
        return w(2 * Math.PI);
    }

    /** The barrier's W. */
    public double barrier() {
        return w(Math.PI);
    }

    /** x, for the unmodified equations. */
    public double exponent(double temperature) {
        return 4 / (temperature * noise * noise);
    }

    @Override
    public List<DatapointLoss> losses() {
        return List.of(new Stretched(noise), new Stretched(-noise));
    }

    /** delta log(2 cosh((u - pi) / delta)), without overflow. */
    private double softened(double u) {
        var y = Math.abs(u - Math.PI);
        return y + transition * Math.log1p(Math.exp(-2 * y / transition));
    }

    private double stretch(double u) {
        return 1.5 + 0.5 * Math.tanh((u - Math.PI) / transition);
    }

    /** By Newton's method, kept between bounds since dW/du lies between 1 and 2. */
    private double u(double w) {
        var low = Math.min(w, 0.5 * w) - 1;
        var high = Math.max(w, 0.5 * w) + 1;
        var u = 0.5 * (low + high);
        for (var k = 0; k < 200; k++) {
            var off = w(u) - w;
            if (off > 0) {
                high = u;
            } else {
                low = u;
            }
            var next = u - off / stretch(u);
            next = next > low && next < high ? next : 0.5 * (low + high);
            if (Math.abs(next - u) <= 1e-15 * (1 + Math.abs(u))) {
                return next;
            }
            u = next;
        }
        return u;
    }

    /** -cos u + tilt u, in W. */
    private final class Stretched implements DatapointLoss {
        private final double tilt;

        private Stretched(double tilt) {
            this.tilt = tilt;
        }

        @Override
        public double value(double w) {
            var u = u(w);
            return -Math.cos(u) + tilt * u;
        }

        @Override
        public double gradient(double w) {
            var u = u(w);
            return (Math.sin(u) + tilt) / stretch(u);
        }

        @Override
        public double curvature(double w) {
            var u = u(w);
            var s = stretch(u);
            var tanh = Math.tanh((u - Math.PI) / transition);
            var bend = 0.5 / transition * (1 - tanh * tanh);
            return (Math.cos(u) - (Math.sin(u) + tilt) * bend / s) / (s * s);
        }
    }
}
