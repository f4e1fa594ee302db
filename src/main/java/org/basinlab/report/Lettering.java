package org.basinlab.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;

/**
 * A text in a font that fits a length: set smaller where it must, and cut where even that is not
 * enough, since the charts' own labels neither wrap nor stay inside.
 */
record Lettering(String text, Font font) {
    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    private static final float SMALLEST = 11;
    private static final FontRenderContext SCREEN = new FontRenderContext(new AffineTransform(), true, true);

    /** @param length in CSS pixels */
    static Lettering fitted(String text, double length) {
        var width = width(text, FONT);
        if (width <= length) {
            return new Lettering(text, FONT);
        }
        var font = FONT.deriveFont(Math.max(SMALLEST, (float) (FONT.getSize2D() * length / width)));
        return new Lettering(cut(text, font, length), font);
    }

    /** Cut, at the size of all other text. */
    static String cut(String text, double length) {
        return cut(text, FONT, length);
    }

    private static String cut(String text, Font font, double length) {
        var kept = text;
        for (var end = text.length() - 1; end > 0 && width(kept, font) > length; end--) {
            kept = text.substring(0, end).strip() + "…";
        }
        return kept;
    }

    private static double width(String text, Font font) {
        return font.getStringBounds(text, SCREEN).getWidth();
    }
}
