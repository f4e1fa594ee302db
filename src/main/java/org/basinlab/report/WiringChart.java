package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.EnumMap;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.NodeRole;
import org.basinlab.report.WiringColumn.Side;
import org.jfree.chart.JFreeChart;

/** Draws a {@link Figure.Wiring}: wires, nodes over them, then labels, and the legend below. */
record WiringChart(Figure.Wiring figure, WiringLayout layout, Theme theme) {
    /** On a highlighted node, whose colour is light on both pages. */
    private static final Color DARK = Theme.LIGHT.ink();

    static JFreeChart of(Figure.Wiring figure, Theme theme) {
        var picture = new WiringChart(figure, WiringLayout.of(figure), theme);
        return FreePlot.chart("wiring", picture::draw, theme);
    }

    /** In CSS pixels. */
    static int height(Figure.Wiring figure) {
        var layout = WiringLayout.of(figure);
        return (int) Math.ceil(layout.below() + new WiringLegend(figure, layout, Theme.LIGHT).height());
    }

    private void draw(Graphics2D g2) {
        if (figure.layers().isEmpty()) {
            var middle = layout.below() / 2;
            new PlacedWords(g2, theme.ink())
                    .at("no values to draw", Lettering.FONT, Drawing.WIDTH / 2.0, middle, 0, 0.5);
            return;
        }
        new Wires(figure, layout, theme).draw(g2);
        nodes(g2);
        for (var layer = 0; layer < figure.layers().size(); layer++) {
            heading(g2, layer);
            labels(g2, layer);
        }
        new WiringLegend(figure, layout, theme).draw(g2);
    }

    /** Those of one role are one shape. */
    private void nodes(Graphics2D g2) {
        var shapes = new EnumMap<NodeRole, Path2D.Double>(NodeRole.class);
        for (var layer = 0; layer < figure.layers().size(); layer++) {
            var nodes = figure.layers().get(layer).nodes();
            for (var node = 0; node < nodes.size(); node++) {
                shapes.computeIfAbsent(nodes.get(node).role(), first -> new Path2D.Double())
                        .append(layout.node(layer, node), false);
            }
        }
        g2.setStroke(new BasicStroke((float) Math.max(0.6, Math.min(1.4, 0.06 * layout.narrowest()))));
        shapes.forEach((role, shape) -> {
            g2.setPaint(ground(role));
            g2.fill(shape);
            g2.setPaint(rim(role));
            g2.draw(shape);
        });
    }

    private Color ground(NodeRole role) {
        return switch (role) {
            case INPUT, DIMMED -> theme.surface();
            case UNIT -> theme.grid();
            case OUTPUT -> theme.ink();
            case HIGHLIGHTED -> theme.highlight();
        };
    }

    private Color rim(NodeRole role) {
        return switch (role) {
            case INPUT, OUTPUT, HIGHLIGHTED -> theme.ink();
            case UNIT -> theme.quiet();
            case DIMMED -> theme.grid();
        };
    }

    private Color letters(NodeRole role) {
        return switch (role) {
            case INPUT, UNIT -> theme.ink();
            case OUTPUT -> theme.surface();
            case HIGHLIGHTED -> DARK;
            case DIMMED -> theme.quiet();
        };
    }

    private void heading(Graphics2D g2, int layer) {
        var words = new PlacedWords(g2, theme.ink());
        var top = layout.headingTop(layer);
        for (var line : layout.headingLines(layer)) {
            words.at(
                    line,
                    layout.heading(),
                    layout.headingX(layer, line),
                    top,
                    PlacedWords.height(1, layout.heading()),
                    0.5);
            top += PlacedWords.height(1, layout.heading());
        }
    }

    private void labels(Graphics2D g2, int layer) {
        var column = layout.columns().get(layer);
        var nodes = figure.layers().get(layer).nodes();
        for (var node = 0; node < nodes.size(); node++) {
            var inside = column.side() == Side.INSIDE;
            var role = nodes.get(node).role();
            var words =
                    new PlacedWords(g2, inside ? letters(role) : role == NodeRole.DIMMED ? theme.quiet() : theme.ink());
            var lines = column.lines(node);
            var top = layout.y(layer, node) - PlacedWords.height(lines.size(), column.font()) / 2;
            var left = column.side() == Side.LEFT;
            var x = inside
                    ? layout.x(layer)
                    : left
                            ? layout.in(layer, node).getX() - WiringLayout.BESIDE
                            : layout.out(layer, node).getX() + WiringLayout.BESIDE;
            words.lines(lines, column.font(), x, top, inside ? 0.5 : left ? 1 : 0);
        }
    }
}
