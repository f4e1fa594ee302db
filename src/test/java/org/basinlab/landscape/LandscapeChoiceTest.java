package org.basinlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import org.basinlab.experiment.InputException;
import org.junit.jupiter.api.Test;

class LandscapeChoiceTest {
    @Test
    void thePitsPocketIsThatOfItsSecondLoss() {
        // Published as 1.004 and 1.196; recomputed as 1.0036974 and 1.1959565.
        var pocket = LandscapeChoice.PIT.pocket();
        assertThat(pocket.pit()).isCloseTo(1.0036974, within(5e-8));
        assertThat(pocket.barrier()).isCloseTo(1.1959565, within(5e-8));
        assertThat(LandscapeChoice.PIT.isPublished()).isTrue();
        assertThat(new LandscapeChoice(2, 100, List.of()).isPublished()).isFalse();
    }

    @Test
    void ownLossesHaveThePocketOfTheirMean() {
        var own = new LandscapeChoice(1, 100, List.of("(w^2-4)^2/8+w", "(w^2-4)^2/8-w"));
        // L = (w^2 - 4)^2 / 8: minima at -2 and 2, a maximum at 0.
        assertThat(own.pocket().pit()).isCloseTo(-2, within(1e-9));
        assertThat(own.pocket().barrier()).isCloseTo(0, within(1e-9));
        var options = new LinkedHashMap<String, Object>();
        own.into(options);
        assertThat(options)
                .containsEntry("datapoint", "(w^2-4)^2/8+w;(w^2-4)^2/8-w")
                .hasSize(1);
    }

    @Test
    void whatCannotBe() {
        assertThatThrownBy(() -> new LandscapeChoice(1, -1, List.of())).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> new LandscapeChoice(2, 100, List.of("w^2")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("leave them out beside --datapoint");
        assertThatThrownBy(() -> new LandscapeChoice(1, 0.01, List.of()).pocket())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("give --start and --barrier as numbers");
    }
}
