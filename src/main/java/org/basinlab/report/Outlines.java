package org.basinlab.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.basinlab.experiment.Figure;
import org.basinlab.experiment.Figure.Outline;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.plot.XYPlot;

/**
 * The borders of regions, along the edges of a map's cells: a core in a rim of the opposite
 * lightness, so that they show on white, on dark red, on dark blue and on grey, whatever the theme.
 *
 * <p>The first is a solid dark line, the second dashed and light, and so on by turns, so that one
 * shows through the other where both take the same edges.
 *
 * @param labels  of the regions
 * @param borders one a region, in coordinates of the plot's axes
 */
record Outlines(List<String> labels, List<Shape> borders) {
    private static final Color DARK = new Color(0x1c1f24);
    private static final Color LIGHT = new Color(0xfff36b);
    private static final float CORE = 2;
    private static final float RIM = 4.4f;
    /** Right angles are sharp, sharper ones blunt: those of a fine border would be spikes. */
    private static final float MITER = 1.5f;

    private static final float[] DASH = {6, 5};
    private static final Line2D SAMPLE = new Line2D.Double(-15, 0, 15, 0);

    /** For a plot whose axes both go from 0 to 1. */
    static Outlines of(Figure.SignedMap map) {
        return new Outlines(
                map.outlines().stream().map(Outline::label).toList(),
                map.outlines().stream()
                        .map(outline -> border(outline.inside(), map.columns(), map.rows()))
                        .toList());
    }

    /** Over all else. */
    void drawOn(XYPlot plot) {
        annotations().forEach(plot::addAnnotation);
    }

    /** From the lowest to the topmost. */
    List<XYAnnotation> annotations() {
        var all = new ArrayList<XYAnnotation>();
        for (var i = 0; i < borders.size(); i++) {
            all.add(new Stroked(borders.get(i), rim(i), rimColour(i)));
            all.add(new Stroked(borders.get(i), core(i), coreColour(i)));
        }
        return all;
    }

    /** A sample of each line with its label. */
    LegendItemCollection legend() {
        var legend = new LegendItemCollection();
        IntStream.range(0, labels.size()).forEach(i -> legend.add(item(i)));
        return legend;
    }

    /** The library draws an item's line below its shape: the rim is the one, the core the other. */
    private LegendItem item(int i) {
        return new LegendItem(
                Lettering.cut(labels.get(i), Drawing.WIDTH - 80),
                null,
                null,
                null,
                true,
                core(i).createStrokedShape(SAMPLE),
                true,
                coreColour(i),
                false,
                coreColour(i),
                core(i),
                true,
                SAMPLE,
                rim(i),
                rimColour(i));
    }

    /** Where inside meets outside, and the map's own edge where the region reaches it; in [0, 1] x [0, 1]. */
    private static Shape border(boolean[] inside, int columns, int rows) {
        var cells = new Path2D.Double();
        for (var i = 0; i < inside.length; i++) {
            if (inside[i]) {
                cells.append(new Rectangle(i % columns, i / columns, 1, 1), false);
            }
        }
        var onPlot = new AffineTransform(1.0 / columns, 0, 0, -1.0 / rows, 0, 1);
        return onPlot.createTransformedShape(new Area(cells));
    }

    private static boolean solid(int i) {
        return i % 2 == 0;
    }

    private static BasicStroke core(int i) {
        return solid(i)
                ? new BasicStroke(CORE, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER, MITER)
                : new BasicStroke(CORE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER, DASH, 0);
    }

    /** Dashed lines have a rim around each dash, so that what lies under the gaps shows. */
    private static BasicStroke rim(int i) {
        var more = RIM - CORE;
        return solid(i)
                ? new BasicStroke(RIM, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER, MITER)
                : new BasicStroke(
                        RIM,
                        BasicStroke.CAP_BUTT,
                        BasicStroke.JOIN_MITER,
                        MITER,
                        new float[] {DASH[0] + more, DASH[1] - more},
                        more / 2);
    }

    private static Color coreColour(int i) {
        return solid(i) ? DARK : LIGHT;
    }

    private static Color rimColour(int i) {
        return solid(i) ? Color.WHITE : DARK;
    }
}
