package org.basinlab.circuits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputGridTest {
    @Test
    void readsWhatItWrites() {
        for (var text : new String[] {"grid:24:0.0:1.0", "grid:3:-1.5:2.0", "uniform:-1.0:1.0"}) {
            assertThat(InputGrid.of(text)).hasToString(text);
        }
        assertThat(InputGrid.of("grid:24")).isEqualTo(InputGrid.DEFAULT);
    }

    @Test
    void knowsItsEnds() {
        var known = InputGrid.of("grid:3:-1:1").known(24);
        assertThat(known.low()).isEqualTo(-1);
        assertThat(known.high()).isEqualTo(0.875);
        assertThat(known.step()).isEqualTo(-3);
        assertThat(InputGrid.of("uniform:-1:1").margin()).isEqualTo(0x1p-9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "grid",
                "grid:0",
                "grid:-3",
                "grid:60",
                "grid:x",
                "grid:24:0:0.3",
                "grid:24:0",
                "grid:1:0:0.5",
                "grid:40:0:8192",
                "uniform:1:1",
                "uniform:1:0",
                "uniform:0:Infinity",
                "uniform:-inf:inf",
                "uniform:NaN:1",
                "uniform:1e300:2e300",
                "uniform:0:1e-300",
                "uniform:1000000000:1000000001"
            })
    void refusesTheRestByName(String text) {
        assertThatThrownBy(() -> InputGrid.of(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--input-grid")
                .hasMessageNotContaining("\n");
    }
}
