package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * An upright axis of rows with names, each row 1 high, the first at the top. Borders between rows
 * are its major ticks, so that gridlines run there.
 */
final class RowAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    /** What the names may take of the picture's width. */
    private static final double WIDTH = 158;
    /** Few rows are high enough for names of two lines. */
    private static final int HIGH_ENOUGH = 6;

    private static final double LINE = 1.15;

    private final List<List<String>> names;

    RowAxis(List<String> labels, Theme theme) {
        super(null);
        var lines = labels.size() <= HIGH_ENOUGH ? 2 : 1;
        var font = Lettering.largest(labels, WIDTH, lines);
        names = labels.stream()
                .map(label -> Lettering.wrapped(label, font, WIDTH, lines))
                .toList();
        setRange(0, Math.max(1, labels.size()));
        setTickLabelFont(font);
        setTickLabelPaint(theme.ink());
        setAxisLinePaint(theme.quiet());
        setAxisLineStroke(new BasicStroke(1));
        setTickMarksVisible(false);
        setTickLabelInsets(new RectangleInsets(0, 3, 0, 5));
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        var ticks = new ArrayList<NumberTick>();
        var line = LINE * getTickLabelFont().getSize2D() * getRange().getLength() / area.getHeight();
        for (var row = 0; row < names.size(); row++) {
            var middle = names.size() - row - 0.5;
            var words = names.get(row);
            for (var i = 0; i < words.size(); i++) {
                ticks.add(tick(TickType.MINOR, middle + line * ((words.size() - 1) / 2.0 - i), words.get(i)));
            }
            if (row > 0) {
                ticks.add(tick(TickType.MAJOR, middle + 0.5, ""));
            }
        }
        return ticks;
    }

    private static NumberTick tick(TickType type, double place, String words) {
        return new NumberTick(type, place, words, TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0);
    }

    /** Two axes are the same only if they are one. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
