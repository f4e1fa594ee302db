package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingTest {
    private static final List<Figure> FIGURES = SampleFindings.findings().figures();

    @Test
    void pngsAreCrispAndNotBlank() throws IOException {
        for (var figure : FIGURES) {
            for (var theme : Theme.values()) {
                var image = decoded(Drawing.png(figure, theme));
                assertThat(image.getWidth()).isEqualTo(880);
                assertThat(image.getHeight()).isEqualTo(700);
                assertThat(colours(image)).as(figure.name()).isGreaterThan(20);
                assertThat(image.getRGB(0, 0)).isEqualTo(theme.surface().getRGB());
            }
        }
    }

    @Test
    void svgsAreWellFormedAndSmall() throws Exception {
        for (var figure : FIGURES) {
            for (var theme : Theme.values()) {
                var svg = Drawing.svg(figure, theme);
                assertThat(svg.getBytes(StandardCharsets.UTF_8))
                        .as(figure.name())
                        .hasSizeLessThan(300_000);
                var root = parsed(svg);
                assertThat(root.getTagName()).isEqualTo("svg");
                assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 440 350");
                assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                        .isEqualTo(figure.alt());
            }
        }
    }

    @Test
    void aDensityOfAllWeightsIsADensityOfAllWeights() {
        assertThat(SampleFindings.weights().x()).hasSize(78_400);
    }

    @Test
    void theSameFigureGivesTheSameBytes() {
        for (var figure : List.of(SampleFigures.byNeuron(), SampleFigures.nulls(), SampleFigures.mapOverDigits())) {
            assertThat(Drawing.svg(figure, Theme.DARK)).isEqualTo(Drawing.svg(figure, Theme.DARK));
            assertThat(Drawing.png(figure, Theme.LIGHT)).isEqualTo(Drawing.png(figure, Theme.LIGHT));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("awkward")
    void awkwardNumbersAreDrawnAllTheSame(String what, double[] x, double[] y) throws Exception {
        for (var log : new boolean[] {false, true}) {
            var axis = new Axis(what, Double.NaN, Double.NaN, log);
            var line = new Line("a & b < c", x, y);
            var figures = List.of(
                    new Figure.Density("f", what, "", "", axis, axis, x, y, List.of(line), null),
                    new Figure.Density("f", what, "", "", axis, axis, x, y, List.of(line), groups(x.length)),
                    new Figure.Scatter("f", what, "", "", axis, axis, x, y, List.of(line, line), marks(x, y)),
                    new Figure.Scatter("f", what, "", "", axis, axis, x, y, List.of(), List.of()),
                    new Figure.Lines("f", what, "", "", axis, axis, List.of(line, line), references(x)),
                    new Figure.Lines("f", what, "", "", axis, axis, List.of(), List.of()),
                    new Figure.SignedMap("f", what, "", "", 1, x.length, x, what, List.of()),
                    new Figure.SignedMap("f", what, "", "", x.length, 1, x, what, outlines(x)),
                    new Figure.Strips("f", what, "", "", axis, strips(what, x, y), references(y)),
                    new Figure.Strips("f", what, "", "", axis, List.of(), references(x)));
            for (var figure : figures) {
                var svg = Drawing.svg(figure, Theme.LIGHT);
                assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
                parsed(svg);
            }
            if (!log) {
                assertThat(colours(decoded(Drawing.png(figures.get(0), Theme.DARK))))
                        .isGreaterThan(4);
            }
        }
    }

    private static Groups groups(int points) {
        return new Groups("side", IntStream.range(-1, points - 1).toArray());
    }

    private static List<Mark> marks(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToObj(i -> new Mark("m" + i, y[i], x[i]))
                .toList();
    }

    private static List<Reference> references(double[] x) {
        return DoubleStream.of(x)
                .mapToObj(value -> new Reference("at " + value, value))
                .toList();
    }

    private static List<Outline> outlines(double[] x) {
        var none = new boolean[x.length];
        var all = new boolean[x.length];
        Arrays.fill(all, true);
        return List.of(new Outline("none", none), new Outline("all", all), new Outline("none", none));
    }

    private static List<Strip> strips(String what, double[] x, double[] y) {
        var interval = x[0] <= y[0] ? new Interval(x[0], y[0]) : null;
        return List.of(
                new Strip(what, x, interval),
                new Strip("", y, new Interval(Double.NEGATIVE_INFINITY, 2)),
                new Strip(what, new double[0], interval),
                new Strip(what, new double[0], null));
    }

    private static Stream<Arguments> awkward() {
        return Stream.of(
                Arguments.of("one point", new double[] {0.3}, new double[] {4}),
                Arguments.of("no values", fill(Double.NaN), fill(Double.NaN)),
                Arguments.of("infinite", fill(Double.POSITIVE_INFINITY), fill(Double.NEGATIVE_INFINITY)),
                Arguments.of("zeros", fill(0), fill(0)),
                Arguments.of("constant", fill(7e12), fill(-3e-12)),
                Arguments.of("nearly constant", new double[] {1, 1 + 1e-15}, new double[] {1e9, 1e9 + 1e-6}),
                Arguments.of("huge", new double[] {-1e300, 1e300, 5}, new double[] {1e299, 1e300, 1e-300}),
                Arguments.of("beyond", fill(Double.MAX_VALUE), fill(-Double.MAX_VALUE)),
                Arguments.of("tiny", new double[] {1e-300, 2e-300}, new double[] {Double.MIN_VALUE, 0}),
                Arguments.of("zeros and negatives", new double[] {0, -1, 1, 10}, new double[] {1, 100, 0, 1000}),
                Arguments.of("narrow", new double[] {1.01, 1.02, 1.03}, new double[] {3, 4, 40}),
                Arguments.of("gap", new double[] {1, 2, Double.NaN, 4}, new double[] {1, Double.NaN, 3, 4}));
    }

    @Test
    void emptyFiguresSaySo() throws IOException {
        var none = new double[0];
        var axis = Axis.linear("x");
        var density = new Figure.Density("f", "", "", "", axis, axis, none, none, List.of(), null);
        var map = new Figure.SignedMap("f", "", "", "", 0, 0, none, "v", List.of());
        assertThat(colours(decoded(Drawing.png(density, Theme.LIGHT)))).isGreaterThan(4);
        assertThat(colours(decoded(Drawing.png(map, Theme.LIGHT)))).isGreaterThan(4);
    }

    @Test
    void zeroIsWhiteAndNoValueIsNot() throws IOException {
        var values = new double[] {-1, 0, Double.NaN, 1};
        var map = new Figure.SignedMap("f", "", "", "", 2, 2, values, "v", List.of());
        var image = decoded(Drawing.png(map, Theme.LIGHT));
        assertThat(image.getRGB(490, 180)).isEqualTo(0xffffffff);
        assertThat(image.getRGB(190, 490)).isEqualTo(Theme.LIGHT.noValue().getRGB());
        assertThat(image.getRGB(190, 180)).isEqualTo(ColourScale.SIGNED.at(0).getRGB());
        assertThat(image.getRGB(490, 490)).isEqualTo(ColourScale.SIGNED.at(1).getRGB());
    }

    @Test
    void longLabelsStayInside() throws IOException {
        var label = "a very long name of what is measured, with its unit and more words (in nothing)";
        var axis = Axis.unit(label);
        var line = new Line(label, new double[] {0, 1}, new double[] {0, 1});
        var wide = new Figure.Lines("f", "", "", "", axis, axis, List.of(line, line), List.of());
        var dense = new Figure.Density("f", "", "", "", axis, axis, line.x(), line.y(), List.of(line), null);
        var map = new Figure.SignedMap("f", "", "", "", 1, 2, line.x(), label, List.of());
        for (var figure : List.of(wide, dense, map)) {
            var image = decoded(Drawing.png(figure, Theme.LIGHT));
            for (var x : new int[] {0, 3, 876, 879}) {
                assertThat(IntStream.range(0, image.getHeight())).allMatch(y -> image.getRGB(x, y) == 0xffffffff);
            }
            assertThat(IntStream.range(0, 880))
                    .allMatch(x -> image.getRGB(x, 0) == 0xffffffff && image.getRGB(x, 699) == 0xffffffff);
        }
    }

    private static double[] fill(double value) {
        return DoubleStream.generate(() -> value).limit(3).toArray();
    }

    private static BufferedImage decoded(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static long colours(BufferedImage image) {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }

    private static org.w3c.dom.Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
