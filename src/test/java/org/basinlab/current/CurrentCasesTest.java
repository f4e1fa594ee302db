package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.basinlab.experiment.Progress;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.Scenarios;
import org.basinlab.landscape.SgdStep;
import org.basinlab.walkers.Start;
import org.junit.jupiter.api.Test;

/** The cases that claims are judged on, against what is known of them by other means. */
class CurrentCasesTest {
    @Test
    void sgdsOwnLawHasItsExactMoments() {
        var step = new SgdStep(Scenarios.linearGradients(0.2), 0.5);
        var start = new Start.Normal(0.5, 0.1, Double.NEGATIVE_INFINITY);
        // A mesh that SGD leaves at once, so that it must be widened.
        var laws =
                new ExactLaw(step, start, new int[] {0, 3, 20}, 2).on(Mesh.uniform(0, 1.2, 1200), true, Progress.NONE);
        for (var at : laws.fine()) {
            var exact = new LinearMoments(0.5, 0.01).after(step, at.steps());
            assertThat(at.outside()).isLessThan(1e-8);
            assertThat(at.mean()).isCloseTo(exact.mean(), within(1e-6));
            // Each step adds h^2 / 4, h = 0.0005 and coarser outside, to 0.054; sd to half of that.
            assertThat(at.sd()).isCloseTo(exact.sd(), within(2e-5));
        }
    }

    @Test
    void withoutNoiseItIsGradientDescentOfEveryStart() {
        var step = new SgdStep(Pit.PUBLISHED, 0.02, 2, 1);
        var start = new Start.Normal(0.5, 0.175, 0);
        var law = new ExactLaw(step, start, new int[] {50}, 0.9)
                .on(Mesh.uniform(0, 2, 100), true, Progress.NONE)
                .fine()
                .get(0);
        var mass = 0.0;
        var mean = 0.0;
        var n = 4000;
        for (var i = 0; i < n; i++) {
            var w = 1.9 * (i + 0.5) / n;
            var weight = Math.exp(-0.5 * Math.pow((w - 0.5) / 0.175, 2));
            for (var k = 0; k < 50; k++) {
                w = step.from(w, 0, 1);
            }
            mass += weight;
            mean += weight * w;
        }
        // The midpoint rule on maps that bend on 0.05: second order in 0.0005.
        assertThat(law.mean()).isCloseTo(mean / mass, within(1e-5));
    }

    @Test
    void theEndStatesExponentIsThatOfTheStep() {
        for (var innerSteps : new int[] {1, 4}) {
            var c = EndExponent.of(innerSteps);
            // Right to first order in T = 0.02; the fit's own error is told.
            assertThat(c.measured()).isCloseTo(c.expected(), within(0.02));
            assertThat(c.error()).isLessThan(2e-3);
            var exact = new LinearMoments(2, 0)
                    .after(new SgdStep(EndExponent.landscape(), EndExponent.TEMPERATURE, 1, innerSteps), 5000);
            assertThat(c.mean()).isCloseTo(exact.mean(), within(1e-4));
        }
    }

    @Test
    void twiceAsWideInEveryLoss() {
        var landscape = TwoWidths.landscape(0.02, 1);
        for (var j = 0; j < 2; j++) {
            for (var d : new double[] {-0.4, 0, 0.3}) {
                // Mirrored, which makes the tilts change places. Far from the bend at 0 what is left of its 0.0025 is
                // 0.0025 / (8 W) in u: 1e-3 and less, times a curvature of 5 and a noise of 5.
                assertThat(landscape.losses().get(j).gradient(2 + 2 * d))
                        .isCloseTo(-0.5 * landscape.losses().get(1 - j).gradient(-1 - d), within(0.02));
            }
        }
        // 4^c e^3 for Ito, the post and Fick, but for the bend.
        for (var k = 0; k < 3; k++) {
            var convention = NoiseConvention.values()[k];
            assertThat(TwoWidths.ratio(convention, 0.02, 1) / (Math.pow(4, convention.share(1)) * Math.exp(3)))
                    .isCloseTo(1, within(0.03));
        }
    }

    @Test
    void formulasAreAField() {
        var turning = new FormulaField(TwoParameters.TURNING);
        var s = turning.covariance(0.3, -0.8);
        assertThat(s.xx()).isCloseTo(1, within(1e-14));
        assertThat(s.xy()).isCloseTo(-0.4, within(1e-14));
        assertThat(s.yy()).isCloseTo(0.6, within(1e-14));
        var g = turning.gradient(0.3, -0.8);
        assertThat(g[0]).isCloseTo(0.3 - 0.24, within(1e-14));
        assertThat(g[1]).isCloseTo(0.09 - 0.4, within(1e-14));
        var curved = new FormulaField(TwoParameters.CURVED);
        var h = 1e-4;
        var byX = curved.covarianceByX(0.3, -0.8);
        var byY = curved.covarianceByY(0.3, -0.8);
        // S2 is of second degree, where central differences are exact to rounding.
        assertThat(byX.xy())
                .isCloseTo(
                        (curved.covariance(0.3 + h, -0.8).xy()
                                        - curved.covariance(0.3 - h, -0.8).xy())
                                / (2 * h),
                        within(1e-10));
        assertThat(byY.xx())
                .isCloseTo(
                        (curved.covariance(0.3, -0.8 + h).xx()
                                        - curved.covariance(0.3, -0.8 - h).xx())
                                / (2 * h),
                        within(1e-10));
    }

    @Test
    void twoParametersTurnAsLyapunovSays() {
        var plane = TwoParameters.solve();
        // Cells of 0.1 on a deviation of 0.25: (0.1 / 0.25)^2 / 24.
        assertThat(plane.circulation() / plane.circulationExact()).isCloseTo(1, within(0.01));
        assertThat(plane.curvatureTurning()).isCloseTo(0, within(1e-9));
        // S2 = (u^2, u v; u v, v^2 + 1) / 2, u = 1 + y/2, v = x/2: by hand, K = -1/8 at 0.
        assertThat(plane.curvatureCurved()).isCloseTo(-0.125, within(1e-8));
    }

    @Test
    void errorsInThePitAreThoseOfTheEquations() {
        var errors = PitErrors.of(List.of(0.015), 1, Progress.NONE);
        assertThat(errors.escapes()).hasSize(10).allMatch(e -> Math.abs(e.mass() - 1) < 1e-12 && e.minimum() >= 0);
        for (var escape : errors.escapes()) {
            // 100 000 walkers: 0.0318 and 0.3251, and an operator good to 1e-3.
            assertThat(escape.sgd()).isCloseTo(escape.steps() == 100 ? 0.0318 : 0.3251, within(0.003));
            assertThat(escape.inRange()).isEqualTo(!escape.convention().modified());
        }
        for (var rate : errors.rates()) {
            // Once the start is forgotten, what has not escaped falls by the rate: 900 steps.
            var early = escaped(errors, rate.convention(), 100);
            var late = escaped(errors, rate.convention(), 1000);
            assertThat(Math.log((1 - early) / (1 - late)) / 900 / rate.rate()).isCloseTo(1, within(0.1));
        }
    }

    private static double escaped(PitErrors errors, NoiseConvention convention, int steps) {
        return errors.escapes().stream()
                .filter(e -> e.convention() == convention && e.steps() == steps)
                .findFirst()
                .orElseThrow()
                .escaped();
    }

    @Test
    void picksHaveBothEnds() {
        assertThat(Picks.of(5, 11)).containsExactly(0, 1, 2, 3, 4);
        assertThat(Picks.of(101, 3)).containsExactly(0, 50, 100);
    }
}
