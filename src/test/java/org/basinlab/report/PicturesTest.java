package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PicturesTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void greyIsLinearClippedAndTheSameOnBothPages(Theme theme) throws IOException {
        var values = new double[] {0, 0.25, 0.5, 0.75, 1, -3, Double.NEGATIVE_INFINITY, 7, Double.POSITIVE_INFINITY};
        var expected = new int[] {0, 64, 128, 191, 255, 0, 0, 255, 255};
        var figure = pictures(1, 1, 3, 3, values);
        var picture = Picture.of(figure, theme).image();
        var place = PicturesLayout.of(figure).place(0, 0);
        for (var i = 0; i < values.length; i++) {
            var grey = new Color(picture.getRGB((int) (2 * (place.getX() + (i % 3 + 0.5) / 3 * place.getWidth())), (int)
                    (2 * (place.getY() + (i / 3 + 0.5) / 3 * place.getHeight()))));
            assertThat(grey.getRed()).isEqualTo(grey.getGreen()).isEqualTo(grey.getBlue());
            // There are 255 greys for 256 brightnesses.
            assertThat(grey.getRed()).as("value %s", values[i]).isCloseTo(expected[i], within(1));
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whatIsNoNumberHasAHueAndALine(Theme theme) throws IOException {
        var known = pictures(1, 1, 1, 2, new double[] {0, 1});
        var some = pictures(1, 1, 1, 2, new double[] {0, Double.NaN});
        var place = PicturesLayout.of(some).place(0, 0);
        var picture = Picture.of(some, theme);
        var hue = theme.series(1);
        assertThat(picture.is((int) (2 * place.getX()) + 9, (int) (2 * place.getCenterY()), hue))
                .isFalse();
        assertThat(picture.is((int) (2 * place.getMaxX()) - 9, (int) (2 * place.getCenterY()), hue))
                .isTrue();
        assertThat(picture.place(hue, 880, picture.image().getHeight()).getMaxY())
                .as("a swatch below")
                .isGreaterThan(2 * PicturesLayout.of(some).below());
        assertThat(Drawing.height(some)).isGreaterThan(Drawing.height(known));
        assertThat(Picture.of(known, theme)
                        .place(hue, 880, 2 * Drawing.height(known))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void theLineBelowSaysWhereValuesAreClipped() {
        assertThat(ends(0, 0.5, 1)).isEqualTo("black 0, white 1");
        assertThat(ends(0, 1.01, Double.NaN)).isEqualTo("black 0, white 1 or more");
        assertThat(ends(-1e-9, 0.3)).isEqualTo("black 0 or less, white 1");
        assertThat(ends(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY))
                .isEqualTo("black 0 or less, white 1 or more");
    }

    private static String ends(double... values) {
        var figure = pictures(1, 1, 1, values.length, values);
        return new PicturesChart(figure, PicturesLayout.of(figure), Theme.LIGHT).ends();
    }

    /** A chessboard shows every pixel's borders. */
    @ParameterizedTest
    @CsvSource({"1, 1, 28, 28", "4, 8, 28, 28", "12, 12, 28, 28", "3, 5, 7, 13", "2, 12, 40, 20"})
    void everyPixelIsASquareOfTheSameSize(int rows, int columns, int height, int width) throws IOException {
        var board = IntStream.range(0, height * width)
                .mapToDouble(i -> (i % width + i / width) % 2)
                .toArray();
        var all = new double[rows * columns][];
        Arrays.fill(all, board);
        var figure = pictures(rows, columns, height, width, all);
        var layout = PicturesLayout.of(figure);
        var image = Picture.of(figure, Theme.LIGHT).image();
        assertThat(layout.shrink()).isEqualTo(1);
        for (var corner : List.of(layout.place(0, 0), layout.place(rows - 1, columns - 1))) {
            var left = (int) (2 * corner.getX());
            var top = (int) (2 * corner.getY());
            assertThat(2 * corner.getX()).isEqualTo(left);
            assertThat(2 * corner.getY()).isEqualTo(top);
            for (var y = 0; y < height * layout.factor(); y++) {
                for (var x = 0; x < width * layout.factor(); x++) {
                    var white = (x / layout.factor() + y / layout.factor()) % 2 == 1;
                    assertThat(image.getRGB(left + x, top + y)).isEqualTo(white ? 0xffffffff : 0xff000000);
                }
            }
        }
    }

    @Test
    void twelveByTwelveDigitsFitWithTheirLabelsWhole() {
        var figure = pictures(12, 12, 28, 28, new double[144][]);
        var layout = PicturesLayout.of(figure);
        for (var row = 0; row < 12; row++) {
            assertThat(String.join(" ", layout.rowLabel(row))).isEqualTo("row " + row);
            assertThat(String.join(" ", layout.columnLabel(row))).isEqualTo("step " + row);
            var place = layout.place(row, row);
            assertThat(place.getWidth()).isEqualTo(28);
            assertThat(place.getMinX()).isPositive();
            assertThat(place.getMaxX()).isLessThan(Drawing.WIDTH);
            assertThat(place.getMaxY()).isLessThan(layout.below());
        }
    }

    /** Larger images would leave no room for a label of many words. */
    @Test
    void labelsTakeWhatTheyNeedAndNoMore() {
        var blank = labelled("");
        var brief = labelled("t = 1");
        var wordy = labelled("starting from noise alone");
        assertThat(brief.factor()).isEqualTo(blank.factor());
        assertThat(String.join(" ", wordy.rowLabel(0))).isEqualTo("starting from noise alone");
        assertThat(wordy.rowLabel(0)).hasSizeGreaterThan(1);
        var endless = labelled("anunbrokenwordoffarmorelettersthanthereisroomfor");
        assertThat(endless.rowLabel(0)).singleElement().asString().endsWith("…").hasSizeGreaterThan(5);
    }

    private static PicturesLayout labelled(String row) {
        return PicturesLayout.of(new Figure.Pictures(
                "f", "", "", "", List.of(row), Collections.nCopies(8, "a"), 28, 28, Collections.nCopies(8, null)));
    }

    @Test
    void aPlaceWithoutAPictureIsEmpty() throws IOException {
        var black = new double[4];
        var figure = pictures(2, 2, 2, 2, black, null, null, black);
        var layout = PicturesLayout.of(figure);
        var picture = Picture.of(figure, Theme.LIGHT);
        for (var i = 0; i < 4; i++) {
            var place = layout.place(i / 2, i % 2);
            var colour = i == 0 || i == 3 ? Color.BLACK : Color.WHITE;
            assertThat(picture.is((int) (2 * place.getCenterX()), (int) (2 * place.getCenterY()), colour))
                    .isTrue();
        }
    }

    @Test
    void aWhitePictureOnAWhitePageHasAFrame() throws IOException {
        var white = List.of(new double[] {1});
        var figure = new Figure.Pictures("f", "", "", "", List.of(""), List.of(""), 1, 1, white);
        var place = PicturesLayout.of(figure).place(0, 0);
        var frame = Picture.of(figure, Theme.LIGHT).place(Theme.LIGHT.quiet(), 880, (int) (2 * place.getMaxY()) + 1);
        assertThat(frame.getMinX()).isEqualTo(2 * place.getMinX() - 1);
        assertThat(frame.getMaxX()).isEqualTo(2 * place.getMaxX() + 1);
        assertThat(frame.getMinY()).isEqualTo(2 * place.getMinY() - 1);
    }

    @Test
    void largeImagesAreShrunkToMeansOfWhatWouldBeSeen() {
        // Five by three in squares of two: the last column and row are of fewer.
        var values = new double[] {0, 1, 9, 1, 0.5, 1, 0, -9, 0, 0.5, 0.25, 0.75, 1, 1, Double.NaN};
        var image = GreyImage.of(values, 5, 2, 1, Color.RED);
        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        var seen = IntStream.range(0, 5)
                .map(i -> new Color(image.getRGB(i % 3, i / 3)).getRed())
                .toArray();
        // The mean is 1/2 everywhere but for the 1 at last, and 255 greys are for 256 brightnesses.
        assertThat(seen).containsExactly(128, 128, 128, 128, 255);
        assertThat(new Color(image.getRGB(2, 1))).isEqualTo(Color.RED);
        var large = pictures(2, 10, 200, 200, new double[20][]);
        var layout = PicturesLayout.of(large);
        assertThat(layout.shrink()).isGreaterThan(1);
        assertThat(layout.place(1, 9).getMaxX()).isLessThan(Drawing.WIDTH);
        assertThat(layout.place(0, 0).getWidth()).isGreaterThan(25);
    }

    @Test
    void awkwardOnesAreDrawn() throws Exception {
        var figures = List.of(
                pictures(0, 0, 1, 1),
                pictures(3, 0, 1, 1),
                pictures(0, 3, 1, 1),
                pictures(2, 2, 5, 5, new double[4][]),
                pictures(1, 1, 1, 1, new double[] {Double.NaN}),
                pictures(1, 1, 1, 3000, new double[3000]),
                pictures(1, 2, 3000, 1, new double[3000], new double[3000]),
                pictures(12, 1, 90, 90, new double[12][]),
                labelled("").figure());
        for (var figure : figures) {
            var svg = Drawing.svg(figure, Theme.DARK);
            assertThat(svg.contains("NaN")).isFalse();
            assertThat(svg.contains("Infinity")).isFalse();
            assertThat(Drawing.height(figure)).isBetween(20, 720);
            assertThat(Picture.of(figure, Theme.DARK).is(0, 0, Theme.DARK.surface()))
                    .isTrue();
        }
    }

    @Test
    void itIsSmallAndTheSameAtEveryCall() {
        var noise = new Random(1);
        var all = new double[96][];
        Arrays.setAll(
                all,
                i -> DoubleStream.generate(() -> 0.5 + 0.3 * noise.nextGaussian())
                        .limit(784)
                        .toArray());
        var figure = pictures(8, 12, 28, 28, all);
        var svg = Drawing.svg(figure, Theme.LIGHT);
        // Noise compresses least: with base 64 and labels it comes to 4.4 kB a picture.
        assertThat(svg.length()).isLessThan(96 * 5000);
        assertThat(svg).contains("<desc>what is seen</desc>");
        assertThat(svg.equals(Drawing.svg(figure, Theme.LIGHT))).isTrue();
    }

    private static Figure.Pictures pictures(int rows, int columns, int height, int width, double[]... pictures) {
        return new Figure.Pictures(
                "f",
                "",
                "",
                "what is seen",
                IntStream.range(0, rows).mapToObj(i -> "row " + i).toList(),
                IntStream.range(0, columns).mapToObj(i -> "step " + i).toList(),
                height,
                width,
                Arrays.asList(pictures));
    }
}
