package org.basinlab.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.basinlab.experiment.InputException;
import org.basinlab.operator.EscapeTimeFit.Law;
import org.junit.jupiter.api.Test;

class EscapeTimesTest {
    private static final double[] TEMPERATURES =
            IntStream.range(0, 12).mapToDouble(i -> 0.005 + 0.001 * i).toArray();

    private static EscapeTimes following(DoubleUnaryOperator logTime) {
        var rates = Arrays.stream(TEMPERATURES)
                .map(t -> Math.exp(-logTime.applyAsDouble(t)))
                .toArray();
        return new EscapeTimes(TEMPERATURES, rates);
    }

    private static EscapeTimeFit fit(EscapeTimes times, Law law) {
        return times.fits(0.13, 1.1).stream()
                .filter(f -> f.law() == law)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachLawFindsItsOwnCoefficients() {
        var linear = fit(following(t -> 20 - 700 * t), Law.LINEAR);
        assertThat(linear.coefficients()).containsExactly(new double[] {20, -700}, within(1e-8));
        var reciprocal = fit(following(t -> 2 + 0.2 / t), Law.RECIPROCAL);
        assertThat(reciprocal.coefficients()).containsExactly(new double[] {2, 0.2}, within(1e-10));
        var deviation = fit(following(t -> 0.13 / t + 5 + 1.5 * Math.log(t)), Law.LARGE_DEVIATION);
        assertThat(deviation.coefficients()).containsExactly(new double[] {5, 1.5}, within(1e-9));
        for (var fit : new EscapeTimeFit[] {linear, reciprocal, deviation}) {
            // Rounding of logarithms of about 20, through exp and back.
            assertThat(fit.residualSd()).isLessThan(1e-11);
            assertThat(fit.holdsFrom()).isEqualTo(TEMPERATURES[0]);
            assertThat(fit.holdsTo()).isEqualTo(TEMPERATURES[11]);
        }
    }

    @Test
    void aLawHoldsWhereItIsTrueAndNotBeyond() {
        // 1/T up to 0.01, then flat.
        var times = following(t -> 0.2 / Math.min(t, 0.01));
        var fit = fit(times, Law.RECIPROCAL);
        assertThat(fit.residualSd()).isGreaterThan(1);
        assertThat(fit.holdsFrom()).isEqualTo(TEMPERATURES[0]);
        assertThat(fit.holdsTo()).isBetween(0.0099, 0.0111);
        // With n - 2 degrees of freedom: a fit's residuals, by their definition.
        var squares = 0.0;
        for (var t : TEMPERATURES) {
            var miss = 0.2 / Math.min(t, 0.01) - fit.coefficients()[0] - fit.coefficients()[1] / t;
            squares += miss * miss;
        }
        assertThat(fit.residualSd()).isCloseTo(Math.sqrt(squares / 10), within(1e-9));
    }

    @Test
    void slopesAndTheirLimit() {
        // d/d(1/T) of A/T + a + c log T is A - c T.
        var times = following(t -> 0.13 / t + 5 + 1.5 * Math.log(t));
        for (var slope : times.slopes()) {
            // Secants of the logarithm over a tenth to a fifth of T: second order.
            assertThat(slope.slope())
                    .isCloseTo(0.13 - 1.5 * slope.temperature(), within(0.02 * 1.5 * slope.temperature()));
        }
        assertThat(times.slopes()).hasSize(11);
        assertThat(times.slopeAtZero(6).value()).isCloseTo(0.13, within(2e-4));
        assertThat(following(t -> 3 + 0.2 / t).slopeAtZero(11).value()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new EscapeTimes(new double[] {1, 2}, new double[] {1, 2}))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new EscapeTimes(new double[] {1, 2, 3}, new double[] {1, 0, 2}))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("T = 2.0");
        assertThatThrownBy(() -> new EscapeTimes(new double[] {1, 3, 2}, new double[] {1, 1, 1}))
                .isInstanceOf(InputException.class);
        var times = following(t -> t);
        assertThatThrownBy(() -> times.slopeAtZero(1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> times.fits(Double.POSITIVE_INFINITY, 1.1)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> times.fits(0.1, 1)).isInstanceOf(InputException.class);
    }
}
