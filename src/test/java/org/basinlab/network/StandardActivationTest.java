package org.basinlab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardActivationTest {
    private static final double[] Z = {-30, -9, -3, -1, -0.3, -1e-3, 1e-3, 0.2, 0.7, 1, 2.5, 6, 12, 30};

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void theValueIsTheFormulas(StandardActivation f) {
        for (var z : Z) {
            // A few ulp of |z|; e^z - 1 and ln(1 + e^z) as written here lose some against 1.
            assertThat(f.value(z))
                    .as("%s(%s)", f, z)
                    .isCloseTo(formula(f, z), within(1e-14 * Math.max(1, Math.abs(z))));
        }
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void theDerivativeIsTheSlope(StandardActivation f) {
        var h = 1e-5;
        for (var z : Z) {
            var slope = (f.value(z + h) - f.value(z - h)) / (2 * h);
            // Cut off: h^2 / 6 |f'''|, at most 1e-11. Rounding: an ulp of |z| over h, at most 2e-10 at 30.
            assertThat(f.derivative(z)).as("%s'(%s)", f, z).isCloseTo(slope, within(5e-10));
        }
    }

    @ParameterizedTest
    @EnumSource(StandardActivation.class)
    void farOutItIsItsAsymptote(StandardActivation f) {
        var above = f == StandardActivation.SIGMOID || f == StandardActivation.TANH ? 1 : 800;
        assertThat(f.value(800)).isEqualTo(above);
        assertThat(f.derivative(800)).isEqualTo(above == 1 ? 0 : 1);
        var below = switch (f) {
            case LEAKYRELU -> -8.0;
            case ELU, TANH -> -1.0;
            case IDENTITY -> -800.0;
            default -> 0.0;
        };
        // e^-800 is no number but 0 in double precision; -0 is as good.
        assertThat(f.value(-800) + 0.0).isEqualTo(below);
        var slope = switch (f) {
            case LEAKYRELU -> 0.01;
            case IDENTITY -> 1.0;
            default -> 0.0;
        };
        assertThat(f.derivative(-800) + 0.0).isEqualTo(slope);
    }

    @Test
    void digitsSurviveInTheTails() {
        // Relative: each is e^-40 to within e^-80.
        assertThat(StandardActivation.SOFTPLUS.value(-40) / Math.exp(-40)).isCloseTo(1, within(1e-14));
        assertThat(StandardActivation.SIGMOID.value(-40) / Math.exp(-40)).isCloseTo(1, within(1e-14));
        assertThat(StandardActivation.SIGMOID.derivative(40) / Math.exp(-40)).isCloseTo(1, within(1e-14));
        assertThat(StandardActivation.ELU.value(-1e-12) / -1e-12).isCloseTo(1, within(1e-11));
        // Phi(-20) = 2.7536241186062337e-89 (tables); erfc is good to 1e-12 there.
        assertThat(StandardActivation.GELU.value(-20) / (-20 * 2.7536241186062337e-89))
                .isCloseTo(1, within(1e-11));
    }

    @Test
    void cornersTakeTheSlopeFromBelow() {
        assertThat(StandardActivation.RELU.derivative(0)).isZero();
        assertThat(StandardActivation.LEAKYRELU.derivative(0)).isEqualTo(0.01);
        assertThat(StandardActivation.ELU.derivative(0)).isEqualTo(1);
    }

    private static double formula(StandardActivation f, double z) {
        return switch (f) {
            case SOFTPLUS -> z > 0 ? z + Math.log(1 + Math.exp(-z)) : Math.log(1 + Math.exp(z));
            case RELU -> z < 0 ? 0 : z;
            case LEAKYRELU -> z < 0 ? z / 100 : z;
            case ELU -> z < 0 ? Math.exp(z) - 1 : z;
            case GELU -> z * new NormalDistribution().cumulativeProbability(z);
            case SWISH -> z * Math.exp(z) / (1 + Math.exp(z));
            case TANH -> 1 - 2 / (Math.exp(2 * z) + 1);
            case SIGMOID -> Math.exp(z) / (1 + Math.exp(z));
            case IDENTITY -> z;
        };
    }
}
