package org.basinlab.entropy;

import static org.basinlab.experiment.InputException.require;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * A thermostat whose heater saturates: {@code sT' = sR, sR' = sR - k tanh(((1 - w) sT + w sR) / theta)}. At w = 0 it
 * acts on its last reading alone; with w &gt; 0 on a mean of the last and the present one.
 *
 * <p>The map is invertible, with Jacobian determinant {@code J = (1 - w) (k / theta) sech^2(z)}, z the argument of
 * tanh. For an invertible map {@code h[next] = h + E log2 |J|}, so one step's
 *
 * <pre>
 *   adjusted strength = E_P' log2 |J| - E_P log2 |J|
 * </pre>
 *
 * <p>which is 0 not only where J is constant but wherever {@code log J} is a function of A plus one of B, for P and P'
 * have the same marginals. So at w = 0, where J depends on sT alone, a nonlinear, contracting map has adjusted strength
 * 0 after one step, and after two (the second step's J is a function of the sR before). From w &gt; 0 on it is not: J
 * is largest where sT and sR cancel.
 *
 * @param gain   k, positive
 * @param theta  where the heater saturates, positive
 * @param weight w, from 0, below 1
 */
public record SaturatingThermostat(double gain, double theta, double weight) {
    private static final int NODES = 48;

    public SaturatingThermostat {
        require(gain > 0 && Double.isFinite(gain), "the gain must be positive, got %s", gain);
        require(theta > 0 && Double.isFinite(theta), "--theta must be positive, got %s", theta);
        require(weight >= 0 && weight < 1, "the weight must be from 0, below 1, got %s", weight);
    }

    /** The room one step later; the thermostat is then what the room is now. */
    public double room(double thermostat, double room) {
        return room - gain * Math.tanh(argument(thermostat, room));
    }

    private double argument(double thermostat, double room) {
        return ((1 - weight) * thermostat + weight * room) / theta;
    }

    /** log2 of the Jacobian determinant. */
    double logVolume(double thermostat, double room) {
        var z = Math.abs(argument(thermostat, room));
        // log sech^2 z = -2 (z + log((1 + exp(-2 z)) / 2)), which overflows nowhere.
        var logSech = -2 * (z + Math.log1p(Math.exp(-2 * z)) - Math.log(2));
        return Entropy.fromNats(Math.log((1 - weight) * gain / theta) + logSech);
    }

    /**
     * Adjusted strength of the law that is one step from a square about 0, over one step; by Gauss-Legendre quadrature.
     *
     * @param side of the square on which (sT, sR) are uniform at first
     */
    public double adjustedStrength(double side) {
        var rule = new GaussIntegratorFactory().legendre(NODES, -side / 2, side / 2);
        var area = side * side;
        var together = square(rule, (t, r) -> logVolume(r, room(t, r))) / area;
        // P': sT is uniform like the room was; sR is that of an independent pair.
        var apart = square(rule, (t, r) -> {
                    var room = room(t, r);
                    return rule.integrate(thermostat -> logVolume(thermostat, room)) / side;
                })
                / area;
        return apart - together;
    }

    private interface Plane {
        double at(double thermostat, double room);
    }

    private static double square(GaussIntegrator rule, Plane f) {
        return rule.integrate(t -> rule.integrate(r -> f.at(t, r)));
    }
}
