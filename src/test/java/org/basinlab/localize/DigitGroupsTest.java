package org.basinlab.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitGroupsTest {
    @Test
    void readsWhatItPrints() {
        var digits = DigitGroups.parse("3,5, 9:4,0");
        assertThat(digits.first()).isEqualTo(List.of(3, 5, 9));
        assertThat(DigitGroups.parse(digits.toString())).isEqualTo(digits);
        assertThat(digits.groupOf(4)).isEqualTo(1);
        assertThat(digits.groupOf(1)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1,7",
                "1,7:6",
                "1:6,8",
                "1,7:6,8:2,3",
                "1,x:6,8",
                "1,7:7,8",
                "1,,7:6,8",
                "1,-7:6,8",
                "1,256:2,3"
            })
    void refusesOtherThings(String text) {
        assertThatThrownBy(() -> DigitGroups.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("--digits");
    }
}
