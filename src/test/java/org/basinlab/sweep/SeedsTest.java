package org.basinlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedsTest {
    @Test
    void readsSpans() {
        var seeds = Seeds.parse("1..3, 101..102,7");
        assertThat(seeds.stream()).containsExactly(1L, 2L, 3L, 101L, 102L, 7L);
        assertThat(seeds.count()).isEqualTo(6);
        assertThat(Seeds.parse(seeds.toString())).isEqualTo(seeds);
        assertThat(Seeds.parse("-2..0").stream()).containsExactly(-2L, -1L, 0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5..1 | --seeds 5..1 is empty",
                "one | --seeds takes seeds such as",
                "1,,2 | --seeds takes seeds such as",
                "1.. | --seeds takes seeds such as",
                "1..5,3 | --seeds names 3 twice",
                "1..5,5..9 | --seeds names 5 twice",
                "1..9223372036854775807 | give fewer",
                "-9223372036854775808..5 | give fewer",
                "99999999999999999999 | too great",
            })
    void refuses(String text, String named) {
        assertThatThrownBy(() -> Seeds.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(named);
    }
}
