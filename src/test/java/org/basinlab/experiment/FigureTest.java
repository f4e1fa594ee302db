package org.basinlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Groups;
import org.basinlab.experiment.Figure.Outline;
import org.basinlab.experiment.Figure.Strip;
import org.junit.jupiter.api.Test;

class FigureTest {
    private static final Axis AXIS = Axis.unit("");
    private static final double[] TWO = {0, 1};

    @Test
    void whatBelongsTogetherIsOfOneLength() {
        var groups = new Groups("side", new int[] {0, 1, -1});
        var outline = new Outline("all", new boolean[3]);
        assertRefused(() -> new Figure.Density("f", "", "", "", AXIS, AXIS, TWO, TWO, List.of(), groups));
        assertRefused(() -> new Figure.Scatter("f", "", "", "", AXIS, AXIS, TWO, new double[1], List.of(), List.of()));
        assertRefused(() -> new Figure.SignedMap("f", "", "", "", 1, 3, TWO, "", List.of()));
        assertRefused(() -> new Figure.SignedMap("f", "", "", "", 1, 2, TWO, "", List.of(outline)));
        assertRefused(() -> new Figure.Line("l", TWO, new double[3]));
    }

    @Test
    void groupsAreNumberedFromZero() {
        assertThatThrownBy(() -> new Groups("side", new int[] {0, -2})).hasMessageContaining("-2");
    }

    @Test
    void aFigureDoesNotChangeWithTheListItWasMadeOf() {
        var strips = new ArrayList<>(List.of(new Strip("s", TWO, null)));
        var figure = new Figure.Strips("f", "", "", "", AXIS, strips, List.of());
        strips.clear();
        assertThat(figure.strips()).hasSize(1);
    }

    private static void assertRefused(Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("differ in number");
    }
}
