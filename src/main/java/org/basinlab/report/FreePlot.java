package org.basinlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.ui.RectangleInsets;

/** A plot without axes, which places all it draws itself: in CSS pixels, from the picture's upper left corner. */
final class FreePlot extends Plot {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient Consumer<Graphics2D> drawing;

    private FreePlot(String type, Consumer<Graphics2D> drawing) {
        this.type = type;
        this.drawing = drawing;
        setBackgroundPaint(null);
        setOutlineVisible(false);
    }

    /** A chart with nothing but this on it. */
    static JFreeChart chart(String type, Consumer<Graphics2D> drawing, Theme theme) {
        var chart = new JFreeChart(null, Lettering.FONT, new FreePlot(type, drawing), false);
        chart.setBackgroundPaint(theme.surface());
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    @Override
    public String getPlotType() {
        return type;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        drawing.accept(g2);
    }

    /** Two plots are the same only if they are one. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
