package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.StationaryPoints;
import org.basinlab.walkers.Start;
import org.junit.jupiter.api.Test;

class PassageTimeTest {
    private static final double PIT =
            StationaryPoints.of(Pit.PUBLISHED.losses().get(1), 0.9, 1.1).get(0).w();

    @Test
    void brownianMotionTakesTheSquareOfTheWay() {
        // From a closed end to a distance L: L^2 / (2 a), a = T^2 / 2.
        var equation = NoiseConvention.ITO.equation(LinearLosses.additive(0, 1), 0.5);
        assertThat(PassageTime.of(equation, 0, 0, 3, 100).steps()).isCloseTo(36, within(1e-10));
    }

    @Test
    void aPureDriftTakesItsTime() {
        // From 0.5 to 1.5 down to W = 2 at speed T (2 - W): log(1.5 / 0.5) / T.
        var equation = NoiseConvention.ITO.equation(LinearLosses.spread(0.2), 0.1, 0, 1);
        // The trapezoid of 1 / speed at midpoints carried on: of first order in 1 / 20 000.
        assertThat(PassageTime.of(equation, 0, 0.5, 1.5, 20_000).steps()).isCloseTo(10 * Math.log(3), within(1e-3));
        assertThatThrownBy(() -> PassageTime.of(equation, 0, 0.5, 2.5, 1000))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no noise");
    }

    @Test
    void theTimeIsTheIntegralOfTheDensityThatIsLeft() {
        // Mean first passage = integral of the mass that an absorbing end has not taken.
        var wells = EndStateTest.wells();
        for (var convention : NoiseConvention.values()) {
            var equation = convention.equation(wells, 0.5);
            var mesh = Mesh.uniform(-3, 0.5, 700);
            var times = new double[400];
            for (var i = 0; i < times.length; i++) {
                times[i] = 40 * (i + 0.5);
            }
            var looks = new FokkerPlanck(equation, new Start.Point(-1), 1, mesh, Edge.CLOSED, Edge.ABSORBING, 1e-4)
                    .run(times, Progress.NONE);
            var sum = 0.0;
            for (var look : looks) {
                sum += 40 * look.state().mass();
            }
            var tau = PassageTime.of(equation, -3, -1, 0.5, 4000).steps();
            assertThat(looks.get(399).state().mass()).isLessThan(1e-4);
            // The sum over the midpoints of 40 steps of a time of a thousand, and the cells: a thousandth each.
            assertThat(sum / tau).as("%s", convention).isCloseTo(1, within(4e-3));
        }
    }

    @Test
    void itoLeavesThePitAtTheKnownRates() {
        // Known to two digits.
        assertThat(rate(0.010, 8000)).isBetween(2.1e-5, 2.35e-5);
        assertThat(rate(0.015, 8000)).isBetween(3.85e-4, 3.95e-4);
        assertThat(rate(0.020, 8000)).isBetween(1.65e-3, 1.75e-3);
        var ratio = (rate(0.012, 1000) - rate(0.012, 16_000)) / (rate(0.012, 2000) - rate(0.012, 16_000));
        // Second order.
        assertThat(ratio).isBetween(3.6, 4.4);
    }

    @Test
    void timesBeyondADoubleHaveLogarithms() {
        var equation = NoiseConvention.ITO.equation(Pit.PUBLISHED, 1e-5);
        var time = PassageTime.of(equation, 0.95, PIT, 1.5, 20_000);
        assertThat(time.steps()).isInfinite();
        // 0.0786 / T, Freidlin and Wentzell's exponent for Gaussian noise, known to its three digits.
        assertThat(time.logSteps() * 1e-5).isCloseTo(0.0786, within(5e-4));
    }

    private static double rate(double temperature, int cells) {
        return PassageTime.of(NoiseConvention.ITO.equation(Pit.PUBLISHED, temperature), 0.95, PIT, 1.5, cells)
                .rate();
    }
}
