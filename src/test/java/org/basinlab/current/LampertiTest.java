package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.Pit;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;

class LampertiTest {
    private static final double T = 0.5;

    @Test
    void noiseInProportionToWMakesALogarithm() {
        var lamperti = Lamperti.of(NoiseConvention.ITO.equation(LinearLosses.spread(0.2), T), 1, 5, 400);
        for (var w : new double[] {1, 1.37, 4.9, 5}) {
            // S = 0.2 W; Gauss's rule is of sixth order in cells of 0.01.
            assertThat(lamperti.x(w)).isCloseTo(Math.log(w) / 0.2, within(1e-13));
            assertThat(lamperti.w(lamperti.x(w))).isCloseTo(w, within(1e-13));
        }
        // m = -T (W - 2) / (0.2 W) - T^2/2 0.2 for Ito.
        var w = 3.0;
        assertThat(-T * lamperti.equation().drift(lamperti.x(w))).isCloseTo(-T / 0.6 - 0.1 * T * T, within(1e-12));
    }

    @Test
    void theEndStateIsTheSameInEitherCoordinate() {
        for (var convention : NoiseConvention.values()) {
            var equation = convention.equation(EndStateTest.wells(), 0.3);
            var lamperti = Lamperti.of(equation, -2.2, 2.2, 800);
            var straight = Mesh.uniform(0, lamperti.length(), 800);
            var inX = (EndState.Density) EndState.of(lamperti.equation(), straight);
            var bent = new Mesh(Arrays.stream(straight.faces()).map(lamperti::w).toArray());
            var inW = (EndState.Density) EndState.of(equation, bent);
            for (var i = 0; i < straight.faces().length; i++) {
                var transformed = inW.logDensity()[i] + Math.log(lamperti.deviation(bent.faces()[i]));
                // Fourth order in the cells for the exponent, second for the norms.
                assertThat(inX.logDensity()[i]).as("%s", convention).isCloseTo(transformed, within(1e-4));
            }
        }
    }

    @Test
    void pathsInXHaveTheMomentsOfW() {
        var system = LinearLosses.spread(0.2);
        for (var convention : new NoiseConvention[] {NoiseConvention.ITO, NoiseConvention.STRATONOVICH}) {
            var lamperti = Lamperti.of(convention.equation(system, T), 0.3, 8, 2000);
            var inX = lamperti.equation();
            var stream = new RandomStream(3, RandomStream.WALKERS, 0);
            var sum = 0.0;
            var squares = 0.0;
            var paths = 4000;
            for (var i = 0; i < paths; i++) {
                var x = lamperti.x(1.5);
                for (var k = 0; k < 40; k++) {
                    x += 0.1 * -T * inX.drift(x) + Math.sqrt(0.1) * T * stream.normal(40L * i + k);
                }
                sum += lamperti.w(x);
                squares += Math.pow(lamperti.w(x), 2);
            }
            var mean = sum / paths;
            var sd = Math.sqrt(squares / paths - mean * mean);
            var exact = new LinearMoments(1.5, 0).under(convention, system, T, 4);
            // Standard errors 0.2 / sqrt(4000) = 0.003 and 0.0022, three of each, and Euler's bias.
            assertThat(mean).isCloseTo(exact.mean(), within(0.012));
            assertThat(sd).isCloseTo(exact.sd(), within(0.01));
        }
    }

    @Test
    void placesWithoutNoiseAreRefused() {
        assertThatThrownBy(() -> Lamperti.of(NoiseConvention.ITO.equation(Pit.PUBLISHED, 0.01), 0.5, 7.5, 10))
                .isInstanceOf(InputException.class);
    }
}
