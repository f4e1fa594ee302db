package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WideAndNarrowTest {
    @Test
    void itsLossesHaveTheirDerivatives() {
        var system = new WideAndNarrow(2, 0.2);
        for (var loss : system.losses()) {
            for (var w : new double[] {-1, 0.3, system.barrier() - 0.1, system.barrier() + 0.2, system.wide()}) {
                var h = 1e-5;
                // Central differences: h^2 / 6 over the transition's 0.2^2, and rounding 1e-16 / h.
                assertThat(loss.gradient(w)).isCloseTo((loss.value(w + h) - loss.value(w - h)) / (2 * h), within(1e-8));
                assertThat(loss.curvature(w))
                        .isCloseTo((loss.gradient(w + h) - loss.gradient(w - h)) / (2 * h), within(1e-7));
            }
        }
    }

    @Test
    void oneIsTwiceAsWideInEveryLoss() {
        var system = new WideAndNarrow(2, 0.05);
        for (var loss : system.losses()) {
            for (var d : new double[] {-0.5, 0, 0.7}) {
                // Away from the transition the stretch is 2 to e^-80.
                assertThat(loss.gradient(system.wide() + 2 * d)).isCloseTo(0.5 * loss.gradient(d), within(1e-12));
            }
        }
        assertThat(system.gradient(0)).isCloseTo(0, within(1e-14));
        assertThat(system.gradient(system.barrier())).isCloseTo(0, within(1e-14));
    }

    @Test
    void theWideOneHoldsMoreByAFactorThatDependsOnTheConvention() {
        var t = 0.5;
        var factors = new double[] {4, 2, 1};
        var conventions = NoiseConvention.values();
        for (var k = 0; k < 3; k++) {
            var errors = new double[2];
            for (var i = 0; i < 2; i++) {
                var system = new WideAndNarrow(2, 0.1 / (i + 1));
                errors[i] = Math.log(factors[k]) + 3 * system.exponent(t) - logRatio(system, conventions[k], t);
            }
            // The barrier's transition lowers it by about (delta / pi)^2 x; in the limit exactly the factor.
            assertThat(errors[0]).isCloseTo(0, within(0.02));
            assertThat(errors[0] / errors[1]).isBetween(3.6, 4.4);
        }
    }

    private static double logRatio(WideAndNarrow system, NoiseConvention convention, double t) {
        var mesh = Mesh.adapted(
                convention.equation(system, t),
                null,
                system.w(-Math.PI),
                system.w(3 * Math.PI),
                4000,
                0,
                system.wide());
        var end = (EndState.Density) EndState.of(convention.equation(system, t), mesh);
        var faces = mesh.faces();
        var log = end.logDensity();
        return log[Arrays.binarySearch(faces, system.wide())] - log[Arrays.binarySearch(faces, 0)];
    }
}
