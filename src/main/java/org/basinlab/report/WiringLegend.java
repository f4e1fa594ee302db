package org.basinlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import org.basinlab.experiment.Figure;

/** What the colours and the widths of the lines of a {@link Figure.Wiring} mean, below it. */
record WiringLegend(Figure.Wiring figure, WiringLayout layout, Theme theme) {
    /** Length of the line beside a name. */
    private static final double SAMPLE = 34;
    /** Between it and the name. */
    private static final double BESIDE = 6;
    /** Between the two names where they share a line. */
    private static final double BETWEEN = 22;

    private static final double BOTTOM = 4;

    void draw(Graphics2D g2) {
        var wires = new Wires(figure, layout, theme);
        if (wires.most() > 0) {
            var words = new PlacedWords(g2, theme.ink());
            var top = layout.below();
            var shared = shared();
            var left = (Drawing.WIDTH - (shared ? together() : Math.max(length(true), length(false)))) / 2;
            item(g2, wires, left, top, true);
            if (shared) {
                item(g2, wires, left + length(true) + BETWEEN, top, false);
            } else {
                item(g2, wires, left, top + WiringLayout.LINE, false);
            }
            var last = layout.below() + height() - BOTTOM - WiringLayout.LINE;
            var widest = "widest line: a weight of " + Numbers.show(wires.most()) + " in size"
                    + (wires.byLogarithms() ? "; widths by logarithms" : "");
            words.at(widest, PlacedWords.SMALL, Drawing.WIDTH / 2.0, last, WiringLayout.LINE, 0.5);
        }
    }

    /** In CSS pixels; nothing is to be explained where there is no wire. */
    double height() {
        var lines = new Wires(figure, layout, theme).most() > 0 ? shared() ? 2 : 3 : 0;
        return lines * WiringLayout.LINE + BOTTOM;
    }

    private void item(Graphics2D g2, Wires wires, double left, double top, boolean positive) {
        var middle = top + WiringLayout.LINE / 2;
        wires.sample(g2, new Line2D.Double(left, middle, left + SAMPLE, middle), positive);
        var name = name(positive);
        new PlacedWords(g2, theme.ink())
                .at(name.text(), name.font(), left + SAMPLE + BESIDE, top, WiringLayout.LINE, 0);
    }

    private Lettering name(boolean positive) {
        return Lettering.fitted(
                positive ? figure.positiveName() : figure.negativeName(),
                Drawing.WIDTH - 2 * WiringLayout.MARGIN - SAMPLE - BESIDE);
    }

    private double length(boolean positive) {
        var name = name(positive);
        return SAMPLE + BESIDE + Lettering.width(name.text(), name.font());
    }

    private double together() {
        return length(true) + BETWEEN + length(false);
    }

    private boolean shared() {
        return together() <= Drawing.WIDTH - 2 * WiringLayout.MARGIN;
    }
}
