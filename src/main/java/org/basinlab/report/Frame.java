package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** All of a chart but its data: axes, grid, legends, colours. */
final class Frame {
    /** Height of the numbers and the label under the plot, fixed so that the colour bar ends where it does. */
    private static final double UNDER = 46;

    private static final int STRIPS = 120;

    private final XYPlot plot;
    private final Theme theme;
    private final JFreeChart chart;

    private Frame(XYPlot plot, Theme theme) {
        this.plot = plot;
        this.theme = theme;
        plot.setBackgroundPaint(null);
        plot.setOutlinePaint(theme.quiet());
        plot.setOutlineStroke(new BasicStroke(1));
        plot.setInsets(new RectangleInsets(6, 2, 2, 18));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        chart = new JFreeChart(null, Lettering.FONT, plot, false);
        chart.setBackgroundPaint(theme.surface());
        chart.setPadding(new RectangleInsets(4, 4, 4, 4));
    }

    /** Around dots and lines. */
    static Frame of(Theme theme) {
        return new Frame(new XYPlot(), theme);
    }

    /** Around a picture. */
    static Frame around(CellPlot plot, Theme theme) {
        plot.setDomainAxis(bare());
        plot.setRangeAxis(bare());
        var frame = new Frame(plot, theme);
        plot.setInsets(new RectangleInsets(6, 2, 2, 8));
        return frame;
    }

    private static ValueAxis bare() {
        var axis = new NumberAxis();
        axis.setRange(0, 1);
        axis.setVisible(false);
        return axis;
    }

    XYPlot plot() {
        return plot;
    }

    JFreeChart chart() {
        return chart;
    }

    /** The upright axis is named above it, where a phone shows it without turning one's head. */
    Frame axes(String xLabel, Scale across, String yLabel, Scale up) {
        lowerAxis(xLabel, across, Drawing.WIDTH - 120);
        plot.setRangeAxis(new TickedAxis(new Lettering(null, Lettering.FONT), up, theme));
        var name = new TextTitle(yLabel, Lettering.FONT);
        name.setPaint(theme.ink());
        name.setHorizontalAlignment(HorizontalAlignment.LEFT);
        name.setTextAlignment(HorizontalAlignment.LEFT);
        name.setPadding(2, 6, 2, 6);
        chart.addSubtitle(name);
        return this;
    }

    /** Rows with names instead of an upright axis, lines between them. */
    Frame rows(String xLabel, Scale across, List<String> names) {
        lowerAxis(xLabel, across, Drawing.WIDTH - 190);
        plot.setRangeAxis(new RowAxis(names, theme));
        return gridlines();
    }

    private void lowerAxis(String label, Scale across, double length) {
        plot.setDomainAxis(new TickedAxis(Lettering.fitted(label, length), across, theme));
        var under = new AxisSpace();
        under.setBottom(UNDER);
        plot.setFixedDomainAxisSpace(under);
    }

    Frame gridlines() {
        plot.setDomainGridlinesVisible(true);
        plot.setRangeGridlinesVisible(true);
        plot.setDomainGridlinePaint(theme.grid());
        plot.setRangeGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        return this;
    }

    /** Names the lines that were drawn, under the plot. */
    Frame legend() {
        var legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(Lettering.FONT);
        legend.setItemPaint(theme.ink());
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 10));
        chart.addSubtitle(legend);
        return this;
    }

    /** Names these, under the plot. */
    Frame legend(LegendItemCollection items) {
        plot.setFixedLegendItems(items);
        return legend();
    }

    /** The name of a colour, for a legend. */
    static LegendItem swatch(String label, Color colour) {
        return new LegendItem(label, null, null, null, new Rectangle2D.Double(-7, -7, 14, 14), colour);
    }

    /** A remark under the plot; to be added before the legend, which goes above it. */
    Frame note(String words) {
        var fitted = Lettering.fitted(words, Drawing.WIDTH - 30);
        var note = new TextTitle(fitted.text(), fitted.font());
        note.setPosition(RectangleEdge.BOTTOM);
        note.setPaint(theme.ink());
        note.setPadding(2, 6, 2, 6);
        chart.addSubtitle(note);
        return this;
    }

    /** What the colours mean, beside the plot; to be added after the legend, which goes under both. */
    Frame colourBar(String label, Scale scale, ColourScale colours) {
        return colourBar(label, scale, Ticks.on(scale, TickedAxis.NUMBERS), colours);
    }

    /** The same with ticks of one's own. */
    Frame colourBar(String label, Scale scale, List<Ticks.Tick> ticks, ColourScale colours) {
        var axis = new TickedAxis(
                Lettering.fitted(label, Drawing.HEIGHT - (plot.getFixedDomainAxisSpace() == null ? 60 : 130)),
                scale,
                ticks,
                theme);
        var bar = new PaintScaleLegend(new Stripe(scale, colours), axis);
        bar.setPosition(RectangleEdge.RIGHT);
        bar.setAxisLocation(AxisLocation.BOTTOM_OR_RIGHT);
        bar.setStripWidth(14);
        bar.setStripOutlineVisible(false);
        bar.setSubdivisionCount(STRIPS);
        bar.setBackgroundPaint(null);
        bar.setMargin(
                plot.getInsets().getTop(),
                0,
                plot.getInsets().getBottom() + (plot.getFixedDomainAxisSpace() == null ? 0 : UNDER),
                0);
        chart.addSubtitle(bar);
        return this;
    }

    /** Says in the plot that there is nothing in it. */
    void sayEmpty() {
        sayEmpty(
                plot.getDomainAxis().getRange().getCentralValue(),
                plot.getRangeAxis().getRange().getCentralValue());
    }

    /** Says so there, in coordinates of the axes. */
    void sayEmpty(double x, double y) {
        var words = new XYTextAnnotation("no values to draw", x, y);
        words.setBackgroundPaint(theme.surface());
        words.setFont(Lettering.FONT);
        words.setPaint(theme.quiet());
        plot.addAnnotation(words);
    }
}
