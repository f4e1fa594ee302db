package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Panel;
import org.basinlab.experiment.Figure.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeatMapTest {
    private static final Color OUTLINE = new Color(0xd55e00);

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theLeastAndTheGreatestValueHaveTheEndsOfTheScale(Theme theme) throws IOException {
        var figure = map(2, 2, new double[] {0, 0.5, 1, Double.NaN}, new boolean[4], null);
        var picture = Picture.of(figure, theme);
        var cells = new HeatMapLayout(figure).cells(0);
        var colours = List.of(
                theme.counts().at(0), theme.counts().at(0.5), theme.counts().at(1), theme.noValue());
        for (var i = 0; i < 4; i++) {
            // Near a corner, where no digits are.
            var x = (int) (2 * (cells.getX() + i % 2 * cells.getWidth() / 2 + 4));
            var y = (int) (2 * (cells.getY() + i / 2 * HeatMapLayout.ROW + 4));
            assertThat(picture.is(x, y, colours.get(i))).as("cell %d", i).isTrue();
        }
    }

    @Test
    void outlinedCellsThatTouchHaveOneOutline() throws IOException {
        var plain = Picture.of(map(3, 3, new double[9], new boolean[9], null), Theme.LIGHT);
        assertThat(plain.place(OUTLINE, 880, 200).isEmpty()).isTrue();
        var figure = map(
                3, 3, new double[9], new boolean[] {true, true, false, false, false, false, false, false, false}, null);
        var cells = new HeatMapLayout(figure).cells(0);
        var picture = Picture.of(figure, Theme.LIGHT);
        var outline = picture.place(OUTLINE, 880, (int) (2 * cells.getMaxY()));
        assertThat(outline.getMinX()).isCloseTo(2 * cells.getX(), within(6.0));
        assertThat(outline.getMaxX()).isCloseTo(2 * (cells.getX() + cells.getWidth() * 2 / 3), within(6.0));
        assertThat(outline.height).isCloseTo((int) (2 * HeatMapLayout.ROW), within(8));
        var between = (int) (2 * (cells.getX() + cells.getWidth() / 3));
        var middle = (int) (2 * (cells.getY() + HeatMapLayout.ROW / 2));
        assertThat(IntStream.range(-6, 7).noneMatch(i -> picture.is(between + i, middle, OUTLINE)))
                .isTrue();
    }

    @Test
    void theReferenceStandsAtItsValueOnTheColourBar() throws IOException {
        for (var value : new double[] {0.25, 0.75}) {
            var figure = map(1, 2, new double[] {0, 1}, new boolean[2], new Reference("", value));
            var layout = new HeatMapLayout(figure);
            var picture = Picture.of(figure, Theme.LIGHT);
            var row = (int) (2 * (layout.legend() + HeatMapLayout.LINE - 5));
            var ink = IntStream.range(200, 860)
                    .filter(x -> picture.is(x, row, Theme.LIGHT.ink()))
                    .summaryStatistics();
            // The bar reaches from 22 to 418.
            assertThat(ink.getAverage() / 2).isCloseTo(22 + 396 * value, within(2.0));
        }
    }

    /** Wide enough or not, dark or light: every picture has the height its rows need and stays inside. */
    @Test
    void panelsStandInTwoColumnsAndAwkwardOnesAreDrawn() throws Exception {
        var one = map(8, 6, new double[48], new boolean[48], null);
        var four = panels(4, 8, 6, 0.3);
        assertThat(Drawing.height(four)).isGreaterThan(Drawing.height(one) + 200);
        assertThat(new HeatMapLayout(four).cells(3).getX())
                .isGreaterThan(new HeatMapLayout(four).cells(2).getMaxX());
        assertThat(new HeatMapLayout(four).cells(2).getY())
                .isGreaterThan(new HeatMapLayout(four).cells(0).getMaxY());
        for (var value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 1e-300, 12345, -0.001, 0}) {
            for (var panels : new int[] {0, 1, 2, 3}) {
                var svg = Drawing.svg(panels(panels, 2, 3, value), Theme.DARK);
                assertThat(svg.contains("NaN")).isFalse();
                assertThat(svg.contains("Infinity")).isFalse();
            }
        }
        assertThat(Drawing.svg(panels(1, 0, 0, 0), Theme.LIGHT)).contains("viewBox");
        assertThat(Drawing.svg(four, Theme.LIGHT)).isEqualTo(Drawing.svg(four, Theme.LIGHT));
    }

    @Test
    void whatBelongsTogetherIsOfOneLength() {
        assertThatThrownBy(() -> map(2, 2, new double[3], new boolean[4], null))
                .hasMessageContaining("differ in number");
        assertThatThrownBy(() -> map(2, 2, new double[4], new boolean[3], null))
                .hasMessageContaining("differ in number");
    }

    private static Figure.HeatMap map(int rows, int columns, double[] values, boolean[] outlined, Reference reference) {
        return map(rows, columns, List.of(new Panel("", values, outlined)), reference);
    }

    private static Figure.HeatMap panels(int panels, int rows, int columns, double value) {
        var values = new double[rows * columns];
        Arrays.fill(values, value);
        return map(
                rows,
                columns,
                Collections.nCopies(
                        panels,
                        new Panel(
                                "a panel with a name that is far too long for it", values, new boolean[values.length])),
                new Reference("published", value));
    }

    private static Figure.HeatMap map(int rows, int columns, List<Panel> panels, Reference reference) {
        return new Figure.HeatMap(
                "f",
                "",
                "",
                "",
                "row",
                Collections.nCopies(rows, "a long name of a row"),
                "column",
                Collections.nCopies(columns, "10"),
                panels,
                Axis.linear("value"),
                reference,
                "outlined");
    }
}
