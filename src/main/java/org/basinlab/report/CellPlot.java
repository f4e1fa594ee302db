package org.basinlab.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;

/** A plot whose ground is a picture that reaches exactly from axis to axis. */
final class CellPlot extends XYPlot {
    private static final long serialVersionUID = 1L;

    private final transient BufferedImage cells;
    private final double aspect;

    /** @param aspect width of the picture by its height, kept whatever the space; NaN to fill it */
    CellPlot(BufferedImage cells, double aspect) {
        this.cells = cells;
        this.aspect = aspect;
    }

    @Override
    public void draw(Graphics2D g2, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        if (Double.isNaN(aspect)) {
            super.draw(g2, area, anchor, parent, info);
            return;
        }
        var insets = getInsets();
        var across = insets.getLeft() + insets.getRight();
        var up = insets.getTop() + insets.getBottom();
        var height = Math.min(area.getHeight() - up, (area.getWidth() - across) / aspect);
        var width = height * aspect + across;
        var fitted = new Rectangle2D.Double(
                area.getX() + (area.getWidth() - width) / 2,
                area.getY() + (area.getHeight() - height - up) / 2,
                width,
                height + up);
        super.draw(g2, fitted, anchor, parent, info);
    }

    /** The library's own places pictures on whole pixels only, which shifts cells against the axes. */
    @Override
    public void drawBackgroundImage(Graphics2D g2, Rectangle2D area) {
        var place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
        place.scale(area.getWidth() / cells.getWidth(), area.getHeight() / cells.getHeight());
        g2.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g2.drawImage(cells, place, null);
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
