package org.basinlab.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/** Words at places, in one colour. */
record PlacedWords(Graphics2D g2, Color colour) {
    /** For labels of which there are many. */
    static final Font SMALL = Lettering.FONT.deriveFont(13f);

    /** From a line to the next, in heights of the letters. */
    private static final double LEADING = 1.18;

    /** Lines under each other; x and align as for one. */
    void lines(List<String> lines, Font font, double x, double top, double align) {
        var height = LEADING * font.getSize2D();
        for (var i = 0; i < lines.size(); i++) {
            at(lines.get(i), font, x, top + i * height, height, align);
        }
    }

    /** Height of so many lines under each other. */
    static double height(int lines, Font font) {
        return lines * LEADING * font.getSize2D();
    }

    /**
     * A line of words.
     *
     * @param top    of the line
     * @param height of the line, in whose middle they stand
     * @param align  0 to begin at x, 1/2 to be centred there, 1 to end there
     */
    void at(String text, Font font, double x, double top, double height, double align) {
        var metrics = g2.getFontMetrics(font);
        var length = metrics.getStringBounds(text, g2).getWidth();
        g2.setPaint(colour);
        g2.setFont(font);
        g2.drawString(text, (float) (x - align * length), (float)
                (top + (height + metrics.getAscent() - metrics.getDescent()) / 2));
    }
}
