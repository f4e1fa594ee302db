package org.basinlab.current;

import static org.basinlab.experiment.InputException.require;

import java.util.function.DoubleUnaryOperator;

/**
 * A Fokker-Planck equation of one parameter in conservative form, one step of SGD a unit of time:
 *
 * <pre>  dP/dt = -d rho/dW,   rho = -T G~ P - (T^2/2) (D dP/dW + c dD/dW P)</pre>
 *
 * <p>It is the density of the Ito process {@code dW = mu dt + T sqrt(D) dB} with
 * {@code mu = -T G~ + (T^2/2) (1 - c) dD/dW}.
 *
 * @param temperature    T, positive
 * @param drift          G~(W), what G has become
 * @param diffusion      D(W), not negative, what S2 has become
 * @param diffusionSlope dD/dW
 * @param share          c: 1 as Ito, 1/2 as Stratonovich, 0 as Fick has it
 */
public record Equation(
        double temperature,
        DoubleUnaryOperator drift,
        DoubleUnaryOperator diffusion,
        DoubleUnaryOperator diffusionSlope,
        double share) {
    public Equation {
        require(temperature > 0 && Double.isFinite(temperature), "--temperature must be positive, got %s", temperature);
    }

    /** G~(W). */
    double drift(double w) {
        return drift.applyAsDouble(w);
    }

    /** D(W). */
    double diffusion(double w) {
        return diffusion.applyAsDouble(w);
    }

    /** The coefficient of -dP/dW in rho, T^2 D / 2. */
    double spreading(double w) {
        return 0.5 * temperature * temperature * diffusion(w);
    }

    /** mu(W), the mean velocity of the process. */
    public double velocity(double w) {
        return -temperature * drift(w)
                + 0.5 * temperature * temperature * (1 - share) * diffusionSlope.applyAsDouble(w);
    }
}
