package org.basinlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.NodeRole;
import org.basinlab.experiment.Figure.Wire;
import org.basinlab.experiment.Figure.WiringLayer;
import org.basinlab.experiment.Figure.WiringNode;
import org.basinlab.report.WiringColumn.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class WiringTest {
    /** Opacity of the strongest wire. */
    private static final double STRONGEST = 0.95;

    @Test
    void inATreeANodeStandsInTheMiddleOfThoseItReads() {
        var layout = WiringLayout.of(wiring(List.of(), 8, 12, 6, 3, 1));
        for (var layer = 1; layer < 5; layer++) {
            for (var group = 0; group < Math.max(1, 4 >> layer - 1); group++) {
                var read = layer == 1 ? 2 : layer == 4 ? 3 : 6;
                var here = layer == 4 ? 1 : 3;
                assertThat(middle(layout, layer, group * here, here))
                        .as("group %d of layer %d", group, layer)
                        // All of it is arithmetic on numbers below a thousand.
                        .isCloseTo(middle(layout, layer - 1, group * read, read), within(1e-9));
            }
        }
    }

    private static double middle(WiringLayout layout, int layer, int first, int nodes) {
        return IntStream.range(first, first + nodes)
                .mapToDouble(node -> layout.y(layer, node))
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theColourOfAWireIsItsSign(Theme theme) throws IOException {
        // Dashes have gaps: 81 wires are drawn without.
        var wires = new ArrayList<>(Collections.nCopies(80, new Wire(0, 0, 0, 2)));
        wires.add(new Wire(0, 1, 1, -2));
        var figure = wiring(wires, 2, 2);
        var drawn = Picture.of(figure, theme);
        var layout = WiringLayout.of(figure);
        assertThat(at(drawn, between(layout, 0, 0, 0, 0.5), strongest(theme, theme.positive())))
                .isTrue();
        assertThat(at(drawn, between(layout, 0, 1, 1, 0.5), strongest(theme, theme.negative())))
                .isTrue();
        assertThat(at(drawn, between(layout, 0, 0, 1, 0.5), theme.surface())).isTrue();
    }

    /** Colour alone does not tell everyone the sign. */
    @Test
    void fewWiresOfNegativeWeightAreDashed() throws IOException {
        var figure = wiring(List.of(new Wire(0, 0, 0, 1), new Wire(0, 1, 1, -1)), 2, 2);
        var drawn = Picture.of(figure, Theme.LIGHT);
        var layout = WiringLayout.of(figure);
        assertThat(gaps(drawn, layout, 0)).isZero();
        assertThat(gaps(drawn, layout, 1)).isBetween(50, 120);
    }

    /** Of two hundred places along the wire between two nodes of that number, those where the page shows. */
    private static int gaps(Picture drawn, WiringLayout layout, int node) {
        return (int) IntStream.range(20, 180)
                .filter(i -> at(drawn, between(layout, 0, node, node, i / 200.0), Color.WHITE))
                .count();
    }

    @Test
    void aLargerWeightIsWiderAndLiesOverASmallerOne() throws IOException {
        var figure = wiring(List.of(new Wire(0, 0, 1, 4), new Wire(0, 1, 0, 1)), 2, 2);
        var turned = wiring(List.of(new Wire(0, 1, 0, 1), new Wire(0, 0, 1, 4)), 2, 2);
        var drawn = Picture.of(figure, Theme.LIGHT);
        var layout = WiringLayout.of(figure);
        assertThat(width(drawn, between(layout, 0, 0, 1, 0.25)))
                .isGreaterThan(width(drawn, between(layout, 0, 1, 0, 0.25)) + 1);
        assertThat(at(drawn, between(layout, 0, 0, 1, 0.5), strongest(Theme.LIGHT, Theme.LIGHT.positive())))
                .as("where they cross")
                .isTrue();
        assertThat(Drawing.png(turned, Theme.LIGHT)).isEqualTo(Drawing.png(figure, Theme.LIGHT));
    }

    /** Pixels of a wire along an upright line. */
    private static int width(Picture drawn, Point2D at) {
        return (int) IntStream.range(-12, 13)
                .filter(i -> !drawn.is((int) (2 * at.getX()), (int) (2 * at.getY()) + i, Color.WHITE))
                .count();
    }

    @Test
    void aWeightOfZeroIsNoWire() {
        var none = wiring(List.of(), 2, 2);
        var zeros = wiring(List.of(new Wire(0, 0, 0, 0), new Wire(0, 1, 1, -0.0)), 2, 2);
        var some = wiring(List.of(new Wire(0, 0, 0, 0), new Wire(0, 1, 1, 1)), 2, 2);
        assertThat(Drawing.png(zeros, Theme.DARK)).isEqualTo(Drawing.png(none, Theme.DARK));
        assertThat(Drawing.height(some))
                .as("nothing to explain without wires")
                .isEqualTo(Drawing.height(none) + 2 * (int) WiringLayout.LINE);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void rolesHaveTheirGroundsAndDimmedOnesFaintWires(Theme theme) throws IOException {
        var roles = NodeRole.values();
        var left = Arrays.stream(roles).map(role -> new WiringNode("", role)).toList();
        var right = Collections.nCopies(roles.length, new WiringNode("", NodeRole.UNIT));
        var wires = IntStream.range(0, roles.length)
                .mapToObj(i -> new Wire(0, i, i, 1))
                .toList();
        var figure = wiring(List.of(new WiringLayer("", left), new WiringLayer("", right)), wires);
        var drawn = Picture.of(figure, theme);
        var layout = WiringLayout.of(figure);
        var grounds = List.of(theme.surface(), theme.grid(), theme.ink(), theme.highlight(), theme.surface());
        for (var i = 0; i < roles.length; i++) {
            var node = layout.node(0, i);
            assertThat(at(drawn, new Point2D.Double(node.getCenterX(), node.getCenterY()), grounds.get(i)))
                    .as("%s", roles[i])
                    .isTrue();
            assertThat(at(drawn, between(layout, 0, i, i, 0.5), strongest(theme, theme.positive())))
                    .isEqualTo(roles[i] != NodeRole.DIMMED);
            assertThat(at(drawn, between(layout, 0, i, i, 0.5), theme.surface()))
                    .isFalse();
        }
    }

    @Test
    void labelsAreInTheNodesWhileThereIsRoom() {
        for (var nodes : new int[] {1, 2, 8, 12, 16, 24}) {
            var column = WiringLayout.of(labelled("h", nodes, nodes, nodes))
                    .columns()
                    .get(1);
            assertThat(column.side()).as("%d nodes", nodes).isEqualTo(Side.INSIDE);
            assertThat(column.lines(0)).containsExactly("h");
            assertThat(column.font().getSize2D()).isGreaterThanOrEqualTo(11);
        }
        var none = WiringLayout.of(labelled("h", 4, 48, 4)).columns();
        assertThat(none.get(1).side()).isEqualTo(Side.NOWHERE);
        assertThat(none.get(1).lines(0)).isEmpty();
        assertThat(none.get(0).lines(0)).containsExactly("h");
    }

    @Test
    void labelsTooLongForTheirNodesAreBesideTheOuterOnes() {
        var layout = WiringLayout.of(labelled("averylongname", 3, 3, 3, 3, 3));
        var sides = layout.columns().stream().map(WiringColumn::side).toList();
        assertThat(sides).containsExactly(Side.LEFT, Side.NOWHERE, Side.NOWHERE, Side.NOWHERE, Side.RIGHT);
        var first = layout.columns().get(0);
        assertThat(first.lines(0)).containsExactly("averylongname");
        assertThat(layout.in(0, 0).getX() - WiringLayout.BESIDE - first.room()).isGreaterThan(5);
        assertThat(layout.out(4, 0).getX() + WiringLayout.BESIDE + first.room()).isLessThan(Drawing.WIDTH - 5);
        var endless = WiringLayout.of(labelled("of so many letters that nobody could read them", 2, 2, 2));
        assertThat(endless.columns().get(0).lines(0)).singleElement().asString().endsWith("…");
    }

    @Test
    void aLabelWithItsBiasHasTwoLines() {
        var column =
                WiringLayout.of(labelled("a − b bias −0.5", 3, 3, 3)).columns().get(1);
        assertThat(column.lines(0)).containsExactly("a − b bias", "−0.5");
    }

    @Test
    void nodesStayApartAndInside() {
        for (var layers = 1; layers <= 8; layers++) {
            for (var nodes : new int[] {1, 2, 5, 12, 24, 48}) {
                for (var label : List.of("", "a+b", "a very long name")) {
                    var sizes = IntStream.range(0, layers)
                            .map(i -> Math.max(1, nodes / (i + 1)))
                            .toArray();
                    apartAndInside(labelled(label, sizes));
                }
            }
        }
    }

    private static void apartAndInside(Figure.Wiring figure) {
        var layout = WiringLayout.of(figure);
        var page = new Rectangle2D.Double(0, 0, Drawing.WIDTH, layout.below());
        for (var layer = 0; layer < figure.layers().size(); layer++) {
            for (var node = 0; node < figure.layers().get(layer).nodes().size(); node++) {
                var place = layout.node(layer, node);
                assertThat(page.contains(place.getBounds2D())).isTrue();
                if (node > 0) {
                    assertThat(place.getMinY())
                            .isGreaterThan(layout.node(layer, node - 1).getMaxY());
                }
            }
            if (layer > 0) {
                assertThat(layout.in(layer, 0).getX() - layout.out(layer - 1, 0).getX())
                        .as("room for wires")
                        .isGreaterThan(15);
            }
        }
    }

    @Test
    void namesOfLayersAreNotCutWhereEightStandBesideEachOther() {
        var layout = WiringLayout.of(wiring(List.of(), 48, 48, 48, 48, 48, 48, 48, 48));
        for (var layer = 0; layer < 8; layer++) {
            assertThat(String.join(" ", layout.headingLines(layer))).isEqualTo("layer " + layer);
        }
    }

    @Test
    void aNetworkOfManyWiresIsStillASmallPicture() throws Exception {
        var random = new Random(1);
        var wires = new ArrayList<Wire>();
        for (var i = 0; i < 3 * 32 * 32; i++) {
            wires.add(new Wire(i / (32 * 32), i / 32 % 32, i % 32, random.nextGaussian()));
        }
        var figure = wiring(wires, 32, 32, 32, 32);
        var svg = Drawing.svg(figure, Theme.LIGHT);
        // About forty characters a wire.
        assertThat(svg.length()).isLessThan(200_000);
        assertThat(Drawing.height(figure)).isLessThan(620);
        assertThat(parsed(svg).getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("what is seen");
        assertThat(svg.equals(Drawing.svg(figure, Theme.LIGHT))).isTrue();
    }

    @Test
    void awkwardOnesAreDrawn() throws Exception {
        var endless = "a name of a sign that is far too long to share a line with another one";
        var figures = List.of(
                wiring(List.of()),
                wiring(List.of(), 0),
                wiring(List.of(), 3),
                wiring(List.of(), 3, 0, 3),
                wiring(List.of(), 1000, 1),
                labelled("label", IntStream.generate(() -> 2).limit(30).toArray()),
                wiring(List.of(new Wire(0, 0, 0, Double.MAX_VALUE), new Wire(0, 0, 0, -Double.MIN_VALUE)), 1, 1),
                wiring(List.of(new Wire(0, 0, 0, Double.MIN_VALUE)), 1, 1),
                new Figure.Wiring(
                        "f",
                        "",
                        "",
                        "",
                        wiring(List.of(), 1, 1).layers(),
                        List.of(new Wire(0, 0, 0, -1)),
                        endless,
                        "a & b < c"));
        for (var figure : figures) {
            var svg = Drawing.svg(figure, Theme.DARK);
            assertThat(svg.contains("NaN")).isFalse();
            assertThat(svg.contains("Infinity")).isFalse();
            parsed(svg);
            var image = Picture.of(figure, Theme.DARK).image();
            for (var y = 0; y < image.getHeight(); y++) {
                assertThat(image.getRGB(0, y)).isEqualTo(Theme.DARK.surface().getRGB());
                assertThat(image.getRGB(879, y)).isEqualTo(Theme.DARK.surface().getRGB());
            }
        }
    }

    /** A place on the way between two nodes. */
    private static Point2D between(WiringLayout layout, int layer, int from, int to, double part) {
        var wire = new Line2D.Double(layout.out(layer, from), layout.in(layer + 1, to));
        return new Point2D.Double(wire.x1 + part * (wire.x2 - wire.x1), wire.y1 + part * (wire.y2 - wire.y1));
    }

    private static boolean at(Picture drawn, Point2D point, Color colour) {
        return drawn.is((int) (2 * point.getX()), (int) (2 * point.getY()), colour);
    }

    private static Color strongest(Theme theme, Color colour) {
        return ColourScale.between(theme.surface(), colour).at(STRONGEST);
    }

    /** Layers of so many nodes without labels. */
    private static Figure.Wiring wiring(List<Wire> wires, int... sizes) {
        return wiring(layers("", sizes), wires);
    }

    /** Layers of so many nodes, all with one label. */
    private static Figure.Wiring labelled(String label, int... sizes) {
        return wiring(layers(label, sizes), List.of());
    }

    private static List<WiringLayer> layers(String label, int... sizes) {
        return IntStream.range(0, sizes.length)
                .mapToObj(i -> new WiringLayer(
                        "layer " + i, Collections.nCopies(sizes[i], new WiringNode(label, NodeRole.UNIT))))
                .toList();
    }

    private static Figure.Wiring wiring(List<WiringLayer> layers, List<Wire> wires) {
        return new Figure.Wiring("f", "", "", "what is seen", layers, wires, "positive", "negative");
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }
}
