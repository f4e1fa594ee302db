package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.StationaryPoints;
import org.basinlab.walkers.Start;
import org.junit.jupiter.api.Test;

class FokkerPlanckTest {
    private static final double NOWHERE = Double.NEGATIVE_INFINITY;
    private static final double PIT =
            StationaryPoints.of(Pit.PUBLISHED.losses().get(1), 0.9, 1.1).get(0).w();
    private static final double BARRIER =
            StationaryPoints.of(Pit.PUBLISHED.losses().get(1), 1.1, 1.3).get(0).w();

    /** Any temperature from harmless to absurd, any mesh, any step, noise that vanishes over most of the domain. */
    @Property(tries = 60, seed = "20261122")
    void massIsKeptAndNoDensityIsNegative(
            @ForAll @DoubleRange(min = -4, max = 2) double logTemperature,
            @ForAll @DoubleRange(min = -3, max = 6) double logStep,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 3, max = 300) int cells,
            @ForAll NoiseConvention convention) {
        var equation = convention.equation(Pit.PUBLISHED, Math.pow(10, logTemperature), share, 1);
        var problem = new FokkerPlanck(
                equation,
                new Start.Normal(1.1, 0.3, 0.2),
                1.2,
                Mesh.uniform(0.1, 3, cells),
                Edge.CLOSED,
                Edge.CLOSED,
                1e-4);
        var state = problem.run(5 * Math.pow(10, logStep), 5).state();
        assertThat(state.mass()).isCloseTo(1, within(1e-12));
        assertThat(state.minimum()).isNotNegative();
    }

    @Test
    void thePitIsSolvedAndConverges() {
        var start = new Start.Point(PIT);
        var equation = NoiseConvention.ITO.equation(Pit.PUBLISHED, 0.015);
        var coarse = FokkerPlanck.of(equation, start, BARRIER, 1000, 1000);
        var time = new double[] {1000};
        var first = coarse.run(time, Progress.NONE).get(0).state();
        var second = coarse.refined().run(time, Progress.NONE).get(0).state();
        var uniform = new FokkerPlanck(
                        equation, start, BARRIER, Mesh.uniform(0.5, 2.5, 8000), Edge.CLOSED, Edge.CLOSED, 1e-4)
                .run(time, Progress.NONE)
                .get(0)
                .state();
        assertThat(first.mass()).isCloseTo(1, within(1e-12));
        // Twice the cells move the escaped mass by less than 2e-4.
        assertThat(first.escaped()).isCloseTo(second.escaped(), within(2e-4));
        // Another mesh altogether; its barrier is not a face, which is worth the density there times half a cell.
        assertThat(uniform.escaped()).isCloseTo(second.escaped(), within(1e-3));
        // Not the walkers' 0.325 by luck: the equation's is 0.3265, SGD's noise is not Gaussian.
        assertThat(second.escaped()).isBetween(0.32, 0.335);
    }

    @Test
    void aNarrowStartIsAPoint() {
        var equation = NoiseConvention.STRATONOVICH.equation(Pit.PUBLISHED, 0.02);
        var escaped = new double[3];
        var starts = new Start[] {
            new Start.Normal(PIT, 0.02, NOWHERE), new Start.Normal(PIT, 0.002, NOWHERE), new Start.Point(PIT)
        };
        for (var i = 0; i < 3; i++) {
            escaped[i] = FokkerPlanck.of(equation, starts[i], BARRIER, 100, 1500)
                    .run(new double[] {100}, Progress.NONE)
                    .get(0)
                    .state()
                    .escaped();
        }
        // The start's variance matters in proportion: a hundredth of it changes a hundredth as much.
        assertThat(Math.abs(escaped[1] - escaped[2])).isLessThan(0.1 * Math.abs(escaped[0] - escaped[2]));
    }

    @Test
    void theCurrentIsWhatTheMassBelowLoses() {
        var equation = NoiseConvention.ITO.equation(LinearLosses.spread(0.2), 0.1);
        var problem = new FokkerPlanck(
                equation,
                new Start.Normal(0.5, 0.2, NOWHERE),
                2,
                Mesh.uniform(-1, 4, 300),
                Edge.CLOSED,
                Edge.CLOSED,
                1e-4);
        var before = problem.run(1.99, 199);
        var now = problem.run(2.0, 200);
        var after = problem.run(2.01, 201);
        var below = 0.0;
        var largest = 0.0;
        for (var i = 0; i < 300; i++) {
            below -= (after.density()[i] - before.density()[i]) * now.mesh().width(i) / 0.02;
            // Central in time: an error of second order in 0.01 over a relaxation time of 10.
            assertThat(now.current()[i + 1]).isCloseTo(below, within(2e-5));
            largest = Math.max(largest, now.current()[i + 1]);
        }
        assertThat(largest).isGreaterThan(0.05);
    }

    @Test
    void infinitePecletNumbersAreUpwind() {
        assertThat(Rates.passing(0, -3, 0.1)).isEqualTo(3);
        assertThat(Rates.passing(0, 3, 0.1)).isZero();
        assertThat(Rates.passing(0, 0, 0.1)).isZero();
        assertThat(Rates.passing(Double.MIN_VALUE, -3, 0.1)).isEqualTo(3);
        assertThat(Rates.passing(2, 0, 0.1)).isEqualTo(20);
        // b(q) = 1 - q/2 + q^2/12 - ...: no cancellation at small q.
        assertThat(Rates.passing(2, 1e-9, 0.1)).isCloseTo(20 - 0.5e-9, within(1e-14));
        assertThat(Rates.passing(1, -0.3, 1) - Rates.passing(1, 0.3, 1)).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void whatIsAbsorbedHasPassed() {
        // Brownian motion from 0 passes 1 before t with probability 2 (1 - Phi(1 / (T sqrt t))).
        var equation = NoiseConvention.ITO.equation(LinearLosses.additive(0, 1), 0.5);
        var exact = 2 * new NormalDistribution().cumulativeProbability(-1);
        var errors = new double[2];
        for (var k = 0; k < 2; k++) {
            // 105 and 315 cells: the start is a cell's centre in both.
            var mesh = Mesh.uniform(-9, 1, k == 0 ? 105 : 315);
            var state = new FokkerPlanck(equation, new Start.Point(0), 1, mesh, Edge.CLOSED, Edge.ABSORBING, 1e-4)
                    .run(4, 2000)
                    .state();
            errors[k] = Math.abs(1 - state.mass() - exact);
            assertThat(state.minimum()).isNotNegative();
        }
        // Of second order in cells of 0.095 on a length of 1; a third of the width is a ninth of the error.
        assertThat(errors[0]).isLessThan(2e-3);
        assertThat(errors[0] / errors[1]).isBetween(7.5, 10.5);
    }

    @Test
    void tooLongAStepEndsInTheEndState() {
        var equation = NoiseConvention.FICK.equation(LinearLosses.additive(1, 1), 0.5);
        var mesh = Mesh.uniform(-4, 4, 400);
        var end = (EndState.Density) EndState.of(equation, mesh);
        var state = new FokkerPlanck(equation, new Start.Point(2), 0, mesh, Edge.CLOSED, Edge.CLOSED, 1e-4)
                .run(1e12, 3)
                .state();
        // The same cells; between them both are exact for a constant force, here to h^2 / 12 of the variance.
        assertThat(state.sd()).isCloseTo(end.sd(), within(1e-4));
    }

    @Test
    void aDensityThatIsNotHeldIsRefused() {
        var away = NoiseConvention.ITO.equation(LinearLosses.additive(-1, 1), 0.5);
        assertThatThrownBy(() -> FokkerPlanck.of(away, new Start.Point(0), 1, 1e4, 100))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> NoiseConvention.ITO.equation(Pit.PUBLISHED, -1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--temperature");
    }
}
