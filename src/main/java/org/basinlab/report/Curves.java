package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import org.basinlab.experiment.Figure.Line;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Puts dots and lines on a plot, in the coordinates of its scales. What has no place on them, such
 * as zero on a logarithmic axis, is left out, and a line is broken there.
 */
final class Curves {
    private static final float WIDTH = 2.2f;
    private static final double DOT = 7;
    /** They tell series apart where colours do not: in print, or to the colour-blind. */
    private static final float[][] DASHES = {null, {9, 4}, {2.5f, 3}, {10, 3, 2.5f, 3}};

    private final XYPlot plot;
    private final Scale across;
    private final Scale up;
    private final Theme theme;
    private int datasets;
    private int colours;
    private int lines;

    Curves(XYPlot plot, Scale across, Scale up, Theme theme) {
        this.plot = plot;
        this.across = across;
        this.up = up;
        this.theme = theme;
    }

    /** Leaves the first colour out: it is too close to those of a density. */
    Curves withoutFirstColour() {
        colours++;
        return this;
    }

    /** Draws a dot for each point; returns how many have a place. */
    int dots(double[] x, double[] y) {
        var renderer = new XYLineAndShapeRenderer(false, true);
        var colour = theme.series(colours++);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
        renderer.setSeriesPaint(0, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 170));
        renderer.setSeriesVisibleInLegend(0, false);
        return add(new Line("", x, y), renderer);
    }

    /** Draws a line; returns how many of its vertices have a place. */
    int line(Line line) {
        var dash = DASHES[lines++ % DASHES.length];
        var renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, theme.series(colours++));
        renderer.setSeriesStroke(0, new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
        renderer.setLegendLine(new Line2D.Double(-14, 0, 14, 0));
        return add(line, renderer);
    }

    /** Draws a line with a rim in the colour of the surface, so that it shows over anything. */
    void lineOver(Line line) {
        var rim = new XYLineAndShapeRenderer(true, false);
        rim.setDrawSeriesLineAsPath(true);
        rim.setSeriesPaint(0, theme.surface());
        rim.setSeriesStroke(0, new BasicStroke(2 * WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        rim.setSeriesVisibleInLegend(0, false);
        add(line, rim);
        line(line);
    }

    private int add(Line line, XYLineAndShapeRenderer renderer) {
        var x = across.at(line.x());
        var y = up.at(line.y());
        var data = new DefaultXYDataset();
        data.addSeries(Lettering.cut(line.label(), Drawing.WIDTH - 80), new double[][] {x, y});
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
