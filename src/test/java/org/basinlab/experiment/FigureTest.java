package org.basinlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.FieldOutline;
import org.basinlab.experiment.Figure.Groups;
import org.basinlab.experiment.Figure.NodeRole;
import org.basinlab.experiment.Figure.Outline;
import org.basinlab.experiment.Figure.Strip;
import org.basinlab.experiment.Figure.Wire;
import org.basinlab.experiment.Figure.WiringLayer;
import org.basinlab.experiment.Figure.WiringNode;
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

    @Test
    void picturesAreAsManyAsPlacesAndAsLargeAsTheySay() {
        assertThat(pictures(1, 2, 1, 2, TWO, null).pictures()).containsExactly(TWO, null);
        assertRefused(() -> pictures(1, 2, 1, 2, TWO));
        assertRefused(() -> pictures(1, 1, 1, 3, TWO));
        // 65 536 times 65 536 is zero in an int.
        assertRefused(() -> pictures(1, 1, 1 << 16, 1 << 16, new double[0]));
        assertThatThrownBy(() -> pictures(1, 1, 0, 2, new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("figure f: a picture has at least one pixel, not 0 x 2");
        assertThatThrownBy(() -> pictures(13, 1, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("figure f: pictures are in up to 12 rows and 12 columns, not in 13 and 1");
        assertThatThrownBy(() -> pictures(1, 13, 1, 2)).hasMessageContaining("not in 1 and 13");
    }

    @Test
    void picturesDoNotChangeWithTheListTheyWereMadeOf() {
        var made = new ArrayList<>(Arrays.asList(TWO, null));
        var figure = new Figure.Pictures("f", "", "", "", List.of("r"), List.of("a", "b"), 1, 2, made);
        made.clear();
        assertThat(figure.pictures()).hasSize(2);
        assertThatThrownBy(() -> figure.pictures().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void wiresRunBetweenNodesThatAreThere() {
        assertThat(wiring(new Wire(0, 1, 0, -2), new Wire(1, 0, 2, 0)).wires()).hasSize(2);
        assertThatThrownBy(() -> wiring(new Wire(2, 0, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("figure f: a wire starts in layer 2, but of 3 layers, numbered from 0, all but the last"
                        + " have wires");
        assertThatThrownBy(() -> wiring(new Wire(-1, 0, 0, 1))).hasMessageContaining("starts in layer -1");
        assertThatThrownBy(() -> wiring(new Wire(0, 2, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("figure f: a wire starts at node 2 of layer 0, whose nodes are 2, numbered from 0");
        assertThatThrownBy(() -> wiring(new Wire(0, -1, 0, 1))).hasMessageContaining("starts at node -1");
        assertThatThrownBy(() -> wiring(new Wire(0, 0, 1, 1))).hasMessageContaining("ends at node 1 of layer 1");
        assertThatThrownBy(() -> wiring(new Wire(1, 0, -3, 1))).hasMessageContaining("ends at node -3 of layer 2");
    }

    @Test
    void aWeightIsANumber() {
        for (var bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> new Wire(1, 2, 3, bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the wire from node 2 of layer 1 to node 3 of the next: its weight must be finite, and"
                            + " is " + bad);
        }
    }

    private static Figure.Pictures pictures(int rows, int columns, int height, int width, double[]... pictures) {
        return new Figure.Pictures(
                "f",
                "",
                "",
                "",
                Collections.nCopies(rows, "row"),
                Collections.nCopies(columns, "column"),
                height,
                width,
                Arrays.asList(pictures));
    }

    /** Layers of two, one and three nodes. */
    private static Figure.Wiring wiring(Wire... wires) {
        var node = new WiringNode("", NodeRole.UNIT);
        var layers = Stream.of(2, 1, 3)
                .map(nodes -> new WiringLayer("", Collections.nCopies(nodes, node)))
                .toList();
        return new Figure.Wiring("f", "", "", "", layers, List.of(wires), "", "");
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
