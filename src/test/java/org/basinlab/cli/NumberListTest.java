package org.basinlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberListTest {
    @Test
    void listsAndRanges() {
        assertThat(NumberList.doubles("--t", "0.5, 1e-3,-2")).containsExactly(0.5, 0.001, -2.0);
        // Not 0.007000000000000001: what is printed is what was meant.
        assertThat(NumberList.doubles("--t", "0.006:0.01:5")).containsExactly(0.006, 0.007, 0.008, 0.009, 0.01);
        assertThat(NumberList.doubles("--t", "2:-2:3")).containsExactly(2.0, 0.0, -2.0);
        assertThat(NumberList.integers("--n", "100,1000")).containsExactly(100, 1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "1,",
                "a",
                "1:2",
                "1:2:3:4",
                "1:2:1",
                "1:1:3",
                "1:2:2.5",
                "1:x:3",
                "1:2:1000000",
                "0:1e999:3"
            })
    void whatIsNoList(String text) {
        assertThatThrownBy(() -> NumberList.doubles("--t", text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--t ")
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "1:3:2", "9999999999"})
    void whatIsNoListOfWholeNumbers(String text) {
        assertThatThrownBy(() -> NumberList.integers("--n", text))
                .isInstanceOf(InputException.class)
                .hasMessage("--n must be whole numbers, v,v,v, got " + text);
    }
}
