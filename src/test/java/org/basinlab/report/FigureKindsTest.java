package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Axis;
import org.basinlab.experiment.Figure.Groups;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Mark;
import org.basinlab.experiment.Figure.Outline;
import org.basinlab.experiment.Figure.Reference;
import org.basinlab.experiment.Figure.Strip;
import org.basinlab.stats.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind of figure must show, and where. */
class FigureKindsTest {
    private static final Axis UNIT = Axis.unit("");
    /** Legends, whose samples have the same colours, lie below this row of pixels. */
    private static final int LEGEND = 520;
    /** Colour bars lie right of this. */
    private static final int RIGHT = 700;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void clustersSideBySideHaveHuesOfTheirOwn(Theme theme) throws IOException {
        var random = new Random(1);
        var groups = IntStream.range(0, 4000).map(i -> i % 2).toArray();
        var x = IntStream.of(groups)
                .mapToDouble(g -> 0.3 + 0.4 * g + 0.002 * random.nextGaussian())
                .toArray();
        var y = IntStream.of(groups)
                .mapToDouble(g -> 0.5 + 0.002 * random.nextGaussian())
                .toArray();
        var figure = density(x, y, new Groups("side", groups));
        var picture = Picture.of(figure, theme);
        var left = picture.place(theme.groups().get(0), RIGHT, LEGEND);
        var right = picture.place(theme.groups().get(1), RIGHT, LEGEND);
        assertThat(left.isEmpty()).isFalse();
        assertThat(right.isEmpty()).isFalse();
        assertThat(left.getMaxX()).isLessThan(right.getMinX());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void pointsOfManyGroupsInOneCellAreGrey(Theme theme) throws IOException {
        var same = new double[500];
        var picture = Picture.of(
                density(same, same, new Groups("each", IntStream.range(0, 500).toArray())), theme);
        var none = Picture.of(
                density(
                        same,
                        same,
                        new Groups("none", IntStream.range(0, 500).map(i -> -1).toArray())),
                theme);
        for (var drawn : List.of(picture, none)) {
            assertThat(drawn.place(theme.quiet(), RIGHT, LEGEND).isEmpty()).isFalse();
            theme.groups()
                    .forEach(hue -> assertThat(drawn.place(hue, RIGHT, LEGEND).isEmpty())
                            .isTrue());
        }
    }

    private static Figure density(double[] x, double[] y, Groups groups) {
        return new Figure.Density("f", "", "", "", UNIT, UNIT, x, y, List.of(), groups);
    }

    @Test
    void aMarkIsWholeWhereverItLies() throws IOException {
        for (var at : new double[][] {{0, 0}, {1, 1}, {-3, 0.5}, {0.5, 40}}) {
            var figure = new Figure.Scatter(
                    "f",
                    "",
                    "",
                    "",
                    UNIT,
                    UNIT,
                    new double[] {0.4},
                    new double[] {0.6},
                    List.of(),
                    List.of(new Mark("published", at[0], at[1])));
            var place = Picture.of(figure, Theme.LIGHT).place(Theme.LIGHT.series(1), 880, 600);
            assertThat(place.width).isBetween(28, 38);
            assertThat(place.height).isBetween(28, 38);
        }
    }

    @Test
    void anOutlineRunsWhereInsideMeetsOutside() throws IOException {
        var inside = new boolean[16];
        var values = new double[16];
        for (var i = 0; i < 16; i++) {
            inside[i] = i / 4 > 0 && i / 4 < 3 && i % 4 > 0 && i % 4 < 3;
            values[i] = inside[i] ? 1 : -1;
        }
        var plain = Picture.of(map(values, List.of(new Outline("none", new boolean[16]))), Theme.LIGHT);
        var red = plain.place(ColourScale.SIGNED.at(1), RIGHT, LEGEND);
        var outlined = Picture.of(map(values, List.of(new Outline("core", inside))), Theme.LIGHT);
        var ink = Theme.LIGHT.ink();
        var middle = (int) red.getCenterX();
        var height = (int) red.getCenterY();
        assertThat(inks(outlined, red.x, height, ink)).isTrue();
        assertThat(inks(outlined, (int) red.getMaxX(), height, ink)).isTrue();
        assertThat(inks(outlined, middle, red.y, ink)).isTrue();
        assertThat(inks(outlined, middle, (int) red.getMaxY(), ink)).isTrue();
        assertThat(inks(outlined, middle, height, ink)).isFalse();
        assertThat(inks(plain, red.x, height, ink)).isFalse();
    }

    @Test
    void aSecondOutlineLetsTheFirstShow() throws IOException {
        var all = new boolean[] {false, true, true, false};
        var outlines = List.of(new Outline("first", all), new Outline("second", all));
        var picture = Picture.of(map(new double[4], outlines), Theme.DARK);
        assertThat(picture.place(Theme.LIGHT.ink(), RIGHT, LEGEND).height).isGreaterThan(100);
        assertThat(picture.place(new Color(0xfff36b), RIGHT, LEGEND).height).isGreaterThan(100);
    }

    private static Figure map(double[] values, List<Outline> outlines) {
        var side = (int) Math.sqrt(values.length);
        return new Figure.SignedMap("f", "", "", "", side, side, values, "v", outlines);
    }

    private static boolean inks(Picture picture, int x, int y, Color colour) {
        return IntStream.rangeClosed(-2, 2).anyMatch(i -> picture.is(x + i, y, colour) || picture.is(x, y + i, colour));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void aReferenceStandsAtItsValue(Theme theme) throws IOException {
        for (var value : new double[] {0.25, 0.5, 0.75}) {
            var strip = new Strip("ours", new double[] {value}, null);
            var dot = Picture.of(strips(List.of(strip), List.of()), theme).place(dotColour(theme), RIGHT, LEGEND);
            var line = Picture.of(strips(List.of(strip), List.of(new Reference("published", value))), theme)
                    .place(theme.series(1), RIGHT, LEGEND);
            assertThat(line.getCenterX()).isCloseTo(dot.getCenterX(), within(1.5));
            assertThat(line.height).isGreaterThan(300);
            assertThat(line.width).isLessThan(8);
        }
    }

    /** Dots shine through. */
    private static Color dotColour(Theme theme) {
        return ColourScale.between(theme.surface(), theme.series(0)).at(170 / 255.0);
    }

    @Test
    void theIntervalReachesFromEndToEnd() throws IOException {
        var ends = new Strip("ends", new double[] {0.2, 0.7}, null);
        var whole = new Strip("whole", new double[] {0.5}, new Interval(0.2, 0.7));
        var dots =
                Picture.of(strips(List.of(ends), List.of()), Theme.LIGHT).place(dotColour(Theme.LIGHT), RIGHT, LEGEND);
        var bar = Picture.of(
                strips(List.of(new Strip("ends", whole.values(), whole.interval())), List.of()), Theme.LIGHT);
        var ink = IntStream.range((int) dots.getMinX() - 20, (int) dots.getMaxX() + 20)
                .filter(x -> IntStream.range(0, LEGEND).anyMatch(y -> bar.is(x, y, Theme.LIGHT.ink())))
                .summaryStatistics();
        assertThat(ink.getMin()).isBetween((int) dots.getMinX(), (int) dots.getMinX() + 14);
        assertThat(ink.getMax()).isBetween((int) dots.getMaxX() - 14, (int) dots.getMaxX());
    }

    @Test
    void thousandsOfDotsAreAnImageAndFewAreShapes() {
        var few = new Strip("few", new double[] {0.1, 0.2}, null);
        var many = new Strip("many", new Random(2).doubles(5000).toArray(), null);
        var shapes = Drawing.svg(strips(List.of(few), List.of()), Theme.LIGHT);
        var image = Drawing.svg(strips(List.of(many, many, many), List.of()), Theme.LIGHT);
        assertThat(shapes.contains("<image")).isFalse();
        assertThat(image.contains("<image")).isTrue();
        assertThat(image.length()).isLessThan(600_000);
    }

    /** As shapes, thousands of dots would make a picture of megabytes. */
    @Test
    void aScatterOfThousandsIsAnImageAtTheSamePlaces() throws IOException {
        var few = scatter(new double[] {0.25, 0.75}, new double[] {0.25, 0.75});
        var x = IntStream.range(0, 2000)
                .mapToDouble(i -> i % 2 == 0 ? 0.25 : 0.75)
                .toArray();
        var many = scatter(x, x);
        assertThat(Drawing.svg(few, Theme.LIGHT).contains("<image")).isFalse();
        assertThat(Drawing.svg(many, Theme.LIGHT).contains("<image")).isTrue();
        assertThat(Drawing.svg(many, Theme.LIGHT).length()).isLessThan(100_000);
        var one = Picture.of(few, Theme.LIGHT).place(dotColour(Theme.LIGHT), 880, 600);
        // A thousand dots on top of each other have the full colour.
        var other = Picture.of(many, Theme.LIGHT).place(Theme.LIGHT.series(0), 880, 600);
        assertThat(other.getCenterX()).isCloseTo(one.getCenterX(), within(3.0));
        assertThat(other.getCenterY()).isCloseTo(one.getCenterY(), within(3.0));
        assertThat((double) other.width).isCloseTo(one.width, within(8.0));
        var none = new double[2000];
        Arrays.fill(none, Double.NaN);
        assertThat(Drawing.png(scatter(none, none), Theme.LIGHT))
                .isEqualTo(Drawing.png(scatter(new double[0], new double[0]), Theme.LIGHT));
    }

    private static Figure scatter(double[] x, double[] y) {
        return new Figure.Scatter("f", "", "", "", UNIT, UNIT, x, y, List.of(), List.of());
    }

    private static Figure strips(List<Strip> strips, List<Reference> references) {
        return new Figure.Strips("f", "", "", "", UNIT, strips, references);
    }

    @Test
    void sixCurvesHaveSixColoursAndTheEndOfAPhaseItsPlace() throws IOException {
        var lines = IntStream.range(0, 6)
                .mapToObj(i -> new Line("line " + i, new double[] {0, 1}, new double[] {i / 9.0 + 0.3, i / 9.0 + 0.3}))
                .toList();
        var figure = new Figure.Lines(
                "f", "", "", "", UNIT, UNIT, lines, List.of(new Reference("half", 0.5), new Reference("end", 1.3)));
        var picture = Picture.of(figure, Theme.DARK);
        for (var i = 0; i < 6; i++) {
            assertThat(picture.place(Theme.DARK.series(i), 880, 400).width).isGreaterThan(500);
        }
        var none = new Figure.Lines("f", "", "", "", UNIT, UNIT, List.of(), List.of(new Reference("only", 0.5)));
        assertThat(Drawing.svg(none, Theme.LIGHT)).doesNotContain("NaN");
    }
}
