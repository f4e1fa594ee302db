package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.basinlab.experiment.Figure.Line;
import org.basinlab.experiment.Figure.Mark;
import org.basinlab.experiment.Figure.Reference;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Puts dots and lines on a plot, in the coordinates of its scales. What has no place on them, such
 * as zero on a logarithmic axis, is left out, and a line is broken there.
 */
final class Curves {
    private static final float WIDTH = 2.2f;
    private static final float THIN = 1.6f;
    private static final double DOT = 7;
    /** They tell series apart where colours do not: in print, or to the colour-blind. */
    private static final float[][] DASHES = {null, {9, 4}, {2.5f, 3}, {10, 3, 2.5f, 3}};

    private static final List<Shape> MARKS = List.of(
            ShapeUtils.createDiamond(9),
            ShapeUtils.createDiagonalCross(7, 2.2f),
            ShapeUtils.createUpTriangle(8),
            new Rectangle2D.Double(-6.5, -6.5, 13, 13));

    private static final Line2D SAMPLE = new Line2D.Double(-14, 0, 14, 0);

    private final XYPlot plot;
    private final Scale across;
    private final Scale up;
    private final Theme theme;
    private float width = WIDTH;
    private int datasets;
    private int colours;
    private int[] order = {};
    private int lines;
    private int marks;
    private int uprights;

    Curves(XYPlot plot, Scale across, Scale up, Theme theme) {
        this.plot = plot;
        this.across = across;
        this.up = up;
        this.theme = theme;
    }

    /** Leaves the first colour out: it is too close to those of a density. */
    Curves fromSecondColour() {
        colours = 1;
        return this;
    }

    /** Takes these colours in turn: others are too close to those of the ground. */
    Curves in(int... series) {
        order = series.clone();
        return this;
    }

    /** Draws thinner lines, which hide less of each other. */
    Curves thin() {
        width = THIN;
        return this;
    }

    /** Begins with the colour of the text, where others mean something. */
    Curves fromInk() {
        colours = Theme.INK_SERIES;
        return this;
    }

    /** Draws something below all that comes after it. */
    void ground(XYAnnotation annotation) {
        var renderer = new XYLineAndShapeRenderer(false, false);
        renderer.addAnnotation(annotation, Layer.BACKGROUND);
        plot.setDataset(datasets, new DefaultXYDataset());
        plot.setRenderer(datasets, renderer);
        datasets++;
    }

    /** Draws a dot for each point; returns how many have a place. */
    int dots(double[] x, double[] y) {
        var renderer = new XYLineAndShapeRenderer(false, true);
        var colour = nextColour();
        renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        renderer.setSeriesPaint(0, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 170));
        renderer.setSeriesVisibleInLegend(0, false);
        return add(new Line("", x, y), renderer);
    }

    /** Draws a line; returns how many of its vertices have a place. */
    int line(Line line) {
        return add(line, stroked(nextColour(), width, DASHES[lines++ % DASHES.length]));
    }

    /** Draws a line with a rim in the colour of the surface, so that it shows over anything. */
    void lineOver(Line line) {
        var clipped = ClippedLine.of(across.at(line.x()), up.at(line.y()), across, up);
        add(line.label(), clipped.x(), clipped.y(), rim());
        var stroked = stroked(nextColour(), width, DASHES[lines++ % DASHES.length]);
        add(line.label(), clipped.x(), clipped.y(), stroked);
    }

    /** Draws a line from bottom to top over all that is there, in a colour of its own. */
    void uprightOver(Reference reference) {
        upright(reference, rim());
        upright(reference, stroked(nextColour(), WIDTH, DASHES[lines++ % DASHES.length]));
    }

    /** Draws a thin line from bottom to top that stands back from the curves. */
    void upright(Reference reference) {
        upright(reference, stroked(theme.quiet(), WIDTH / 2, DASHES[1 + uprights++ % (DASHES.length - 1)]));
    }

    private void upright(Reference reference, XYLineAndShapeRenderer renderer) {
        var place = across.at(reference.value());
        add(reference.label(), new double[] {place, place}, new double[] {up.low(), up.high()}, renderer);
    }

    /** Draws a large sign with a rim at a point. */
    void mark(Mark mark) {
        var renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, MARKS.get(marks++ % MARKS.size()));
        renderer.setSeriesPaint(0, nextColour());
        renderer.setSeriesOutlinePaint(0, theme.ink());
        renderer.setSeriesOutlineStroke(0, new BasicStroke(1.2f));
        renderer.setUseOutlinePaint(true);
        add(new Line(mark.label(), new double[] {mark.x()}, new double[] {mark.y()}), renderer);
    }

    /** Draws means as diamonds, intervals as bars. */
    void summaries(Summaries summaries) {
        var renderer = new XYLineAndShapeRenderer(true, true) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean getItemShapeVisible(int series, int item) {
                return Summaries.isMean(item);
            }
        };
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesShape(0, ShapeUtils.createDiamond(4.5f));
        renderer.setSeriesPaint(0, theme.ink());
        renderer.setSeriesStroke(0, new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        renderer.setSeriesLinesVisible(0, summaries.hasIntervals());
        renderer.setLegendLine(SAMPLE);
        var vertices = summaries.vertices();
        add(summaries.label(), vertices[0], vertices[1], renderer);
    }

    private static XYLineAndShapeRenderer stroked(Color colour, float width, float[] dash) {
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
        renderer.setLegendLine(SAMPLE);
        return renderer;
    }

    private XYLineAndShapeRenderer rim() {
        var rim = stroked(theme.surface(), 2 * WIDTH, null);
        rim.setSeriesVisibleInLegend(0, false);
        return rim;
    }

    private Color nextColour() {
        var next = colours++;
        return theme.series(order.length == 0 ? next : order[next % order.length]);
    }

    private int add(Line line, XYLineAndShapeRenderer renderer) {
        return add(line.label(), across.at(line.x()), up.at(line.y()), renderer);
    }

    private int add(String label, double[] x, double[] y, XYLineAndShapeRenderer renderer) {
        var data = new DefaultXYDataset();
        data.addSeries(Lettering.cut(label, Drawing.WIDTH - 80), new double[][] {x, y});
        plot.setDataset(datasets, data);
        plot.setRenderer(datasets, renderer);
        datasets++;
        var placed = 0;
        for (var i = 0; i < x.length; i++) {
            placed += Double.isNaN(x[i]) || Double.isNaN(y[i]) ? 0 : 1;
        }
        return placed;
    }
}
