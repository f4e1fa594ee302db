package org.basinlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.FieldOutline;
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

    @Test
    void aFieldHasACellForEachPairOfAscendingPoints() {
        assertThat(field(TWO, TWO, 4, AXIS, false).values()).hasSize(4);
        assertRefused(() -> field(TWO, TWO, 5, AXIS, false));
        assertRefused(() -> field(TWO, new double[0], 2, AXIS, false));
        // 65 536 times 65 536 is zero in an int.
        var many = IntStream.range(0, 1 << 16).asDoubleStream().toArray();
        assertRefused(() -> field(many, many, 0, AXIS, false));
        for (var bad : new double[][] {{1, 1}, {2, 1}, {0, Double.NaN}, {0, Double.POSITIVE_INFINITY}}) {
            assertThatThrownBy(() -> field(bad, TWO, 4, AXIS, false))
                    .hasMessageContaining("figure f: its x must be finite and ascending")
                    .hasMessageContaining("number 1 is " + bad[1]);
            assertThatThrownBy(() -> field(TWO, bad, 4, AXIS, false)).hasMessageContaining("its y must be");
        }
        assertThatThrownBy(() -> field(TWO, TWO, 4, Axis.log(""), false)).hasMessageContaining("from above zero");
    }

    @Test
    void aFieldsOutlinesAreAsLargeAsItself() {
        var outline = new FieldOutline("basin", new boolean[3]);
        assertRefused(() -> new Figure.Field(
                "f",
                "",
                "",
                "",
                AXIS,
                AXIS,
                TWO,
                TWO,
                new double[4],
                AXIS,
                false,
                List.of(outline),
                List.of(),
                List.of()));
    }

    @Test
    void aLogarithmicScaleDoesNotDiverge() {
        assertThat(field(TWO, TWO, 4, AXIS, true).diverging()).isTrue();
        assertThatThrownBy(() -> new Figure.Field(
                        "f",
                        "",
                        "",
                        "",
                        AXIS,
                        AXIS,
                        TWO,
                        TWO,
                        new double[4],
                        Axis.log("v"),
                        true,
                        List.of(),
                        List.of(),
                        List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no zero to diverge from");
    }

    private static Figure.Field field(double[] x, double[] y, int cells, Axis xAxis, boolean diverging) {
        return new Figure.Field(
                "f",
                "",
                "",
                "",
                xAxis,
                AXIS,
                x,
                y,
                new double[cells],
                AXIS,
                diverging,
                List.of(),
                List.of(),
                List.of());
    }

    private static void assertRefused(Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("differ in number");
    }
}
