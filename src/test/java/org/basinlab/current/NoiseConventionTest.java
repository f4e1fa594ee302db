package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.junit.jupiter.api.Test;

class NoiseConventionTest {
    private static final LinearMoments START = new LinearMoments(0.5, 0.01);

    /** Multiplicative and additive noise together, so that no term of the expansion drops out. */
    private static final Landscape SYSTEM =
            Landscape.of(LinearLosses.loss(1.4, 2.5), LinearLosses.loss(0.6, 1.2), LinearLosses.loss(1, 2));

    @Test
    void theModifiedMeanIsOfSecondOrderForAnyInnerSteps() {
        for (var r : new int[] {1, 2, 5, 1000}) {
            var ratio = meanError(NoiseConvention.MODIFIED, 0.1, r) / meanError(NoiseConvention.MODIFIED, 0.05, r);
            // Second order is 4, and third is 8.
            assertThat(ratio).as("r = %s", r).isBetween(3.4, 8.5);
        }
    }

    @Test
    void itoIsFirstOrderAndTheWrongLimitForManyInnerSteps() {
        // Against SGD itself, at fixed T n, each unmodified equation is of first order: a ratio of 2.
        assertThat(meanError(NoiseConvention.ITO, 0.1, 1) / meanError(NoiseConvention.ITO, 0.05, 1))
                .isBetween(1.8, 2.3);
        // With a thousand inner steps the post's equation is all but the modified one, and Ito is not.
        assertThat(meanError(NoiseConvention.STRATONOVICH, 0.1, 1000))
                .isLessThan(0.05 * meanError(NoiseConvention.ITO, 0.1, 1000));
        assertThat(meanError(NoiseConvention.STRATONOVICH, 0.1, 1))
                .isGreaterThan(meanError(NoiseConvention.ITO, 0.1, 1));
    }

    @Test
    void theBetterModifiedEquationHasAStationaryVarianceRightToSecondOrder() {
        for (var r : new int[] {1, 3}) {
            var both = varianceError(NoiseConvention.MODIFIED, 0.1, r);
            assertThat(both / varianceError(NoiseConvention.MODIFIED, 0.05, r)).isBetween(3.4, 4.6);
            assertThat(both).isLessThan(0.1 * varianceError(NoiseConvention.MODIFIED_DRIFT, 0.1, r));
        }
        // With the drift alone modified, plain SGD's variance is further off than Ito's.
        assertThat(varianceError(NoiseConvention.MODIFIED_DRIFT, 0.1, 1))
                .isGreaterThan(varianceError(NoiseConvention.ITO, 0.1, 1));
    }

    @Test
    void slopesAreDerivatives() {
        for (var convention : NoiseConvention.values()) {
            var equation = convention.equation(Pit.PUBLISHED, 0.012, 0.5, 2);
            for (var w : new double[] {0.93, 1.02, 1.15}) {
                var h = 1e-5;
                var slope = (equation.diffusion(w + h) - equation.diffusion(w - h)) / (2 * h);
                // Central differences: (h / 0.07)^2 / 6 of values up to 2000.
                assertThat(equation.diffusionSlope().applyAsDouble(w)).isCloseTo(slope, within(2e-4));
            }
        }
    }

    @Test
    void theShareOfABatchMultipliesTheNoiseAlone() {
        var whole = NoiseConvention.ITO.equation(Pit.PUBLISHED, 0.01);
        var part = NoiseConvention.ITO.equation(Pit.PUBLISHED, 0.01, 0.25, 1);
        assertThat(part.diffusion(1.05)).isEqualTo(0.25 * whole.diffusion(1.05));
        assertThat(part.drift(1.05)).isEqualTo(whole.drift(1.05));
    }

    private static double meanError(NoiseConvention convention, double t, int r) {
        var step = new SgdStep(SYSTEM, t, 1, r);
        var n = (long) Math.rint(1 / t);
        return Math.abs(
                START.under(convention, step, n).mean() - START.after(step, n).mean());
    }

    /** Relative, of additive noise, long after the start. */
    private static double varianceError(NoiseConvention convention, double t, int r) {
        var step = new SgdStep(LinearLosses.additive(1, 1), t, 1, r);
        var exact = START.after(step, 2000).variance();
        return Math.abs(START.under(convention, step, 2000).variance() / exact - 1);
    }
}
