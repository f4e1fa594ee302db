package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** A linear axis over the coordinates of a {@link Scale}, with its {@link Ticks}. */
final class TickedAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;

    /** About how many numbers an axis has: more would touch each other on the lower one. */
    static final int NUMBERS = 5;

    private final List<Ticks.Tick> marks;

    TickedAxis(Lettering label, Scale scale, Theme theme) {
        this(label, scale, Ticks.on(scale, NUMBERS), theme);
    }

    TickedAxis(Lettering label, Scale scale, List<Ticks.Tick> marks, Theme theme) {
        super(label.text());
        this.marks = List.copyOf(marks);
        setRange(scale.low(), scale.high());
        setLabelFont(label.font());
        setTickLabelFont(Lettering.FONT);
        setLabelPaint(theme.ink());
        setTickLabelPaint(theme.ink());
        setAxisLinePaint(theme.quiet());
        setTickMarkPaint(theme.quiet());
        setAxisLineStroke(new BasicStroke(1));
        setTickMarkOutsideLength(4);
        setMinorTickMarksVisible(true);
        setMinorTickMarkOutsideLength(2.5f);
        setTickLabelInsets(new RectangleInsets(2, 3, 2, 3));
        setLabelInsets(new RectangleInsets(3, 2, 3, 2));
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        var anchor = RectangleEdge.isTopOrBottom(edge)
                ? TextAnchor.TOP_CENTER
                : edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        return marks.stream()
                .map(mark -> new NumberTick(
                        mark.label().isEmpty() ? TickType.MINOR : TickType.MAJOR,
                        mark.coordinate(),
                        mark.label(),
                        anchor,
                        TextAnchor.CENTER,
                        0))
                .toList();
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
