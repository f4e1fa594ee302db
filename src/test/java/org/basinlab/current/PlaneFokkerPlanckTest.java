package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class PlaneFokkerPlanckTest {
    private static final double T = 0.3;
    private static final Covariance HESSIAN = new Covariance(1, 0.3, 0.5);
    private static final Covariance NOISE = new Covariance(1, -0.4, 0.6);
    private static final CirculatingGaussian EXACT = CirculatingGaussian.of(HESSIAN, NOISE, T);

    @Test
    void theGaussianSolvesLyapunovsEquation() {
        var c = EXACT.covariance();
        // H C + C H = T S2, entry by entry, of numbers of order 1: rounding.
        assertThat(2 * (HESSIAN.xx() * c.xx() + HESSIAN.xy() * c.xy())).isCloseTo(T * NOISE.xx(), within(1e-15));
        assertThat(HESSIAN.xy() * (c.xx() + c.yy()) + (HESSIAN.xx() + HESSIAN.yy()) * c.xy())
                .isCloseTo(T * NOISE.xy(), within(1e-15));
        assertThat(2 * (HESSIAN.yy() * c.yy() + HESSIAN.xy() * c.xy())).isCloseTo(T * NOISE.yy(), within(1e-15));
        // The current has no divergence: trace 0, and turning C antisymmetric.
        var b = EXACT.turning();
        assertThat(b[0] + b[3]).isCloseTo(0, within(1e-15));
        assertThat(b[0] * c.xx() + b[1] * c.xy()).isCloseTo(0, within(1e-15));
        assertThat(b[2] * c.xy() + b[3] * c.yy()).isCloseTo(0, within(1e-15));
    }

    @Test
    void anEndStateTurnsAboutItsMinimum() {
        var coarse = end(HESSIAN, NOISE, 51);
        var fine = end(HESSIAN, NOISE, 101);
        // Second order: the width's ratio squared is 3.92.
        var c = EXACT.covariance();
        assertThat((coarse.covariance().xx() - c.xx()) / (fine.covariance().xx() - c.xx()))
                .isBetween(3.6, 4.3);
        assertThat((coarse.covariance().xy() - c.xy()) / (fine.covariance().xy() - c.xy()))
                .isBetween(3.6, 4.3);
        assertThat((coarse.circulation() - EXACT.circulation()) / (fine.circulation() - EXACT.circulation()))
                .isBetween(3.6, 4.3);
        // Cells of 0.06 on a Gaussian whose narrow deviation is 0.25: (0.06 / 0.25)^2 / 24 and the like.
        assertThat(fine.circulation() / EXACT.circulation()).isCloseTo(1, within(0.003));
        assertThat(fine.mass()).isCloseTo(1, within(1e-12));
        assertThat((coarse.curl(25 * 51 + 25) - EXACT.curl()) / (fine.curl(50 * 101 + 50) - EXACT.curl()))
                .isBetween(3.4, 4.4);
        // A third derivative of the current stands in its error: (0.06 / 0.25)^2 / 6 three times over.
        assertThat(fine.curl(50 * 101 + 50) / EXACT.curl()).isCloseTo(1, within(0.03));
        var flow = 0.0;
        for (var i = 0; i < fine.density().length; i++) {
            var current = EXACT.current(fine.grid().x(i), fine.grid().y(i));
            flow += Math.hypot(current[0], current[1])
                    * fine.grid().width()
                    * fine.grid().height();
        }
        assertThat(fine.flow() / flow).isCloseTo(1, within(0.01));
    }

    @Test
    void twoDatapointsHaveNoiseInOneDirectionAndAnEndStateInTwo() {
        var hessian = new Covariance(1, 0, 0.4);
        var noise = new Covariance(1, 0.9, 0.81);
        var exact = CirculatingGaussian.of(hessian, noise, T);
        var errors = new double[2];
        for (var k = 0; k < 2; k++) {
            var cells = 40 * (k + 1) + 1;
            var grid = new Rectangle(-2.5, 2.5, -2.5, 2.5, cells, cells);
            var problem = PlaneFokkerPlanck.of(PlaneExamples.linear(hessian, noise), T, NoiseConvention.ITO, grid);
            var end = problem.endState();
            assertThat(problem.addedNoise(end)).isPositive().isLessThan(0.04);
            assertThat(Arrays.stream(end.density()).min().orElseThrow()).isNotNegative();
            assertThat(end.circulation() / exact.circulation()).isCloseTo(1, within(0.04));
            errors[k] = end.covariance().xx() / exact.covariance().xx() - 1;
        }
        // Three percent of noise is added, and upwinding's: a tenth in all, falling as the width to the power 2/3, to
        // 0.63.
        assertThat(errors[0]).isBetween(0.0, 0.12);
        assertThat(errors[1] / errors[0]).isBetween(0.4, 0.75);
        assertThatThrownBy(() -> CirculatingGaussian.of(hessian, new Covariance(1, 0, 0), T))
                .isInstanceOf(InputException.class);
    }

    @Test
    void noiseThatCommutesWithTheHessianDoesNotTurn() {
        // Along its own axes: twice the noise where the Hessian is 1.5, half where it is 0.5.
        var still = CirculatingGaussian.of(new Covariance(1, 0.5, 1), new Covariance(1.25, 0.75, 1.25), T);
        assertThat(still.circulation()).isCloseTo(0, within(1e-15));
        var end = end(new Covariance(1, 0.5, 1), new Covariance(1.25, 0.75, 1.25), 41);
        var turning = end(HESSIAN, NOISE, 41);
        // The grid's own currents are of second order in its cells: a hundredth of a real one.
        assertThat(Math.abs(end.circulation())).isLessThan(0.01 * Math.abs(turning.circulation()));
    }

    @Test
    void itSettlesInTimeAndKeepsItsMass() {
        var field = PlaneExamples.linear(HESSIAN, NOISE);
        var grid = new Rectangle(-3, 3, -3, 3, 31, 31);
        var problem = PlaneFokkerPlanck.of(field, T, NoiseConvention.ITO, grid);
        var start = CirculatingGaussian.of(new Covariance(1, 0, 1), new Covariance(1, 0, 1), 0.1);
        var exact = Math.exp(-T * 0.5);
        var errors = new double[2];
        for (var k = 0; k < 2; k++) {
            var flat = PlaneFokkerPlanck.of(
                    PlaneExamples.linear(new Covariance(0.5, 0, 0.5), NOISE), T, NoiseConvention.ITO, grid);
            var look = flat.after((x, y) -> start.density(x - 1, y), 1, 20 << k);
            errors[k] = look.mean()[0] - exact;
            assertThat(look.mass()).isCloseTo(1, within(1e-12));
        }
        // Backward Euler on the mean, which the rates give exactly: (1 + a dt)^-n, first order, but for the start's
        // lag.
        assertThat(errors[0] / errors[1]).isBetween(1.8, 2.2);
        var late = problem.after((x, y) -> start.density(x, y), 1e9, 3);
        var end = problem.endState();
        for (var i = 0; i < grid.cells(); i++) {
            // Both are right to rounding but for what is left of the start, 1e-27.
            assertThat(late.density()[i]).isCloseTo(end.density()[i], within(1e-9));
        }
    }

    @Test
    void fickIsAnotherEquationThanIto() {
        // S2 = (1 + x^2/4) I, no drift from Fick's mean: Ito's P S2 is flat where Fick's P is.
        var field = PlaneExamples.field(
                new Covariance(0, 0, 0),
                (x, y) -> new Covariance(1 + x * x / 4, 0, 1 + x * x / 4),
                (x, y) -> new Covariance(x / 2, 0, x / 2),
                null);
        var grid = new Rectangle(-1, 1, -1, 1, 41, 5);
        var ito = PlaneFokkerPlanck.of(field, T, NoiseConvention.ITO, grid).endState();
        var fick = PlaneFokkerPlanck.of(field, T, NoiseConvention.FICK, grid).endState();
        var middle = 2 * 41 + 20;
        var x = grid.x(middle + 15);
        assertThat(ito.density()[middle + 15] / ito.density()[middle]).isCloseTo(1 / (1 + x * x / 4), within(1e-12));
        // Second order in cells of 0.05.
        assertThat(fick.density()[middle + 15] / fick.density()[middle]).isCloseTo(1, within(1e-3));
    }

    /** Any covariance, singular ones too, in any direction. */
    @Property(tries = 25, seed = "20261122")
    void ratesAreNeverNegativeAndMassIsKept(
            @ForAll @DoubleRange(min = 0, max = 3.15) double angle,
            @ForAll @DoubleRange(min = 0, max = 1) double ratio,
            @ForAll @DoubleRange(min = 0.01, max = 50) double temperature) {
        var c = Math.cos(angle);
        var s = Math.sin(angle);
        var small = ratio < 0.2 ? 0 : Math.pow(ratio, 4);
        var noise = new Covariance(c * c + small * s * s, (1 - small) * c * s, s * s + small * c * c);
        var grid = new Rectangle(-2, 2, -1, 1, 16, 12);
        var rates = new PlaneRates(PlaneExamples.linear(HESSIAN, noise), temperature, 1, grid);
        assertThat(Arrays.stream(rates.rate)
                        .flatMapToDouble(Arrays::stream)
                        .min()
                        .orElseThrow())
                .isNotNegative();
        var look = PlaneFokkerPlanck.of(PlaneExamples.linear(HESSIAN, noise), temperature, NoiseConvention.ITO, grid)
                .after((x, y) -> Math.max(0, 0.5 - Math.hypot(x, y)), 3, 2);
        assertThat(look.mass()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(look.density()).min().orElseThrow()).isNotNegative();
    }

    @Property(tries = 200, seed = "20261122")
    void selling(
            @ForAll @DoubleRange(min = 0.1, max = 9) double xx,
            @ForAll @DoubleRange(min = 0.1, max = 9) double yy,
            @ForAll @IntRange(min = -9999, max = 9999) int tenThousandths) {
        var correlation = 1e-4 * tenThousandths;
        var d = new Covariance(xx, correlation * Math.sqrt(xx * yy), yy);
        var split = Selling.of(d);
        var sum = new double[3];
        for (var k = 0; k < 3; k++) {
            assertThat(split.weights()[k]).isNotNegative();
            sum[0] += split.weights()[k] * split.right()[k] * split.right()[k];
            sum[1] += split.weights()[k] * split.right()[k] * split.up()[k];
            sum[2] += split.weights()[k] * split.up()[k] * split.up()[k];
        }
        // Directions up to some tens of cells, squared, times rounding and the tolerance of 1e-14.
        assertThat(sum[0]).isCloseTo(d.xx(), within(1e-10));
        assertThat(sum[1]).isCloseTo(d.xy(), within(1e-10));
        assertThat(sum[2]).isCloseTo(d.yy(), within(1e-10));
    }

    @Test
    void noNoiseIsUpwindAndTheOtherConventionsAreRefused() {
        var still = PlaneExamples.linear(HESSIAN, new Covariance(0, 0, 0));
        var grid = new Rectangle(-2, 2, -2, 2, 21, 21);
        var look = PlaneFokkerPlanck.of(still, T, NoiseConvention.ITO, grid)
                .after((x, y) -> x > 1 && y > 1 ? 1 : 0, 100, 50);
        assertThat(look.mass()).isCloseTo(1, within(1e-12));
        // It has gathered in the cell of the minimum and its neighbours, of width 0.19.
        assertThat(Math.hypot(look.mean()[0], look.mean()[1])).isLessThan(0.1);
        assertThatThrownBy(() -> PlaneFokkerPlanck.of(still, T, NoiseConvention.STRATONOVICH, grid))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--convention");
    }

    private static PlaneDensity end(Covariance hessian, Covariance noise, int cells) {
        var grid = new Rectangle(-3, 3, -3, 3, cells, cells);
        return PlaneFokkerPlanck.of(PlaneExamples.linear(hessian, noise), T, NoiseConvention.ITO, grid)
                .endState();
    }
}
