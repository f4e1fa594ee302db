package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.basinlab.stats.Interval;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void fourDigitsAndNoMore() {
        assertThat(Numbers.show(0.28)).isEqualTo("0.28");
        assertThat(Numbers.show(0.124632)).isEqualTo("0.1246");
        assertThat(Numbers.show(-2.19716)).isEqualTo("−2.197");
        assertThat(Numbers.show(14825.0)).isEqualTo("14\u202f825");
        assertThat(Numbers.show(0.000051234)).isEqualTo("5.123×10⁻⁵");
        assertThat(Numbers.show(-3.2e12)).isEqualTo("−3.2×10¹²");
        assertThat(Numbers.show(-0.0)).isEqualTo("0");
    }

    @Test
    void whatIsNoNumberIsADash() {
        assertThat(Numbers.show((Double) null)).isEqualTo("–");
        assertThat(Numbers.show(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.show(Double.POSITIVE_INFINITY)).isEqualTo("–");
        assertThat(Numbers.show((Interval) null)).isEqualTo("–");
        assertThat(Numbers.pValue(null)).isEqualTo("–");
    }

    @Test
    void wholeNumbersKeepEveryDigit() {
        assertThat(Numbers.count(9999)).isEqualTo("9999");
        assertThat(Numbers.count(78_400)).isEqualTo("78\u202f400");
        assertThat(Numbers.count(-1_234_567)).isEqualTo("−1\u202f234\u202f567");
        assertThat(Numbers.count(Long.MIN_VALUE)).startsWith("−9\u202f223\u202f372");
    }

    @Test
    void intervalsAndProbabilities() {
        assertThat(Numbers.show(new Interval(-0.09123, 0.29871))).isEqualTo("−0.0912\u00a0to\u00a00.299");
        assertThat(Numbers.show(new Interval(Double.NEGATIVE_INFINITY, 0))).isEqualTo("−∞\u00a0to\u00a00");
        assertThat(Numbers.pValue(0.00009)).isEqualTo("< 0.0001");
        assertThat(Numbers.pValue(0.28712)).isEqualTo("0.29");
    }

    @Test
    void theLocaleDoesNotMatter() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Numbers.show(0.5)).isEqualTo("0.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
