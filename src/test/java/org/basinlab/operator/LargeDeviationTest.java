package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.basinlab.experiment.InputException;
import org.basinlab.landscape.SgdStep;
import org.junit.jupiter.api.Test;

class LargeDeviationTest {
    /** The root is put into the equation. */
    @Property(tries = 300, seed = "20261122")
    void theExponentSolvesItsEquation(
            @ForAll @DoubleRange(min = -3, max = 3) double a,
            @ForAll @DoubleRange(min = -3, max = 3) double b,
            @ForAll @DoubleRange(min = -3, max = 3) double c) {
        var p = LargeDeviation.exponent(a, b, c);
        var mean = (a + b + c) / 3;
        // A mean of rounding errors has no sign.
        Assume.that(Math.abs(mean) > 1e-9);
        if (Math.min(Math.min(a, b), c) * Math.signum(mean) >= 0
                && Math.max(Math.max(a, b), c) * Math.signum(mean) >= 0) {
            assertThat(p).isEqualTo(Math.signum(mean) * Double.POSITIVE_INFINITY);
        } else {
            assertThat(Math.signum(p)).isEqualTo(Math.signum(mean));
            var most = Math.max(Math.max(-p * a, -p * b), -p * c);
            // Scaled by the greatest term, 3; rounding of p is multiplied by it once more.
            var sum = Math.exp(-p * a - most) + Math.exp(-p * b - most) + Math.exp(-p * c - most);
            assertThat(sum).isCloseTo(3 * Math.exp(-most), within(1e-11 * (1 + Math.abs(p))));
        }
    }

    @Test
    void closedForms() {
        // No drift: x^-1 + x^-1 + x^2 = 3 with x = exp(p) is (x - 1)^2 (x + 2) = 0.
        assertThat(LargeDeviation.exponent(1, 1, -2)).isZero();
        // x^-1 + x^-1 + x = 3 is (x - 1)(x - 2) = 0.
        assertThat(LargeDeviation.exponent(1, 1, -1)).isCloseTo(Math.log(2), within(1e-13));
        assertThat(LargeDeviation.exponent(-1, -1, 1)).isCloseTo(-Math.log(2), within(1e-13));
        // Weak drift: the Gaussian 2 G / S2, to second order.
        assertThat(LargeDeviation.exponent(1 + 1e-7, -1 + 1e-7)).isCloseTo(2e-7, within(1e-16));
        // Huge and tiny numbers alike.
        assertThat(LargeDeviation.exponent(1e200, 1e200, -1e200)).isCloseTo(1e-200 * Math.log(2), within(1e-213));
        assertThat(LargeDeviation.exponent(3, 0)).isInfinite();
    }

    @Test
    void thePublishedPit() {
        var of = LargeDeviation.of(Pits.published(0.01), Pits.START, Pits.BARRIER);
        assertThat(of.pit()).isCloseTo(1.0074533, within(1e-7));
        assertThat(of.barrier()).isCloseTo(1.1743102, within(1e-7));
        // To the digits of the independent computation.
        assertThat(of.action()).isCloseTo(0.132, within(5e-4));
        assertThat(of.gaussian()).isCloseTo(0.0786, within(5e-5));
        // exp(-p G) cosh(p S) = 1 by bisection and the trapezoid rule.
        assertThat(of.action()).isCloseTo(trapezoid(of.pit(), of.barrier()), within(1e-6));
    }

    private static double trapezoid(double from, double to) {
        var n = 4000;
        var sum = 0.0;
        for (var i = 1; i < n; i++) {
            var w = from + (to - from) * i / n;
            var s = 100 * (w - 1) * Math.exp(-100 * (w - 1) * (w - 1));
            var g = 2 * (w - 2) * Math.exp(-(w - 2) * (w - 2)) + s;
            var low = g / (s * s);
            var high = 100 * low;
            for (var round = 0; round < 80; round++) {
                var p = 0.5 * (low + high);
                if (Math.log(Math.cosh(p * s)) > p * g) {
                    high = p;
                } else {
                    low = p;
                }
            }
            sum += low * (to - from) / n;
        }
        return sum;
    }

    @Test
    void theOtherSideOfAMirrorIsTheSame() {
        var step = Pits.published(0.01);
        var of = LargeDeviation.of(step, Pits.START, Pits.BARRIER);
        var mirrored = new SgdStep(Pits.mirrored(step.landscape()), 0.01);
        var down = LargeDeviation.of(mirrored, -Pits.START, -Pits.BARRIER);
        assertThat(down.action()).isCloseTo(of.action(), within(1e-12));
        assertThat(down.gaussian()).isCloseTo(of.gaussian(), within(1e-12));
        assertThat(down.barrier()).isCloseTo(-of.barrier(), within(1e-12));
    }

    /** g = W -+ 1 up to a height h: for Gaussian noise A = h^2; for two points p is known too: p G = log cosh p. */
    @Test
    void noiseOfConstantSize() {
        var step = new SgdStep(Pits.linear(new double[] {1, 1}, new double[] {-1, 1}), 0.1);
        var of = LargeDeviation.between(step, 0, 0.3);
        assertThat(of.gaussian()).isCloseTo(0.09, within(1e-12));
        // W = log cosh p / p, so A = integral of p dW = p W - integral of log cosh p / p dp; by series in W:
        // p = 2 W + 4/3 W^3 + ..., A = W^2 + W^4 / 3 + ...
        assertThat(of.action()).isCloseTo(0.09 + 0.0081 / 3, within(5e-4));
        assertThat(LargeDeviation.between(step, 0, -0.3).action()).isCloseTo(of.action(), within(1e-12));
        // Downhill costs nothing.
        assertThat(LargeDeviation.between(step, 0.3, 0).action()).isZero();
        // Nor can anything climb past what the noise can do.
        assertThat(LargeDeviation.between(step, 0, 1.1).action()).isInfinite();
        // The whole batch has no noise.
        var whole = new SgdStep(step.landscape(), 0.1, 2, 1);
        assertThat(LargeDeviation.between(whole, 0, 0.3).gaussian()).isInfinite();
        assertThat(LargeDeviation.between(whole, 0, 0.3).action()).isInfinite();
    }

    /** The rates know nothing of p: their slope, carried on to T = 0, is A. */
    @Test
    void exactRatesTendToIt() {
        var temperatures = new double[] {0.0016, 0.002, 0.0025};
        var rates = new double[3];
        for (var i = 0; i < 3; i++) {
            rates[i] = Pits.escape(temperatures[i]).rates().eigenvalue();
        }
        var action = LargeDeviation.of(Pits.published(0.01), Pits.START, Pits.BARRIER)
                .action();
        var atZero = new EscapeTimes(temperatures, rates).slopeAtZero(2);
        // Rates to 1e-3, slopes over 100 to 125 units of 1 / T, carried 4 of their distances on.
        assertThat(atZero.value()).isCloseTo(action, within(1e-3));
        // Far from the Gaussian one.
        assertThat(atZero.value()).isGreaterThan(0.1);
    }

    @Test
    void saysWhereThereIsNoPitOrBarrier() {
        assertThatThrownBy(() -> LargeDeviation.of(Pits.published(0.01), 1.5, 1.9))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--start");
        assertThatThrownBy(() -> LargeDeviation.of(Pits.published(0.01), Pits.START, 0.9))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no maximum");
    }
}
