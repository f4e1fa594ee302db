package org.basinlab.report;

import com.samskivert.mustache.Escapers;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.basinlab.experiment.Figure;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGHints;
import org.jfree.svg.ViewBox;

/**
 * A figure as a picture. The same figure gives the same bytes on the same machine, at every call.
 *
 * <p>Pictures carry no title: that and the caption belong to the text around them. They are small
 * with large type, so that they can still be read at the width of a phone. Needs fonts: ask
 * {@link Fonts#problem()} first.
 */
public final class Drawing {
    /** Width in CSS pixels. */
    public static final int WIDTH = 440;
    /** Height in CSS pixels of all figures but those of several panels or with a long legend. */
    public static final int HEIGHT = 350;
    /** Pixels of a PNG for each CSS pixel. */
    public static final int PNG_SCALE = 2;

    static {
        Fonts.headless();
    }

    private Drawing() {}

    /** Height of a figure in CSS pixels. */
    static int height(Figure figure) {
        if (figure instanceof Figure.HeatMap heatMap) {
            return HeatMapChart.height(heatMap);
        } else if (figure instanceof Figure.Pictures pictures) {
            return PicturesChart.height(pictures);
        } else if (figure instanceof Figure.Wiring wiring) {
            return WiringChart.height(wiring);
        }
        return figure instanceof Figure.Field field ? FieldChart.height(field) : HEIGHT;
    }

    /** The figure as a PNG, 880 pixels wide. */
    public static byte[] png(Figure figure, Theme theme) {
        var height = height(figure);
        var image = new BufferedImage(WIDTH * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        var g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.scale(PNG_SCALE, PNG_SCALE);
        draw(Charts.of(figure, theme), height, g2);
        g2.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The figure as an SVG document, its alternative text inside. */
    public static String svg(Figure figure, Theme theme) {
        var height = height(figure);
        var g2 = new SVGGraphics2D(WIDTH, height);
        g2.setDefsKeyPrefix(theme.name().toLowerCase(Locale.ROOT) + "-");
        g2.setGeomDoubleConverter(Drawing::hundredths);
        // Outlines instead of letters: the picture then is the same whatever fonts its reader has.
        g2.setRenderingHint(SVGHints.KEY_DRAW_STRING_TYPE, SVGHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        draw(Charts.of(figure, theme), height, g2);
        var svg = g2.getSVGElement(null, true, new ViewBox(0, 0, WIDTH, height), null, null);
        var head = svg.indexOf('>');
        return svg.substring(0, head)
                + " role='img'><title>" + Escapers.HTML.escape(figure.title())
                + "</title><desc>" + Escapers.HTML.escape(figure.alt()) + "</desc>"
                + svg.substring(head + 1);
    }

    private static void draw(JFreeChart chart, int height, Graphics2D g2) {
        g2.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.draw(g2, new Rectangle2D.Double(0, 0, WIDTH, height));
    }

    /** Two decimals are a twentieth of what an eye can see, and half the bytes. */
    private static String hundredths(double length) {
        return BigDecimal.valueOf(length)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
