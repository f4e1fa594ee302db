package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * A shape in coordinates of the axes, drawn with a stroke. The library's own leaves out shapes that enclose nothing,
 * such as a straight line.
 */
final class Stroked extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;

    private final Path2D.Double shape;
    private final transient BasicStroke stroke;
    private final Color colour;

    Stroked(Shape shape, BasicStroke stroke, Color colour) {
        this.shape = new Path2D.Double(shape);
        this.stroke = stroke;
        this.colour = colour;
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
        var x = across.getRange();
        var y = up.getRange();
        var onPlot = AffineTransform.getTranslateInstance(
                across.valueToJava2D(x.getLowerBound(), area, RectangleEdge.BOTTOM),
                up.valueToJava2D(y.getLowerBound(), area, RectangleEdge.LEFT));
        onPlot.scale(area.getWidth() / x.getLength(), -area.getHeight() / y.getLength());
        onPlot.translate(-x.getLowerBound(), -y.getLowerBound());
        g2.setPaint(colour);
        g2.setStroke(stroke);
        g2.draw(onPlot.createTransformedShape(shape));
    }

    /** Two are the same only if they are one. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
