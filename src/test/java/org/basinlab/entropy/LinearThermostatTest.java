package org.basinlab.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.entropy.LinearThermostat.Spread;
import org.basinlab.experiment.InputException;
import org.basinlab.experiment.Progress;
import org.basinlab.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact entropies of the square on its way, against its area, quadrature and estimates. */
class LinearThermostatTest {
    @ParameterizedTest
    @CsvSource({"0.3, 0.1, 10", "-0.7, 2, 0", "1, 1, 3", "2.5, 0.01, -4"})
    void jointEntropyIsTheLogarithmOfTheArea(double gain, double side, double centre) {
        var thermostat = new LinearThermostat(gain, side, centre);
        for (var n = 0; n < 6; n++) {
            var corners = thermostat.corners(n);
            var twice = 0.0;
            for (var c = 0; c < 4; c++) {
                var one = corners.get(c);
                var other = corners.get((c + 1) % 4);
                var centred = thermostat.centre(n);
                twice += (one.thermostat() - centred.thermostat()) * (other.room() - centred.room())
                        - (other.thermostat() - centred.thermostat()) * (one.room() - centred.room());
            }
            // Corners are rounded at the size of the centre, up to 1e3 after five steps, the area is down to 1e-4.
            assertThat(thermostat.entropy(n)).isCloseTo(Math.log(Math.abs(twice) / 2) / Math.log(2), within(1e-7));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 0.2", "3, 1.5", "0.02, 0.02"})
    void theTrapezoidsEntropyIsItsIntegral(double wide, double narrow) {
        var cells = 200_000;
        var reach = (wide + narrow) / 2;
        var h = 0.0;
        for (var i = 0; i < cells; i++) {
            var at = Math.abs((i + 0.5) / cells * 2 - 1) * reach;
            var density = (at <= (wide - narrow) / 2 ? 1 : (reach - at) / narrow) / wide;
            h -= density * Math.log(density) / Math.log(2) * 2 * reach / cells;
        }
        // The midpoint rule on f log f near f = 0 is off by some log(cells) / cells^2; at the rectangle's kink by 1 /
        // cells.
        assertThat(new Trapezoid(wide, narrow).entropy()).isCloseTo(h, within(1e-5));
    }

    /** Where a law is wide, doubles tell its determinant; where it is not, a run says so instead of failing in an estimate. */
    @ParameterizedTest
    @CsvSource({
        "0.3, 0, 1, true",
        "0.3, 100, 100, true",
        "-0.9, 50, 50, false",
        "0.1, 1, 1, true",
        "0.01, 20, 1, false",
        "0.01, 0, 20, false",
        "1000, 0, 3, true"
    })
    void onlyWideLawsAreEstimated(double gain, int before, int steps, boolean wide) {
        var thermostat = new LinearThermostat(gain, 1, 0);
        assertThat(thermostat.isWide(before, steps)).isEqualTo(wide);
        for (var n : List.of(before, before + steps)) {
            // Of 16 digits the narrowest leaves six.
            assertThat(ContinuousRun.variances(thermostat, n).determinantAdjusted())
                    .satisfies(d -> assertThat(!wide || Math.abs(d) < 1e-5).isTrue());
        }
        var setting = new EntropyConfig.Continuous(thermostat, 1, 10, 1, 2);
        if (wide) {
            assertThat(config(setting, before, steps).steps()).isEqualTo(steps);
        } else {
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> config(setting, before, steps))
                    .withMessageContaining("take fewer steps");
        }
    }

    private static EntropyConfig config(EntropyConfig.Continuous setting, int before, int steps) {
        return new EntropyConfig("continuous", null, setting, steps, before, List.of(), 1, "auto", 1);
    }

    @ParameterizedTest
    @CsvSource({
        "1e4, 1, 0, --gain",
        "1e-4, 1, 0, --gain",
        "0.3, 1e40, 0, --side",
        "0.3, 1e-40, 0, --side",
        "0.3, 1, 1e40, --centre"
    })
    void sizesThatWouldOverflowAreRefused(double gain, double side, double centre, String named) {
        var thermostat = new LinearThermostat(gain, side, centre);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new EntropyConfig.Continuous(thermostat, 1, 10, 1, 2))
                .withMessageStartingWith(named);
    }

    /** The step adds the same to both entropies. */
    @Test
    void strengthIsTheMutualInformation() {
        for (var before = 0; before < 10; before++) {
            var bits = LinearThermostat.P6.bits(before, 3);
            // Sums of a few logarithms, the largest near 30.
            assertThat(bits.adjustedStrength()).isCloseTo(0, within(1e-13));
            assertThat(bits.strength()).isCloseTo(bits.mutualInformation(), within(1e-13));
            assertThat(bits.mutualInformation()).isGreaterThan(-1e-12);
        }
        // After one step sT is uniform and sR = sR0 - 0.3 sT0: h = log2 0.1 each, and 0.3 / 2 natural units of the
        // slopes.
        var one = LinearThermostat.P6.bits(1, 1);
        assertThat(one.decorrelated()).isCloseTo(2 * Math.log(0.1) / Math.log(2) + 0.15 / Math.log(2), within(1e-12));
    }

