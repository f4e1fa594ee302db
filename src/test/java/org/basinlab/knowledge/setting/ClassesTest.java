package org.basinlab.knowledge.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassesTest {
    @ParameterizedTest
    @ValueSource(strings = {"1,7:6,8", "0:1:2:3:4:5:6:7:8:9", "3:255"})
    void readsWhatItWrites(String text) {
        assertThat(Classes.parse(text)).hasToString(text);
    }

    @Test
    void everyClassHasItsGroup() {
        var classes = Classes.parse("1, 7:6,8:0");
        assertThat(classes.all()).isEqualTo(List.of(1, 7, 6, 8, 0));
        assertThat(classes.groupOf(7)).isZero();
        assertThat(classes.groupOf(8)).isEqualTo(1);
        assertThat(classes.groupOf(0)).isEqualTo(2);
        assertThat(classes.groupOf(5)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,7", "1,7:7", "1:", "a:b", "1:256", "-1:2", ""})
    void whatIsNoGroupsIsRefused(String text) {
        assertThatThrownBy(() -> Classes.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--digits");
    }
}
