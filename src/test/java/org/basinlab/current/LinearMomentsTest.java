package org.basinlab.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.Landscape;
import org.basinlab.landscape.Pit;
import org.basinlab.landscape.SgdStep;
import org.junit.jupiter.api.Test;

class LinearMomentsTest {
    private static final LinearMoments START = new LinearMoments(0.5, 0.01);

    @Test
    void theNumbersFoundBefore() {
        // Each is printed to four digits; the walkers' to their standard errors, 0.2328 / sqrt(2e5) = 5e-4.
        var fast = LinearLosses.spread(0.2);
        check(START.after(new SgdStep(fast, 0.5), 20), 1.9996, 0.2328, 1.5e-3);
        check(START.under(NoiseConvention.ITO, fast, 0.5, 20), 1.9999, 0.2010, 6e-5);
        check(START.under(NoiseConvention.STRATONOVICH, fast, 0.5, 20), 2.0201, 0.2040, 7e-5);
        var slow = LinearLosses.spread(0.9);
        check(START.after(new SgdStep(slow, 0.02), 1500), 1.9999, 0.1809, 1.5e-3);
        check(START.under(NoiseConvention.ITO, slow, 0.02, 1500), 2.0000, 0.1807, 6e-5);
        check(START.under(NoiseConvention.STRATONOVICH, slow, 0.02, 1500), 2.0163, 0.1830, 6e-5);
    }

    @Test
    void additiveNoiseHasKnownVariances() {
        var t = 0.5;
        var s = 0.7;
        var system = LinearLosses.additive(1, s);
        var scale = t * s * s;
        // The mean and variance relax as 0.5^n; after 200 steps nothing of the start is left.
        assertThat(START.after(new SgdStep(system, t), 200).variance()).isCloseTo(scale / (2 - t), within(1e-15));
        assertThat(variance(NoiseConvention.ITO, system, t)).isCloseTo(scale / 2, within(1e-14));
        assertThat(variance(NoiseConvention.STRATONOVICH, system, t)).isCloseTo(scale / 2, within(1e-14));
        assertThat(variance(NoiseConvention.MODIFIED_DRIFT, system, t)).isCloseTo(scale / (2 + t), within(1e-14));
        assertThat(variance(NoiseConvention.MODIFIED, system, t)).isCloseTo(scale * (1 + t) / (2 + t), within(1e-14));
    }

    @Test
    void theRecursionIsTheSumOverAllPaths() {
        var system = Landscape.of(LinearLosses.loss(1, 0.3), LinearLosses.loss(2.5, -1), LinearLosses.loss(-0.5, 0.2));
        var step = new SgdStep(system, 0.2, 2, 3);
        var exact = new LinearMoments(0.4, 0).after(step, 4);
        var ends = new double[] {0.4};
        for (var n = 0; n < 4; n++) {
            var next = new double[3 * ends.length];
            for (var i = 0; i < next.length; i++) {
                next[i] = step.from(ends[i / 3], step.batches().batch(i % 3));
            }
            ends = next;
        }
        var mean = Arrays.stream(ends).average().orElseThrow();
        var variance =
                Arrays.stream(ends).map(w -> (w - mean) * (w - mean)).average().orElseThrow();
        // 81 paths, sums of numbers of order 1: rounding.
        assertThat(exact.mean()).isCloseTo(mean, within(1e-14));
        assertThat(exact.variance()).isCloseTo(variance, within(1e-14));
    }

    @Test
    void theEquationsExponentialIsASumOfManySmallSteps() {
        // Richardson's extrapolation of Euler's steps of the three equations is all an independent solver needs.
        var system = LinearLosses.spread(0.4);
        var t = 0.3;
        var exact = START.under(NoiseConvention.STRATONOVICH, system, t, 5);
        var coarse = euler(system, t, 5, 20_000);
        var fine = euler(system, t, 5, 40_000);
        // What is left is of second order in 5 / 40 000.
        assertThat(2 * fine[0] - coarse[0]).isCloseTo(exact.mean(), within(1e-8));
        assertThat(2 * fine[1] - coarse[1]).isCloseTo(exact.variance() + exact.mean() * exact.mean(), within(1e-8));
    }

    @Test
    void curvedLossesAreRefused() {
        assertThatThrownBy(() -> START.under(NoiseConvention.ITO, Pit.PUBLISHED, 0.1, 1))
                .isInstanceOf(InputException.class);
    }

    private static double[] euler(Landscape system, double t, double time, int steps) {
        var mean = 0.5;
        var square = 0.26;
        var dt = time / steps;
        // S2 = 0.16 W^2; velocity -T (W - 2) + (T^2/4) 0.32 W.
        for (var k = 0; k < steps; k++) {
            var m1 = -t + 0.08 * t * t;
            var next = square + dt * (2 * m1 * square + 4 * t * mean + t * t * 0.16 * square);
            mean += dt * (m1 * mean + 2 * t);
            square = next;
        }
        assertThat(system.variance(1)).isCloseTo(0.16, within(1e-15));
        return new double[] {mean, square};
    }

    private static double variance(NoiseConvention convention, Landscape system, double t) {
        return START.under(convention, system, t, 1e4).variance();
    }

    private static void check(LinearMoments moments, double mean, double sd, double tolerance) {
        assertThat(moments.mean()).isCloseTo(mean, within(tolerance));
        assertThat(moments.sd()).isCloseTo(sd, within(tolerance));
    }
}
