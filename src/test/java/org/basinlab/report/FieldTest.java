package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.FieldOutline;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Mark;
import org.jfree.chart.ChartRenderingInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldTest {
    private static final Axis OPEN = Axis.linear("");
    /** Legends lie below this row of pixels. */
    private static final int LEGEND = 640;
    /** Colour bars lie right of this. */
    private static final int RIGHT = 750;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void cellsLieWhereTheirPointsAreTheLowestRowBelow(Theme theme) throws IOException {
        var figure = field(2, 2, new double[] {-1, 0, Double.NaN, 1}, OPEN, true);
        var drawn = Drawn.of(figure, theme);
        var colours = List.of(ColourScale.SIGNED.at(0), Color.WHITE, theme.noValue(), ColourScale.SIGNED.at(1));
        for (var i = 0; i < 4; i++) {
            // In the middle, and close to every corner.
            for (var at : new double[][] {{0.5, 0.5}, {0.02, 0.02}, {0.98, 0.02}, {0.02, 0.98}, {0.98, 0.98}}) {
                assertThat(drawn.is((i % 2 + at[0]) / 2, (i / 2 + at[1]) / 2, colours.get(i)))
                        .as("cell %d", i)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theSequentialScaleReachesFromTheLeastToTheGreatest(Theme theme) throws IOException {
        var drawn = Drawn.of(field(3, 1, new double[] {3, 4, 5}, OPEN, false), theme);
        for (var i = 0; i < 3; i++) {
            assertThat(drawn.is((i + 0.5) / 3, 0.5, theme.counts().at(i / 2.0))).isTrue();
        }
    }

    @Test
    void unequalCellsTakeTheirShare() throws IOException {
        var figure = field(new double[] {0, 1, 3}, new double[] {0}, new double[] {0, 0.5, 1}, OPEN, false);
        var drawn = Drawn.of(figure, Theme.LIGHT);
        // From -0.5 to 0.5, to 2, and to 4; a hundredth is six pixels.
        var borders = new double[] {0, 1 / 4.5, 2.5 / 4.5, 1};
        for (var i = 0; i < 3; i++) {
            for (var x : new double[] {borders[i] + 0.01, borders[i + 1] - 0.01}) {
                assertThat(drawn.is(x, 0.5, Theme.LIGHT.counts().at(i / 2.0))).isTrue();
            }
        }
    }

    @Test
    void onALogarithmicAxisCellsEndHalfWayBetweenLogarithms() throws IOException {
        var figure = new Figure.Field(
                "f",
                "",
                "",
                "",
                Axis.log(""),
                OPEN,
                new double[] {1, 10, 1000},
                points(1),
                new double[] {0, 0.5, 1},
                OPEN,
                false,
                List.of(),
                List.of(),
                List.of());
        var drawn = Drawn.of(figure, Theme.DARK);
        var borders = new double[] {0, 1 / 4.5, 2.5 / 4.5, 1};
        for (var i = 0; i < 3; i++) {
            for (var x : new double[] {borders[i] + 0.01, borders[i + 1] - 0.01}) {
                assertThat(drawn.is(x, 0.5, Theme.DARK.counts().at(i / 2.0))).isTrue();
            }
        }
    }

    @Test
    void whatIsNoNumberIsGreyAndTheLegendSaysSo() throws IOException {
        var grey = Theme.LIGHT.noValue();
        var known = field(2, 1, new double[] {1, 2}, OPEN, false);
        var some = field(2, 1, new double[] {1, Double.NaN}, OPEN, false);
        assertThat(Drawn.of(some, Theme.LIGHT).is(0.75, 0.5, grey)).isTrue();
        assertThat(Drawn.of(known, Theme.LIGHT).is(0.75, 0.5, grey)).isFalse();
        assertThat(names(known)).isEmpty();
        assertThat(names(some)).containsExactly("no value");
    }

    /** What the legend names. */
    private static List<String> names(Figure.Field figure) {
        var items = FieldChart.of(figure, Theme.LIGHT).getXYPlot().getLegendItems();
        return IntStream.range(0, items.getItemCount())
                .mapToObj(i -> items.get(i).getLabel())
                .toList();
    }

    /** A picture and where the map in it is, in pixels. */
    private record Drawn(Picture picture, Rectangle2D map) {
        static Drawn of(Figure.Field figure, Theme theme) throws IOException {
            var info = new ChartRenderingInfo();
            var g2 = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            g2.scale(Drawing.PNG_SCALE, Drawing.PNG_SCALE);
            g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            var whole = new Rectangle2D.Double(0, 0, Drawing.WIDTH, Drawing.height(figure));
            FieldChart.of(figure, theme).draw(g2, whole, info);
            g2.dispose();
            var area = info.getPlotInfo().getDataArea();
            var doubled = AffineTransform.getScaleInstance(Drawing.PNG_SCALE, Drawing.PNG_SCALE)
                    .createTransformedShape(area)
                    .getBounds2D();
            return new Drawn(Picture.of(figure, theme), doubled);
        }

        /** Whether it has that colour, in parts of the map from its lower left corner. */
        boolean is(double x, double y, Color colour) {
            return picture.is(across(x), up(y), colour);
        }

        /** Whether a pixel within so many beside it has. */
        boolean isNear(double x, double y, int pixels, Color colour) {
            return IntStream.rangeClosed(-pixels, pixels).anyMatch(i -> picture.is(across(x) + i, up(y), colour));
        }

        int across(double x) {
            return (int) (map.getX() + x * map.getWidth());
        }

        int up(double y) {
            return (int) (map.getMaxY() - y * map.getHeight());
        }
    }

    @Test
    void onePoleDoesNotTakeTheColourFromTheRest() {
        var plain = range(100, i -> i / 100.0, OPEN, false);
        assertThat(plain.scale()).isEqualTo(Scale.linear(0, 0.99));
        assertThat(plain.above()).isFalse();
        var pole = range(1000, i -> i == 7 ? 1e6 : i / 1000.0, OPEN, false);
        // The 99th percentile, 0.989, to two digits.
        assertThat(pole.scale()).isEqualTo(Scale.linear(0, 0.99));
        assertThat(pole.above()).isTrue();
        assertThat(pole.below()).isFalse();
        assertThat(pole.place(1e6)).isEqualTo(1);
        assertThat(labels(pole)).contains("≥\u00a00.99").noneMatch(label -> label.startsWith("≤"));
        var well = range(1000, i -> i == 7 ? Double.NEGATIVE_INFINITY : i / 1000.0, OPEN, false);
        assertThat(well.scale()).isEqualTo(Scale.linear(0, 0.999));
        assertThat(labels(well)).contains("≤\u00a00");
        assertThat(well.place(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(well.place(Double.NaN)).isNaN();
    }

    @Test
    void aDivergingScaleIsSymmetric() {
        var plain = range(100, i -> i / 50.0 - 0.5, OPEN, true);
        assertThat(plain.scale()).isEqualTo(Scale.linear(-1.48, 1.48));
        assertThat(plain.place(0)).isEqualTo(0.5);
        var pole = range(1000, i -> i == 7 ? -1e6 : i / 1000.0, OPEN, true);
        assertThat(pole.scale()).isEqualTo(Scale.linear(-0.99, 0.99));
        assertThat(labels(pole)).contains("≤\u00a0\u22120.99").contains("≥\u00a00.99");
        var own = range(10, i -> i, new Axis("", -2, 4, false), true);
        assertThat(own.scale()).isEqualTo(Scale.linear(-4, 4));
        assertThat(labels(own)).contains("≥\u00a04").noneMatch(label -> label.startsWith("≤"));
        assertThat(range(10, i -> 0, OPEN, true).place(0)).isEqualTo(0.5);
    }

    @Test
    void rareValuesAmongEqualOnesAreNotBeyond() {
        var rare = range(1000, i -> i == 7 ? 1 : 0, OPEN, false);
        assertThat(rare.scale()).isEqualTo(Scale.linear(0, 1));
        assertThat(range(1000, i -> i == 7 ? -1 : 0, OPEN, true).scale()).isEqualTo(Scale.linear(-1, 1));
    }

    @Test
    void aLogarithmicScaleHasNoPlaceForZero() {
        var range = range(4, i -> i == 3 ? 0 : Math.pow(10, i), Axis.log(""), false);
        assertThat(range.scale()).isEqualTo(new Scale(0, 2, true));
        assertThat(range.place(10)).isEqualTo(0.5);
        assertThat(range.place(0)).isNaN();
        assertThat(range.place(Double.NEGATIVE_INFINITY)).isNaN();
        assertThat(range.place(Double.POSITIVE_INFINITY)).isEqualTo(1);
    }

    private static FieldRange range(int cells, IntToDoubleFunction value, Axis axis, boolean diverging) {
        return FieldRange.of(
                field(cells, 1, IntStream.range(0, cells).mapToDouble(value).toArray(), axis, diverging));
    }

    private static List<String> labels(FieldRange range) {
        return range.ticks().stream().map(Ticks.Tick::label).toList();
    }

    /** Of stripes finer than pixels nothing is left but their mean. */
    @Test
    void fineCellsAreAveraged() throws IOException {
        var values = new double[3 * FieldImage.COLUMNS];
        Arrays.setAll(values, i -> i % 3 == 1 ? 1 : -0.5);
        var drawn = Drawn.of(field(values.length, 1, values, OPEN, true), Theme.DARK);
        // But for the frame around it.
        assertThat(IntStream.range(10, 990)).allMatch(i -> drawn.is(i / 1000.0, 0.5, Color.WHITE));
    }

    @Test
    void anOutlineRunsBetweenTheCells() throws IOException {
        var inside = new boolean[] {true, true, false, false};
        var plain = Drawn.of(outlined(), Theme.LIGHT);
        var figure = outlined(new FieldOutline("basin", inside));
        var outlined = Drawn.of(figure, Theme.LIGHT);
        var ink = Theme.LIGHT.ink();
        assertThat(outlined.isNear(0.5, 0.3, 1, ink)).isTrue();
        assertThat(plain.isNear(0.5, 0.3, 9, ink)).isFalse();
        // Its white rim, where red meets blue.
        assertThat(outlined.isNear(0.5, 0.3, 6, Color.WHITE)).isTrue();
        assertThat(plain.isNear(0.5, 0.3, 1, Color.WHITE)).isFalse();
        // None on the map's own edge, which the region reaches.
        assertThat(outlined.isNear(0.004, 0.3, 2, ink)).isFalse();
        assertThat(names(figure)).containsExactly("basin");
    }

    @Test
    void aSecondOutlineShowsOverTheFirst() throws IOException {
        var inside = new boolean[] {true, true, false, false};
        var drawn = Drawn.of(outlined(new FieldOutline("one", inside), new FieldOutline("two", inside)), Theme.DARK);
        for (var colour : new Color[] {Theme.LIGHT.ink(), new Color(0xfff36b)}) {
            assertThat(IntStream.range(0, 100).filter(i -> drawn.isNear(0.5, i / 100.0, 1, colour)))
                    .hasSizeGreaterThan(25);
        }
    }

    private static Figure.Field outlined(FieldOutline... outlines) {
        return new Figure.Field(
                "f",
                "",
                "",
                "",
                OPEN,
                OPEN,
                points(4),
                points(1),
                new double[] {-1, -1, 1, 1},
                OPEN,
                true,
                List.of(outlines),
                List.of(),
                List.of());
    }

    @Test
    void linesAndMarksLieAtTheirPlacesOnTheAxes() throws IOException {
        var line = new Line("set point", new double[] {1.5, 1.5}, new double[] {-5, 50});
        var figure = over(new double[16], List.of(line), List.of(new Mark("published", 1.5, 1.5)));
        var drawn = Drawn.of(figure, Theme.LIGHT);
        // The middle of four by four cells.
        assertThat(drawn.is(0.5, 0.5, Theme.LIGHT.series(3))).isTrue();
        assertThat(drawn.is(0.5, 0.01, Theme.LIGHT.series(2))).isTrue();
        assertThat(drawn.is(0.5, 0.99, Theme.LIGHT.series(2))).isTrue();
        assertThat(names(figure)).containsExactly("set point", "published");
    }

    @Test
    void aMarkOutsideOfAllCellsIsWhole() throws IOException {
        for (var at : new double[][] {{-0.5, 1}, {9, 9}, {1, -4}}) {
            var figure = over(new double[16], List.of(), List.of(new Mark("m", at[0], at[1])));
            var mark = Picture.of(figure, Theme.LIGHT).place(Theme.LIGHT.series(2), RIGHT, LEGEND);
            assertThat(mark.width).isBetween(28, 38);
            assertThat(mark.height).isBetween(28, 38);
        }
    }

    private static Figure.Field over(double[] values, List<Line> lines, List<Mark> marks) {
        return new Figure.Field(
                "f", "", "", "", OPEN, OPEN, points(4), points(4), values, OPEN, true, List.of(), lines, marks);
    }

    @Test
    void aLongLegendDoesNotTakeFromTheMap() throws IOException {
        var outlines = IntStream.range(0, 4)
                .mapToObj(i -> new FieldOutline(
                        "an optimization basin with a name of some length " + i,
                        new boolean[] {true, false, i > 1, false}))
                .toArray(FieldOutline[]::new);
        var plain = Drawn.of(outlined(), Theme.LIGHT).map().getHeight();
        assertThat(Drawn.of(outlined(outlines), Theme.LIGHT).map().getHeight()).isGreaterThan(plain - 20);
    }

    @Test
    void aMillionCellsAreASmallPicture() {
        var smooth = new double[1_000_000];
        Arrays.setAll(smooth, i -> Math.sin(i % 1000 / 50.0) * Math.cos(i / 1000 / 70.0));
        var picture = field(1000, 1000, smooth, OPEN, true);
        assertThat(Drawing.png(picture, Theme.LIGHT)).hasSizeLessThan(500_000);
        assertThat(Drawing.svg(picture, Theme.LIGHT).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(300_000);
    }

    @Test
    void awkwardFieldsAreDrawnAllTheSame() throws Exception {
        var some = new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e300, 1e-300, 0, 12345};
        var values = new double[][] {some, new double[6], fill(Double.NaN), fill(1e301), fill(-3)};
        var drawn = 0;
        for (var axis : new Axis[] {OPEN, Axis.log(""), new Axis("", 0, 1, false), new Axis("", 3, 4, true)}) {
            for (var x : new double[][] {{1, 2, 3}, {1, 1 + 1e-15, 1 + 2e-15}, {1e-300, 1, 1e300}, {1, 2, 1e305}}) {
                var svg = Drawing.svg(awkward(axis, x, values[drawn % 5], drawn % 2 > 0), Theme.LIGHT);
                assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
                svg = Drawing.svg(awkward(axis, x, values[(drawn + 2) % 5], drawn % 2 == 0), Theme.DARK);
                assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
                drawn++;
            }
        }
        for (var sides : new int[][] {{0, 0}, {0, 3}, {3, 0}, {1, 1}}) {
            var figure = field(sides[0], sides[1], new double[sides[0] * sides[1]], OPEN, false);
            assertThat(Drawing.svg(figure, Theme.DARK)).contains("viewBox").doesNotContain("NaN");
        }
    }

    private static Figure awkward(Axis axis, double[] x, double[] values, boolean diverging) {
        return new Figure.Field(
                "f",
                "a & b < c",
                "",
                "",
                axis,
                axis,
                x,
                new double[] {0.5, 700},
                values,
                axis,
                diverging && !axis.log(),
                List.of(new FieldOutline("o", new boolean[] {true, false, false, true, true, false})),
                List.of(new Line("l", x, x)),
                List.of(new Mark("m", values[0], values[1]), new Mark("n", 1, -1)));
    }

    private static double[] fill(double value) {
        var values = new double[6];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void theSameFieldGivesTheSameBytes() {
        var figure = outlined(new FieldOutline("one", new boolean[] {true, false, true, false}));
        assertThat(Drawing.svg(figure, Theme.DARK)).isEqualTo(Drawing.svg(figure, Theme.DARK));
        assertThat(Drawing.png(figure, Theme.LIGHT)).isEqualTo(Drawing.png(figure, Theme.LIGHT));
    }

    private static double[] points(int n) {
        return IntStream.range(0, n).asDoubleStream().toArray();
    }

    private static Figure.Field field(int columns, int rows, double[] values, Axis axis, boolean diverging) {
        return field(points(columns), points(rows), values, axis, diverging);
    }

    private static Figure.Field field(double[] x, double[] y, double[] values, Axis axis, boolean diverging) {
        return new Figure.Field(
                "f", "", "", "", OPEN, OPEN, x, y, values, axis, diverging, List.of(), List.of(), List.of());
    }
}
