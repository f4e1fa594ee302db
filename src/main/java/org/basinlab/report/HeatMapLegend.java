package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.basinlab.experiment.Figure;

/** What the colours, the outlines and the mark of a {@link Figure.HeatMap} mean, below it. */
record HeatMapLegend(Figure.HeatMap figure, HeatMapLayout layout, Scale scale, Theme theme) {
    private static final Color OUTLINE = new Color(0xd55e00);
    private static final int STEPS = 110;
    private static final double BAR = 12;

    void draw(Graphics2D g2) {
        var words = new PlacedWords(g2, theme.ink());
        var left = HeatMapLayout.MARGIN + 12;
        var width = Drawing.WIDTH - 2 * left;
        var name = Lettering.fitted(figure.values().label(), width);
        words.at(name.text(), name.font(), left, layout.legend(), HeatMapLayout.LINE, 0);
        var top = layout.legend() + HeatMapLayout.LINE;
        for (var i = 0; i < STEPS; i++) {
            g2.setPaint(theme.counts().at((i + 0.5) / STEPS));
            g2.fill(new Rectangle2D.Double(
                    left + i * width / STEPS, top, width / STEPS + (i < STEPS - 1 ? 0.6 : 0), BAR));
        }
        for (var tick : Ticks.on(scale, 5)) {
            var x = left + width * (tick.coordinate() - scale.low()) / (scale.high() - scale.low());
            g2.setPaint(theme.quiet());
            g2.setStroke(new BasicStroke(1));
            g2.draw(new Line2D.Double(x, top + BAR, x, top + BAR + 4));
            words.at(tick.label(), PlacedWords.SMALL, x, top + BAR + 3, HeatMapLayout.BAR - BAR - 2, 0.5);
        }
        keys(g2, words, left, width, top);
    }

    private void keys(Graphics2D g2, PlacedWords words, double left, double width, double top) {
        var line = layout.keys();
        if (figure.reference() != null) {
            var place = scale.at(figure.reference().value());
            if (!Double.isNaN(place)) {
                triangle(g2, left + width * (place - scale.low()) / (scale.high() - scale.low()), top);
            }
            triangle(g2, left + 9, line + HeatMapLayout.LINE / 2 + 4);
            var label = Lettering.fitted(figure.reference().label(), width - 30);
            words.at(label.text(), label.font(), left + 26, line, HeatMapLayout.LINE, 0);
            line += HeatMapLayout.LINE;
        }
        if (layout.outlines()) {
            outline(g2, new Rectangle2D.Double(left + 1, line + 5, 17, HeatMapLayout.LINE - 10));
            var label = Lettering.fitted(figure.outlineName(), width - 30);
            words.at(label.text(), label.font(), left + 26, line, HeatMapLayout.LINE, 0);
        }
    }

    /** Points down at a place on the upper edge of the colour bar. */
    private void triangle(Graphics2D g2, double x, double tip) {
        var shape = new Path2D.Double();
        shape.moveTo(x, tip);
        shape.lineTo(x - 6, tip - 10);
        shape.lineTo(x + 6, tip - 10);
        shape.closePath();
        g2.setPaint(theme.ink());
        g2.fill(shape);
    }

    /** A line in a white rim, which shows on every colour of the scale. */
    static void outline(Graphics2D g2, Shape region) {
        g2.setPaint(Color.WHITE);
        g2.setStroke(new BasicStroke(4.4f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        g2.draw(region);
        g2.setPaint(OUTLINE);
        g2.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
        g2.draw(region);
    }
}
