package org.basinlab.report;

import java.awt.Font;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.report.WiringColumn.Side;

/**
 * Where everything of a {@link Figure.Wiring} stands, in CSS pixels. The nodes of every layer are spread over the same
 * height, each in the middle of an equal share: so in a tree a node stands in the middle of those that it reads.
 *
 * @param columns one a layer
 * @param net     height of the network
 * @param heading of the names of the layers
 */
record WiringLayout(Figure.Wiring figure, List<WiringColumn> columns, double net, Font heading) {
    /** Height of a line below the network. */
    static final double LINE = 22;
    /** Between a node and a label beside it. */
    static final double BESIDE = 5;
    /** At the left and at the right. */
    static final double MARGIN = 8;

    private static final double TOP = 6;
    /** Room left and right of the middle of an outer layer, for its name. */
    private static final double OUTER = 16;
    /** Between the names of the layers and their nodes. */
    private static final double ABOVE = 6;
    /** Height for each node, where there are not too many. */
    private static final double SHARE = 38;

    /** Labels beside nodes are not longer. */
    private static final double LONGEST = 100;
    /** Way from column to column that labels beside nodes leave for each. */
    private static final double STEP = 40;

    private static final double LOWEST = 160;
    private static final double HIGHEST = 490;
    /** Between the names of two layers. */
    private static final double BETWEEN = 6;

    private static final int HEADING_LINES = 3;
    /** Corners of nodes are not rounder. */
    private static final double ROUND = 22;

    static WiringLayout of(Figure.Wiring figure) {
        var most = figure.layers().stream()
                .mapToInt(layer -> layer.nodes().size())
                .max()
                .orElse(0);
        var net = Math.max(LOWEST, Math.min(HIGHEST, most * SHARE));
        var columns = columns(figure, net, 0);
        // Labels beside the outer nodes leave less for the rest, at worst once for each side.
        for (var side = 0; side < 2; side++) {
            columns = columns(figure, net, beside(columns));
        }
        var unnamed = new WiringLayout(figure, columns, net, Lettering.FONT);
        var heading = IntStream.range(0, columns.size())
                .mapToObj(i -> Lettering.largest(
                        List.of(figure.layers().get(i).label()), unnamed.headingRoom(i), HEADING_LINES))
                .min(Comparator.comparing(Font::getSize2D))
                .orElse(Lettering.FONT);
        return new WiringLayout(figure, columns, net, heading);
    }

    private static List<WiringColumn> columns(Figure.Wiring figure, double net, double taken) {
        var layers = figure.layers();
        var step = (Drawing.WIDTH - 2 * MARGIN - taken) / Math.max(1, layers.size());
        var longest = Math.min(LONGEST, (Drawing.WIDTH - 2 * MARGIN - layers.size() * STEP) / 2 - BESIDE);
        var columns = new ArrayList<WiringColumn>();
        for (var i = 0; i < layers.size(); i++) {
            var outer = i == 0 ? Side.LEFT : i == layers.size() - 1 ? Side.RIGHT : Side.NOWHERE;
            columns.add(WiringColumn.of(layers.get(i), net, step, outer, longest));
        }
        return List.copyOf(columns);
    }

    private static double beside(List<WiringColumn> columns) {
        return columns.stream().mapToDouble(WiringColumn::beside).sum();
    }

    /** Of the nodes of a layer. */
    double x(int layer) {
        if (columns.size() == 1) {
            return Drawing.WIDTH / 2.0;
        }
        var first = columns.get(0);
        var last = columns.get(columns.size() - 1);
        var left = MARGIN + first.beside() + Math.max(OUTER, first.width() / 2);
        var right = Drawing.WIDTH - MARGIN - last.beside() - Math.max(OUTER, last.width() / 2);
        return left + layer * (right - left) / (columns.size() - 1);
    }

    /** Of the middle of a node. */
    double y(int layer, int node) {
        return top() + (node + 0.5) * columns.get(layer).share();
    }

    RoundRectangle2D node(int layer, int node) {
        var column = columns.get(layer);
        var round = Math.min(ROUND, column.height());
        if (column.width() <= column.height()) {
            round = column.height();
        }
        return new RoundRectangle2D.Double(
                x(layer) - column.width() / 2,
                y(layer, node) - column.height() / 2,
                column.width(),
                column.height(),
                round,
                round);
    }

    /** Where wires leave a node. */
    Point2D out(int layer, int node) {
        return new Point2D.Double(x(layer) + columns.get(layer).width() / 2, y(layer, node));
    }

    /** Where wires reach a node. */
    Point2D in(int layer, int node) {
        return new Point2D.Double(x(layer) - columns.get(layer).width() / 2, y(layer, node));
    }

    /** Half way to the next layer on both sides, and to the margin at the ends. */
    private double headingRoom(int layer) {
        var left = layer == 0 ? x(0) - MARGIN : (x(layer) - x(layer - 1) - BETWEEN) / 2;
        var last = layer == columns.size() - 1;
        var right = last ? Drawing.WIDTH - MARGIN - x(layer) : (x(layer + 1) - x(layer) - BETWEEN) / 2;
        return left + right;
    }

    List<String> headingLines(int layer) {
        return Lettering.wrapped(figure.layers().get(layer).label(), heading, headingRoom(layer), HEADING_LINES);
    }

    /** Middle of a line of a layer's name: above its nodes, but not beyond the margins. */
    double headingX(int layer, String line) {
        var half = Lettering.width(line, heading) / 2;
        return Math.max(MARGIN + half, Math.min(Drawing.WIDTH - MARGIN - half, x(layer)));
    }

    /** Top of the name of a layer, which ends just above the nodes. */
    double headingTop(int layer) {
        return top() - ABOVE - PlacedWords.height(headingLines(layer).size(), heading);
    }

    private double top() {
        var lines = IntStream.range(0, columns.size())
                .filter(layer -> !figure.layers().get(layer).label().isBlank())
                .map(layer -> headingLines(layer).size())
                .max()
                .orElse(0);
        return TOP + PlacedWords.height(lines, heading) + (lines == 0 ? 0 : ABOVE);
    }

    /** Top of the legend. */
    double below() {
        return top() + net + 8;
    }

    /** The least share of the height that a node has. */
    double narrowest() {
        return columns.stream().mapToDouble(WiringColumn::share).min().orElse(net);
    }
}
