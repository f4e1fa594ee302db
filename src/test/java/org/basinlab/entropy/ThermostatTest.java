package org.basinlab.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of P5 and P6 as recomputed, to the digits in which they are known. */
class ThermostatTest {
    private static final double FIVE_DIGITS = 5e-6;

    @Test
    void p6OfTheSmartThermostat() {
        var config = EntropyConfig.of(Thermostat.SMART, "uniform", 1);
        var bits = Course.of(config.finite().map(), config.finite().split(), config.law(), 1)
                .bits();
        assertThat(bits.start()).isCloseTo(2.19716, within(FIVE_DIGITS));
        assertThat(bits.decorrelated()).isCloseTo(3.02048, within(FIVE_DIGITS));
        assertThat(bits.next()).isCloseTo(0.98643, within(FIVE_DIGITS));
        assertThat(bits.decorrelatedNext()).isCloseTo(2.09443, within(FIVE_DIGITS));
        assertThat(bits.strength()).isCloseTo(1.10801, within(FIVE_DIGITS));
        assertThat(bits.adjustedStrength()).isCloseTo(0.28468, within(FIVE_DIGITS));
        // All are sums of p log2 p over ninths and twenty-sevenths, as start = 4/9 log2(9/2) + 3/9 log2 9 + 1/3 log2 3
        // ...
        var log3 = Math.log(3) / Math.log(2);
        assertThat(bits.start()).isCloseTo(4.0 / 9 * (2 * log3 - 1) + 2.0 / 9 * 2 * log3 + log3 / 3, within(1e-14));
    }

    @Test
    void p6OfThePlainThermostat() {
        var config = EntropyConfig.of(Thermostat.PLAIN, "uniform", 1);
        var course = Course.of(config.finite().map(), config.finite().split(), config.law(), 1);
        assertThat(course.bits().start()).isCloseTo(2.72548, within(FIVE_DIGITS));
        assertThat(course.bits().strength()).isCloseTo(0, within(1e-14));
        assertThat(course.bits().adjustedStrength()).isCloseTo(-0.44444, within(FIVE_DIGITS));
    }

    @Test
    void p5() {
        var plain = EntropyConfig.of(Thermostat.PLAIN, "p5", 1);
        var smart = EntropyConfig.of(Thermostat.SMART, "p5", 1);
        var bits = Course.of(plain.finite().map(), plain.finite().split(), plain.law(), 1)
                .bits();
        assertThat(bits.decorrelatedNext()).isCloseTo(2.72548, within(FIVE_DIGITS));
        assertThat(bits.next()).isCloseTo(1.58496, within(FIVE_DIGITS));
        var other = Course.of(smart.finite().map(), smart.finite().split(), smart.law(), 1)
                .bits();
        assertThat(other.decorrelatedNext()).isCloseTo(2.19716, within(FIVE_DIGITS));
        assertThat(other.next()).isZero();
    }

    @Test
    void wherePlainAndSmartEnd() {
        var plain = Cycles.of(Thermostat.PLAIN.system());
        assertThat(plain).hasSize(2);
        assertThat(plain.stream().map(c -> c.states().size())).containsExactly(6, 1);
        assertThat(plain.stream().map(Cycles.Cycle::basin)).containsExactly(8, 1);
        var smart = Cycles.of(Thermostat.SMART.system());
        assertThat(smart).hasSize(1);
        assertThat(Thermostat.SPACE.state(smart.get(0).states().get(0))).isEqualTo(List.of("low", "warm"));
        assertThat(smart.get(0).basin()).isEqualTo(9);
    }

    /** By mpmath in 60 digits, from the rules written anew in Python: what doubles lose would show here. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 1.13799118717856244, 0.406255103084565821",
        "0.01, 0.181586271791822346, 0.0878200186132409681",
        "1e-6, 0.0000447485257777307532, 0.0000223741863003752591",
        "1e-10, 7.13239519793809043e-9, 3.56619759773808953e-9"
    })
    void narrowDistributionsKeepTheirDigits(double epsilon, double start, double adjusted) {
        var row = EpsilonFamily.of(Thermostat.SMART, List.of(epsilon)).rows().get(0);
        // Four entropies of some times the result cancel; each has a relative error of some 1e-16.
        assertThat(row.start()).isCloseTo(start, within(1e-14 * start));
        assertThat(row.adjustedStrength()).isCloseTo(adjusted, within(1e-13 * adjusted));
    }

    /** The ratio is 1/2 but for a relative error of order e log(1/e): halved exponents come with it. */
    @Test
    void theLimitIsOneHalfAndIsReachedFast() {
        var rows = EpsilonFamily.of(Thermostat.SMART, EntropyConfig.DECADES).rows();
        for (var row : rows) {
            // The next terms have coefficients of order 1; 4 is above them.
            assertThat(Math.abs(row.ratio() - 0.5))
                    .isLessThan(4 * row.epsilon() * Math.max(1, -Math.log(row.epsilon())));
        }
        for (var k = 1; k < 6; k++) {
            assertThat(0.5 - rows.get(k).ratio())
                    .isBetween(
                            0.02 * (0.5 - rows.get(k - 1).ratio()),
                            0.2 * (0.5 - rows.get(k - 1).ratio()));
        }
    }

    @Test
    void theFitIsThePosts() {
        var fit = EpsilonFamily.of(Thermostat.SMART, EntropyConfig.DECADES).fit();
        assertThat(fit.points()).isEqualTo(5);
        // The farthest of the five, e = 1e-6, has a ratio that is 2e-5 below the limit.
        assertThat(fit.slope()).isCloseTo(1, within(1e-4));
        assertThat(fit.factor()).isCloseTo(0.5, within(1e-4));
        assertThat(EpsilonFamily.of(Thermostat.PLAIN, EntropyConfig.DECADES).fit())
                .isNull();
    }
}
