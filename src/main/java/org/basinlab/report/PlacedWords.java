package org.basinlab.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;

/** Words at places, in one colour. */
record PlacedWords(Graphics2D g2, Color colour) {
    /** For labels of which there are many. */
    static final Font SMALL = Lettering.FONT.deriveFont(13f);

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
