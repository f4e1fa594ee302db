package org.basinlab.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Clouds of dots that shine through each other, the smaller and fainter the more there are. Many
 * become one image: as shapes, thousands would make a picture of megabytes.
 */
final class DotCloud extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    /** More dots than this become an image. */
    private static final int SHAPES = 400;
    /** Pixels of the image for each CSS pixel. */
    private static final int CRISP = 2;
    /** A cloud reaches this far up and down, in parts of its row. */
    private static final double REACH = 0.26;

    private final List<Dot> dots = new ArrayList<>();
    private final Color colour;

    private record Dot(double x, double y, double size, Color colour) implements Serializable {}

    DotCloud(Color colour) {
        this.colour = colour;
    }

    /**
     * Adds the dots of one row.
     *
     * @param places  coordinates on the axis
     * @param offsets from -1 to 1, as {@link Swarm} has them
     * @param middle  coordinate of the line they lie along, a row being 1 high
     */
    void add(double[] places, double[] offsets, double middle) {
        var many = places.length > 1000 ? 2 : places.length > 60 ? 1 : 0;
        var size = new double[] {6.5, 4.5, 3.2}[many];
        var alpha = new int[] {170, 110, 70}[many];
        var paint = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
        for (var i = 0; i < places.length; i++) {
            dots.add(new Dot(places[i], middle + REACH * offsets[i], size, paint));
        }
    }

    /** Adds dots at points, those with a place on both axes; returns how many there are now. */
    int add(double[] x, double[] y) {
        var many = x.length > 3000;
        var paint = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), many ? 70 : 110);
        for (var i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                dots.add(new Dot(x[i], y[i], many ? 3.2 : 4.5, paint));
            }
        }
        return dots.size();
    }

    @Override
    public void draw(
            Graphics2D g2,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis across,
            ValueAxis up,
            int renderer,
            PlotRenderingInfo info) {
        if (dots.size() <= SHAPES) {
            paint(g2, area, across, up);
            return;
        }
        var image = new BufferedImage(
                (int) Math.ceil(area.getWidth() * CRISP),
                (int) Math.ceil(area.getHeight() * CRISP),
                BufferedImage.TYPE_INT_ARGB);
        var onImage = image.createGraphics();
        onImage.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        onImage.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        onImage.scale(CRISP, CRISP);
        onImage.translate(-area.getX(), -area.getY());
        paint(onImage, area, across, up);
        onImage.dispose();
        var place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(1.0 / CRISP, 1.0 / CRISP);
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g2.drawImage(image, place, null);
    }

    private void paint(Graphics2D g2, Rectangle2D area, ValueAxis across, ValueAxis up) {
        for (var dot : dots) {
            var x = across.valueToJava2D(dot.x(), area, RectangleEdge.BOTTOM);
            var y = up.valueToJava2D(dot.y(), area, RectangleEdge.LEFT);
            g2.setPaint(dot.colour());
            g2.fill(new Ellipse2D.Double(x - dot.size() / 2, y - dot.size() / 2, dot.size(), dot.size()));
        }
    }

    /** Two clouds are the same only if they are one. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