    @Test
    void estimatesAgreeWithTheExactNumbersOnAnyNumberOfThreads() {
        var results = new ContinuousRun(config(2)).run(Progress.NONE);
        assertThat(results).isEqualTo(new ContinuousRun(config(1)).run(Progress.NONE));
        for (var estimate : results.continuous().estimates()) {
            // The bias at edges is of order 1 / sqrt(n), 0.026 here, several times where the law is narrow.
            assertThat(estimate.mean()).as(estimate.what()).isCloseTo(estimate.exact(), within(0.1));
        }
        var adjusted = results.continuous().estimates().get(5);
        assertThat(adjusted.what()).isEqualTo("adjusted_strength");
        // P and P next are alike but for a linear map, which the estimator follows but for a turn.
        assertThat(adjusted.mean()).isCloseTo(0, within(0.02));
        for (var row : results.continuous().nonlinear()) {
            if (row.gain() >= 1) {
                // Below that gain the law is a narrow ridge, and its bias larger; 5 standard errors and the bias of
                // edges.
                assertThat(row.mean())
                        .as("w = %s, k = %s", row.weight(), row.gain())
                        .isCloseTo(row.exact(), within(5 * row.standardError() + 0.03));
            }
        }
    }

    private static EntropyConfig config(int threads) {
        return new EntropyConfig(
                "continuous",
                null,
                new EntropyConfig.Continuous(LinearThermostat.P6, 1, 1500, 4, 6),
                1,
                1,
                List.of(),
                3,
                "auto",
                threads);
    }

    @Test
    void logVariances() {
        for (var before = 0; before < 40; before++) {
            var determinant = LinearThermostat.P6.variances(Spread.DETERMINANT, before);
            // A determinant of terms that cancel to 1e-3 of their size, in a logarithm.
            assertThat(determinant.adjustedStrength()).isCloseTo(0, within(1e-10));
        }
        // One step from the square: covariance (1, 1; 1, 1 + k^2), so -log(1 - rho^2) = log((1 + k^2) / k^2).
        assertThat(LinearThermostat.P6.variances(Spread.DETERMINANT, 1).strength())
                .isCloseTo(Math.log(1.09 / 0.09), within(1e-12));
        assertThat(LinearThermostat.P6.variances(Spread.ROOM, 1).adjustedStrength())
                .isGreaterThan(0.1);
        assertThat(LinearThermostat.P6.variances(Spread.TRACE, 1).adjustedStrength())
                .isGreaterThan(0.1);
    }

    /** Against many random points: means of log2 |J| under both laws, J by finite differences. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.5})
    void saturatingQuadratureAgainstRandomPoints(double weight) {
        var thermostat = new SaturatingThermostat(1.2, 0.8, weight);
        var side = 2.0;
        var stream = new RandomStream(4, 97, 0);
        var n = 40_000;
        var differences = IntStream.range(0, n)
                .mapToDouble(i -> {
                    var t = side * (stream.uniform(5L * i) - 0.5);
                    var r = side * (stream.uniform(5L * i + 1) - 0.5);
                    var other = side * (stream.uniform(5L * i + 2) - 0.5);
                    var room = thermostat.room(t, r);
                    return logJacobian(thermostat, other, room) - logJacobian(thermostat, r, room);
                })
                .toArray();
        var mean = Arrays.stream(differences).average().orElseThrow();
        var sd = Math.sqrt(Arrays.stream(differences)
                .map(d -> (d - mean) * (d - mean))
                .average()
                .orElseThrow());
        // Four standard errors, and 1e-8 of the finite differences.
        assertThat(thermostat.adjustedStrength(side)).isCloseTo(mean, within(4 * sd / Math.sqrt(n) + 1e-7));
        if (weight < 0.1) {
            assertThat(thermostat.adjustedStrength(side)).isCloseTo(0, within(1e-12));
        } else {
            assertThat(thermostat.adjustedStrength(side)).isGreaterThan(0.01);
        }
    }

    private static double logJacobian(SaturatingThermostat thermostat, double t, double r) {
        // The map is (t, r) -> (r, room): J = -d room / d t.
        var h = 1e-5;
        return Math.log(Math.abs(thermostat.room(t + h, r) - thermostat.room(t - h, r)) / (2 * h)) / Math.log(2);
    }

    @Test
    void noGainIsNoSystem() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new LinearThermostat(0, 1, 0))
                .withMessageContaining("--gain");
    }
}
